"""One obvious choice needs no word; otherwise the choices are listed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.errors import IntakeError
from sayso.ingest.dna.choices import Asked, Chosen, choose
from sayso.ingest.dna.records import read_dna
from tests.dna_file import change, said, write

SAID = [said("EPA", "Tax", 1, person="Ann"), said("Club", "Tax", 0, person="Bob")]


def chosen(path: Path, **asked: Any) -> Chosen:
    return choose(read_dna(path), Asked(**asked))


def test_the_obvious_needs_no_word(tmp_path: Path) -> None:
    found = chosen(write(tmp_path / "a.dna", SAID))
    assert (found.type, found.unit.name, found.issue.name) == ("DNA Statement", "organization", "concept")
    assert found.stances == {0: -1, 1: 1} and found.person is None


def test_a_second_actor_makes_it_a_question(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", SAID, people=True)
    with pytest.raises(IntakeError, match="--unit: “person”, “organization”"):
        chosen(path)
    assert chosen(path, unit="Person").unit.name == "person"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"unit": "narrator"}, "--unit takes one of: “organization”"),
        ({"issue": "frame"}, "--issue takes one of: “organization”, “concept”"),
        ({"level": "mood"}, "--level takes one of: “agreement”"),
        ({"type": "Annotation"}, "--type takes one of: “DNA Statement”"),
        ({"stances": {1: 7}}, "A stance is"),
    ],
)
def test_what_is_not_there_is_told_with_what_is(tmp_path: Path, asked: dict[str, Any], said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        chosen(write(tmp_path / "a.dna", SAID), **asked)
    assert said in str(caught.value)


def test_two_statement_types_in_use(tmp_path: Path) -> None:
    path = change(
        write(tmp_path / "a.dna", SAID),
        "INSERT INTO VARIABLES VALUES (11, 'hero', 'short text', 2), (12, 'plot', 'short text', 2),"
        " (13, 'good', 'boolean', 2)",
        "INSERT INTO STATEMENTS VALUES (9, 2, 1, 5, 8, 1)",
    )
    with pytest.raises(IntakeError, match="--type: “DNA Statement”, “Annotation”"):
        chosen(path)
    with pytest.raises(IntakeError, match="--issue: “hero”, “plot”"):
        chosen(path, type="annotation")
    assert chosen(path, type="annotation", unit="hero").issue.name == "plot"


def test_levels_beyond_the_scale_need_a_meaning(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", [said("EPA", "Tax", 1), said("EPA", "Tax", 5)], kind="integer")
    with pytest.raises(IntakeError, match="--stance 5=-2"):
        chosen(path)
    with pytest.raises(IntakeError, match="holds 1,"):
        chosen(path, stances={5: 2})
    assert chosen(path, stances={1: -2, 3: 0, 5: 2}).stances == {1: -2, 5: 2}


def test_a_yes_that_is_neither_yes_nor_no(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="yes or no, but holds 7"):
        chosen(write(tmp_path / "a.dna", [said("EPA", "Tax", 7)]))
