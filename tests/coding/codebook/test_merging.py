from __future__ import annotations

import itertools
import json

import pandas as pd
import pytest

from sayso.coding.codebook.merging import KindsDifferError, merge, preview_merge
from sayso.coding.moved import cells, everything, moved
from sayso.errors import CodingError
from sayso.store.changes import ConflictError, change, tables
from sayso.store.database import Database
from sayso.store.undoing import last_undoable, last_undone, undo
from tests.coding.codebook.conftest import OpenShipped, content
from tests.conftest import DatasetMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03"),
    say("anne", "tax", -1, "2024-01-04"),
    say("bob", "tax", 1, "2024-01-05"),
]
MEMBERS = [
    {"actor_id": "ann", "faction_id": "left", "valid_from": "2023"},
    {"actor_id": "anne", "faction_id": "left", "valid_from": "2023"},
    {"actor_id": "anne", "faction_id": "left", "role": "chair", "valid_from": "2024"},
]
EVENT = {
    "event_id": "e1", "title": "Talks", "kind": "CONSULT", "modality": "happened", "happened_on": "2024-01",
    "happened_on_basis": "stated",
}  # fmt: skip
TOOK_PART = [
    {"event_id": "e1", "actor_id": who, "role": role}
    for who, role in (("ann", "host"), ("anne", "host"), ("anne", "guest"))
]
ALIASES = [
    {"alias": alias, "actor_id": who}
    for alias, who in (("Miss A", "ann"), ("Miss A", "anne"), ("Ms A", "anne"))
]
MORE = {"memberships": MEMBERS, "events": [EVENT], "event_actors": TOOK_PART, "aliases": ALIASES}


def everywhere(database: Database, actor: str) -> int:
    """How many cells of all tables hold the actor's id as a reference or as a key."""
    return sum(
        int(database.rows(f"SELECT count(*) FROM {table.name} WHERE {column.name} = ?", [actor])[0][0])
        for table in tables().values()
        for column in table.columns
        if column.name == "actor_id" or (column.references or ("",))[0] == "actors"
    )


def undo_last(database: Database) -> None:
    done = last_undoable(database, "anna")
    assert done
    undo(database, "anna", done)


def test_everything_moves_to_the_one_that_is_kept(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions={"left": []}, more=MORE)
    merge(database, "anna", "ann", "anne")
    assert everywhere(database, "anne") == 0
    assert database.rows("SELECT statement_id, actor_id FROM statements ORDER BY 1")[:2] == [
        ("s1", "ann"),
        ("s2", "ann"),
    ]
    assert database.rows("SELECT alias FROM aliases ORDER BY alias") == [("Anne",), ("Miss A",), ("Ms A",)]
    assert database.rows("SELECT role, valid_from FROM memberships ORDER BY role") == [
        ("chair", "2024"),
        (None, "2023"),
    ]
    assert database.rows("SELECT role FROM event_actors ORDER BY role") == [("guest",), ("host",)]


def test_a_merge_is_undone_and_redone_whole(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions={"left": []}, more=MORE)
    before = content(database)
    merge(database, "anna", "ann", "anne")
    after = content(database)
    undo_last(database)
    assert content(database) == before
    undone = last_undone(database, "anna")
    assert undone
    undo(database, "anna", undone)
    assert content(database) == after


def test_facts_that_the_kept_one_lacks_are_taken_over(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "ben") as made:
        made.update("actors", {"actor_id": "ann"}, {"country": "IQ", "organisation_id": "anne"})
        made.update(
            "actors",
            {"actor_id": "anne"},
            {"country": "US", "name_original": "آن", "description": "Minister.", "organisation_id": "bob"},
        )
        made.update("actors", {"actor_id": "bob"}, {"organisation_id": "anne"})
        made.update("quotes", {"quote_id": "q3"}, {"addressee_id": "anne"})
        made.update("quotes", {"quote_id": "q2"}, {"addressee_id": "anne"})
    before = content(database)
    merge(database, "anna", "ann", "anne")
    facts = "SELECT actor_id, country, name_original, description, organisation_id FROM actors ORDER BY 1"
    # Bob belongs to Ann now, so that Ann cannot take over that she belongs to Bob.
    assert database.rows(facts) == [
        ("ann", "IQ", "آن", "Minister.", None),
        ("bob", None, None, None, "ann"),
    ]
    assert database.rows("SELECT speaker_id, addressee_id FROM quotes ORDER BY quote_id") == [
        ("ann", None),
        ("ann", "ann"),
        ("bob", "ann"),
    ]
    undo_last(database)
    assert content(database) == before


