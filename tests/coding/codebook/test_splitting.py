from __future__ import annotations

import pandas as pd
import pytest

from sayso.coding.codebook.checks import InvalidError
from sayso.coding.codebook.splitting import Share, preview_split, split
from sayso.coding.moved import cells, everything, moved
from sayso.store.changes import ConflictError
from sayso.store.undoing import last_undoable, undo
from tests.coding.codebook.conftest import OpenShipped, content
from tests.conftest import DatasetMaker
from tests.tiny import say

SAID = [say("ann", "tax", 2, "2024-01-03"), say("ann", "tax", -1, "2024-01-04")]
NEW = {"name": "Anne", "kind": "person"}


def test_chosen_quotes_and_names_become_anothers(make_dataset: DatasetMaker) -> None:
    database = make_dataset(
        SAID,
        factions={"left": {"ann": ("2023", "2025")}},
        more={"aliases": [{"alias": "Miss A", "actor_id": "ann"}]},
    )
    before = content(database)
    key = split(database, "anna", "ann", NEW, Share(("q2",), (), ("Miss A",), memberships=True))
    assert key == "anne"
    assert database.rows("SELECT speaker_id, actor_id FROM quotes JOIN statements USING (quote_id) ORDER BY quote_id") == [
        ("ann", "ann"),
        ("anne", "anne"),
    ]  # fmt: skip
    assert database.rows("SELECT actor_id FROM aliases") == [("anne",)]
    assert database.rows("SELECT valid_from, valid_to FROM memberships WHERE actor_id = 'anne'") == [
        ("2023", "2025")
    ]
    done = last_undoable(database, "anna")
    assert done and done.note == "“Anne” split off “Ann”"
    undo(database, "anna", done)
    assert content(database) == before


def test_nothing_chosen_or_no_name_is_refused(make_dataset: DatasetMaker) -> None:
    database = make_dataset(SAID)
    with pytest.raises(InvalidError, match="Choose what belongs"):
        split(database, "anna", "ann", NEW, Share())
    with pytest.raises(InvalidError, match="needs a name"):
        split(database, "anna", "ann", {"kind": "person"}, Share(("q1",)))


def test_a_quote_that_is_another_speakers_by_now_is_not_taken(make_dataset: DatasetMaker) -> None:
    database = make_dataset([*SAID, say("bob", "tax", 1, "2024-01-05")])
    with pytest.raises(ConflictError):
        split(database, "anna", "ann", NEW, Share(("q3",)))
    assert database.rows("SELECT count(*) FROM actors") == [(2,)]


@pytest.mark.parametrize("dataset", ["harbour-debate", "iraq-us-troops-2021"])
def test_the_preview_is_what_then_happens(open_shipped: OpenShipped, dataset: str) -> None:
    database = open_shipped(dataset)
    before, scope = content(database), everything(database)
    was = cells(database, scope)
    busiest = database.rows("SELECT actor_id FROM statements GROUP BY actor_id ORDER BY count(*) DESC, 1")
    for (actor,) in busiest[:2]:
        quotes = database.rows("SELECT quote_id FROM quotes WHERE speaker_id = ? ORDER BY 1", [actor])[::2]
        events = database.rows(
            "SELECT DISTINCT event_id FROM event_actors WHERE actor_id = ? ORDER BY 1", [actor]
        )
        share = Share(tuple(row[0] for row in quotes), tuple(row[0] for row in events), memberships=True)
        shown = preview_split(database, actor, NEW, share)
        assert len(shown) and content(database) == before
        split(database, "anna", actor, NEW, share)
        pd.testing.assert_frame_equal(shown, moved(was, cells(database, scope)))
        done = last_undoable(database, "anna")
        assert done
        undo(database, "anna", done)
        assert content(database) == before
