"""The kinds of actors: what the words of a name tell is a kind that the dataset has."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import get_args

import pytest

from sayso.ingest import extract
from sayso.ingest.actors.name_kinds import kind_of, lower_head
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.records import ActorKind
from sayso.ingest.text.tagging import tag
from sayso.ingest.text.tokens import Token, tokenize

KINDS = get_args(ActorKind)


def tokens(words: str) -> list[Token]:
    pieces = tokenize(words, 0, len(words))
    tag(pieces)
    return pieces


@pytest.mark.parametrize(
    ("words", "titles", "kind"),
    [
        # two words of a body's name together
        ("Accounts Committee", [], "parliament"),
        ("Department of Transport", [], "government"),
        ("President Office", [], "government"),
        ("Armed Forces", [], "armed group"),
        ("African Union", [], "alliance"),
        ("Fishers' Alliance", [], "organisation"),
        ("Liberal Union", [], "party"),
        # the last word is a head
        ("Harbour Authority", [], "organisation"),
        ("Harbour Ministry", [], "government"),
        ("Qala Militia", [], "armed group"),
        ("Selm Gazette", [], "media"),
        ("Port Workers", [], "group"),
        # places and peoples
        ("Iraq", [], "state"),
        ("US", [], "state"),
        ("Iraqis", [], "group"),
        ("Chinese", [], "skip"),
        ("Iraqi American", [], "skip"),
        ("Baghdad", [], "capital"),
        ("Mosul", [], "skip"),
        # titles, then heads before "of"
        ("Osei", ["Mayor"], "person"),
        ("Senate", ["President"], "parliament"),
        ("Parliament of Qala", [], "parliament"),
        ("Friends of Congress", [], "parliament"),
        # what is left
        ("KPQ", [], "organisation"),
        ("Islam", [], "skip"),
        ("Lena Osei", [], "person"),
        ("Osei", [], None),
    ],
)
def test_what_the_words_of_a_name_tell(words: str, titles: list[str], kind: str | None) -> None:
    assert kind_of(tokens(words), words, titles, headed=False) == kind
    assert kind in (*KINDS, "capital", "skip", None)


def test_a_lower_case_head_belongs_to_the_name() -> None:
    words = tokens("Iraqi parliament")
    assert lower_head(words, 1) == (2, True)
    assert kind_of(words, "Iraqi parliament", [], headed=True) == "parliament"


def test_the_schema_has_exactly_these_kinds() -> None:
    schema = files("sayso.store").joinpath("sql", "schema.sql").read_text(encoding="utf-8")
    (labels,) = re.findall(r"CREATE TYPE actor_kind AS ENUM \((.*?)\)", schema, flags=re.DOTALL)
    assert tuple(re.findall(r"'([^']+)'", labels)) == KINDS
    assert set(HEADS.values()) <= set(KINDS)


def test_a_capital_that_speaks_is_its_state() -> None:
    text = (
        "Baghdad said on Monday that the talks would go on. Baghdad’s ministers did not agree. Mosul waits.\n"
    )
    actors = extract(text).actors
    assert [(each.name, each.kind) for each in actors if "raq" in each.name] == [("Iraq", "state")]
    assert {each.kind for each in actors} <= set(KINDS)
