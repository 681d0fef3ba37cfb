"""Stances only where the words leave no doubt."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.ingest import Issue, extract

PORT = Issue(
    "open-port", ("the port", "harbour"), support_cues=("open the gates",), oppose_cues=("keep it shut",)
)


def stances(text: str) -> list[tuple[str | None, int, str | None]]:
    found = extract(text, codebook=[PORT])
    return [
        (s.actor, s.stance, text[slice(*s.condition)] if s.condition else None) for s in found.stances
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("“We support the port,” Kofi Mensah said.", 1), ("“We reject the port,” Kofi Mensah said.", -1),
        ("“We do not support the port,” Kofi Mensah said.", -1), ("Kofi Mensah said the port must open.", 1),
        ("Kofi Mensah said that he would not allow the port to open.", -1), ("“Open the gates now,” Kofi Mensah said.", 1),
        ("“Better keep it shut,” Kofi Mensah said.", -1),
    ],
)  # fmt: skip
def test_a_side(text: str, sign: int) -> None:
    ((actor, stance, _),) = stances(text)
    assert actor == "kofi-mensah"
    assert (stance > 0) == (sign > 0)


@pytest.mark.parametrize(
    "text",
    [
        "“The port is large,” Kofi Mensah said.",
        "“We support the school,” Kofi Mensah said.",
        "“We support the port but reject the port authority,” Kofi Mensah said.",
        "The port must open.",
    ],
)
def test_no_proposal_is_better_than_a_wrong_one(text: str) -> None:
    assert stances(text) == []


def test_a_condition_is_kept() -> None:
    ((_, stance, condition),) = stances(
        "“We support the port only if the fishermen are paid,” Kofi Mensah said."
    )
    assert stance > 0
    assert condition == "only if the fishermen are paid"


def test_reading_an_article_loads_no_numpy_and_no_classifier() -> None:
    code = (
        "import sys; from sayso.ingest import extract, Issue;"
        " extract('“We back the port,” Kofi Mensah said.', codebook=[Issue('a', ('port',))]);"
        " sys.exit('sklearn' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