def test_different_kinds_must_be_confirmed(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    database.rows("UPDATE actors SET kind = 'organisation' WHERE actor_id = 'anne'")
    before = content(database)
    with pytest.raises(KindsDifferError, match="is a person, “Anne” a organisation"):
        merge(database, "anna", "ann", "anne")
    assert content(database) == before
    merge(database, "anna", "ann", "anne", kinds_may_differ=True)
    assert database.rows("SELECT kind::VARCHAR FROM actors WHERE actor_id = 'ann'") == [("person",)]


@pytest.mark.parametrize(("keep", "lose"), [("ann", "ann"), ("ann", "gone"), ("gone", "ann")])
def test_what_cannot_be_merged_is_told(make_dataset: DatasetMaker, keep: str, lose: str) -> None:
    with pytest.raises(CodingError):
        merge(make_dataset(SAID), "anna", keep, lose)


def test_proposals_that_name_the_lost_one_lead_to_the_kept_one(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    found = {"speaker": {"actor": "actor:anne", "runners_up": ["actor:ann", "actor:anne", "new:x"]}}
    with change(database, "rules@1") as made:
        for key, kind, row_id in (("p1", "quote", None), ("p2", "actor", "anne")):
            made.insert(
                "proposals",
                {"proposal_id": key, "article_id": "a1", "kind": kind, "found": json.dumps(found), "start": 0,
                 "coder": "rules@1", "status": "proposed", "row_id": row_id},
            )  # fmt: skip
    before = content(database)
    merge(database, "anna", "ann", "anne")
    rows = database.rows("SELECT found, row_id FROM proposals ORDER BY proposal_id")
    assert json.loads(rows[0][0]) == {
        "speaker": {"actor": "actor:ann", "runners_up": ["actor:ann", "actor:ann", "new:x"]}
    }
    assert [row[1] for row in rows] == [None, "ann"]
    undo_last(database)
    assert [json.loads(str(row[4])) for row in content(database)["proposals"]] == [found, found]
    assert {key: rows for key, rows in content(database).items() if key != "proposals"} == {
        key: rows for key, rows in before.items() if key != "proposals"
    }


def test_a_merge_that_others_built_on_is_not_torn_apart(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    merge(database, "anna", "ann", "anne")
    with change(database, "ben") as made:
        made.update("statements", {"statement_id": "s2"}, {"actor_id": "bob"})
    with pytest.raises(ConflictError, match="ben has changed"):
        undo_last(database)


def test_the_preview_names_the_cells_that_change(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID, factions={"left": ["ann"]})
    shown = preview_merge(database, "ann", "anne")
    assert [tuple(row) for row in shown.astype(object).where(shown.notna(), None).values] == [
        ("actor", "ann", "tax", "strongly_supports", 1, 2.0, "conflicting", 2, 0.5),
        ("actor", "anne", "tax", "opposes", 1, -1.0, "not_found", 0, None),
        ("faction", "left", "tax", "strongly_supports", 1, 2.0, "supports", 2, 0.5),
    ]
    assert everywhere(database, "anne") > 0


PAIRS = [(dataset, number) for dataset in ("harbour-debate", "iraq-us-troops-2021") for number in range(6)]


@pytest.mark.parametrize(("dataset", "number"), PAIRS)
def test_the_preview_is_what_then_happens(open_shipped: OpenShipped, dataset: str, number: int) -> None:
    database = open_shipped(dataset)
    actors = [row[0] for row in database.rows("SELECT actor_id FROM actors ORDER BY actor_id")]
    pairs = list(itertools.permutations(actors, 2))
    keep, lose = pairs[number * 7919 % len(pairs)]
    before, scope = content(database), everything(database)
    was = cells(database, scope)
    shown = preview_merge(database, keep, lose)
    assert content(database) == before
    merge(database, "anna", keep, lose, kinds_may_differ=True)
    pd.testing.assert_frame_equal(shown, moved(was, cells(database, scope)))
    assert everywhere(database, lose) == 0
    undo_last(database)
    assert content(database) == before
