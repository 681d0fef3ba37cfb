"""Stances as a person chooses them."""

from __future__ import annotations

from sayso.model.scales import STANCES

SCALE = sorted(STANCES, reverse=True)


def stance_words(stance: int) -> str:
    """ "+2 strongly supports"."""
    number = f"{stance:+d}".replace("-", "−") if stance else "0"
    return f"{number} {STANCES[stance].word}"
