"""Where a figure is drawn, in pixels of the picture."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """Pixels in the picture."""

    x: float
    y: float
    width: float
    height: float


def axis_name(name: str) -> str:
    """ "xaxis2" of "x2"."""
    return f"{name[0]}axis{name[1:]}"
