"""Changes: together or not at all, logged, taken back and done again, never over somebody else's."""

from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.changes import ConflictError, change
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Database
from sayso.store.load import load_package
from sayso.store.undoing import history, last_undoable, last_undone, undo
from tests.conftest import DatasetMaker, PackageMaker
from tests.tiny import say

SAID = [say("ann", "tax", 1, "2024-01-03", article="a1"), say("bob", "tax", -1, "2024-01-04", article="a1")]
BEA = {"actor_id": "bea", "name": "Bea", "kind": "person"}


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID)


def tables_of(database: Database) -> dict[str, object]:
    names = ("actors", "quotes", "statements", "issues", "articles", "memberships", "aliases")
    return {name: sorted(database.rows(f"FROM {name}"), key=str) for name in names}


def test_what_other_rows_refer_to_can_be_edited(database: Database) -> None:
    with change(database, "kim") as made:
        made.update("quotes", {"quote_id": "q1"}, {"speaker_id": "bob", "spans": [[0, 3], [5, 7]]})
        made.update("quotes", {"quote_id": "q1"}, {"stated_on": "2024-02"})
        made.update("issues", {"issue_id": "tax"}, {"keywords": ["levy"]})
        made.update("articles", {"article_id": "a1"}, {"published_on": "2024-01", "rights": ["show"]})
        made.update("actors", {"actor_id": "ann"}, {"organisation_id": "bob"})
    assert database.rows("SELECT speaker_id, spans, stated_on FROM quotes WHERE quote_id = 'q1'") == [
        ("bob", [[0, 3], [5, 7]], "2024-02")
    ]
    assert database.rows("SELECT count(*) FROM statements") == [(2,)]


def test_every_kind_of_change_can_be_taken_back_and_done_again(database: Database) -> None:
    before = tables_of(database)
    with change(database, "kim", "a note") as made:
        made.insert("actors", BEA)
        made.insert("aliases", {"alias": "B.", "actor_id": "bea"})
        made.insert("factions", {"faction_id": "f", "name": "F", "colour": "#336699"})
        made.insert("memberships", {"actor_id": "bea", "faction_id": "f", "valid_from": "2024"})
        made.update("statements", {"statement_id": "s1"}, {"stance": -2, "actor_id": "bea"})
        made.delete("statements", {"statement_id": "s2"})
        made.delete("quotes", {"quote_id": "q2"})
    changed = tables_of(database)
    done = last_undoable(database, "kim")
    assert done and done.note == "a note" and len(done.operations) == 7
    undo(database, "kim", done)
    assert tables_of(database) == before
    assert last_undoable(database, "kim") is None
    again = last_undone(database, "kim")
    assert again
    undo(database, "kim", again)
    assert tables_of(database) == changed
    assert last_undone(database, "kim") is None
    third = last_undoable(database, "kim")
    assert third and third.change_id == done.change_id
    undo(database, "kim", third)
    assert tables_of(database) == before


def test_undo_walks_back_change_by_change(database: Database) -> None:
    for stance in (2, 0, -1):
        with change(database, "kim") as made:
            made.update("statements", {"statement_id": "s1"}, {"stance": stance})
    seen = []
    while done := last_undoable(database, "kim"):
        undo(database, "kim", done)
        seen.append(database.rows("SELECT stance FROM statements WHERE statement_id = 's1'")[0][0])
    assert seen == [0, 2, 1]
    again = last_undone(database, "kim")
    assert again
    undo(database, "kim", again)
    assert database.rows("SELECT stance FROM statements WHERE statement_id = 's1'") == [(2,)]


def test_a_change_after_an_undo_ends_the_redo(database: Database) -> None:
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": 2})
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": 0})
    assert last_undone(database, "kim") is None


def test_two_coders_do_not_overwrite_each_other(database: Database) -> None:
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": 2}, seen={"stance": 1})
    with pytest.raises(ConflictError, match="kim has changed stance"), change(database, "lee") as made:
        made.update("actors", {"actor_id": "ann"}, {"name": "Other"})
        made.update("statements", {"statement_id": "s1"}, {"stance": -2}, seen={"stance": 1})
    assert database.rows("SELECT name FROM actors WHERE actor_id = 'ann'") == [("Ann",)]
    assert last_undoable(database, "lee") is None
    mine = last_undoable(database, "kim")
    with change(database, "lee") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": -1})
    assert mine
    with pytest.raises(ConflictError, match="lee has changed stance"):
        undo(database, "kim", mine)
    assert database.rows("SELECT stance FROM statements WHERE statement_id = 's1'") == [(-1,)]


def test_a_row_that_others_need_stays(database: Database) -> None:
    with pytest.raises(StoreError, match="still used in 1 statements"), change(database, "kim") as made:
        made.delete("quotes", {"quote_id": "q1"})
    with change(database, "kim") as made:
        made.insert("actors", BEA)
    with change(database, "lee") as made:
        made.update("statements", {"statement_id": "s1"}, {"actor_id": "bea"})
    done = last_undoable(database, "kim")
    assert done
    with pytest.raises(ConflictError, match="cannot be taken back"):
        undo(database, "kim", done)
    assert database.rows("SELECT count(*) FROM actors WHERE actor_id = 'bea'") == [(1,)]


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        ("actors", BEA | {"kind": "wizard"}, "does not fit"),
        ("actors", BEA | {"actor_id": "B B"}, "forbid"),
        ("actors", BEA | {"actor_id": "ann"}, "already"),
        ("aliases", {"alias": "X", "actor_id": "ghost"}, "forbid"),
        ("memberships", {"actor_id": "ann", "faction_id": "f", "valid_from": "last week"}, "not a date"),
    ],
)
def test_what_breaks_a_rule_is_refused_in_words(
    database: Database, table: str, row: dict[str, str], said: str
) -> None:
    before = tables_of(database)
    with pytest.raises(StoreError, match=said), change(database, "kim") as made:
        made.update("actors", {"actor_id": "bob"}, {"name": "Other"})
        made.insert(table, row)
    assert tables_of(database) == before and history(database) == []


def test_an_articles_text_is_never_logged(database: Database) -> None:
    article = {
        "article_id": "n1", "outlet_id": "herald", "outlet_basis": "stated", "title": "New",
        "text": "Secret words", "rights": ["show"],
    }  # fmt: skip
    with change(database, "kim") as made:
        made.insert("articles", article)
    assert database.rows("SELECT text FROM articles WHERE article_id = 'n1'") == [("Secret words",)]
    assert "Secret" not in str(database.rows("FROM revisions"))
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    assert database.rows("SELECT count(*) FROM articles WHERE article_id = 'n1'") == [(0,)]


def test_changes_last_and_undo_works_after_a_restart(make_package: PackageMaker) -> None:
    folder = make_package(SAID)
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    first = database.version
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": -2})
    second = database.version
    hub.close()
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    assert database.version == second != first
    assert database.rows("SELECT stance FROM statements WHERE statement_id = 's1'") == [(-2,)]
    done = last_undoable(database, "kim")
    assert done
    undo(database, "kim", done)
    assert database.rows("SELECT stance FROM statements WHERE statement_id = 's1'") == [(1,)]
    hub.close()


def test_a_file_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    from tests.store.first_version import write

    path = write(tmp_path / "old.duckdb")
    hub = open_datasets(path)
    (database,) = hub.databases.values()
    assert database.rows("SELECT article_id, duplicate_of FROM articles ORDER BY 1") == [
        ("a", None),
        ("b", "a"),
    ]
    with change(database, "kim") as made:
        made.update("articles", {"article_id": "a"}, {"rights": ["show", "quote"]})
    hub.close()


def test_a_changed_package_never_replaces_what_was_changed_in_sayso(make_package: PackageMaker) -> None:
    folder = make_package(SAID)
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": -2})
    hub.close()
    issues = folder / "issues.csv"
    issues.write_text(issues.read_text().replace("Tax,", "Levy,"))
    hub = open_datasets(folder)
    (database,) = hub.databases.values()
    assert database.rows("SELECT stance FROM statements WHERE statement_id = 's1'") == [(-2,)]
    assert "Your own changes were kept" in database.notice
    path = database.path
    hub.close()
    assert path
    with pytest.raises(StoreError, match="holds 1 change made in Sayso"):
        load_package(folder, path)


def test_an_exported_change_is_not_ones_own_again(make_package: PackageMaker, tmp_path: Path) -> None:
    hub = open_datasets(make_package(SAID))
    (database,) = hub.databases.values()
    with change(database, "kim") as made:
        made.update("statements", {"statement_id": "s1"}, {"stance": -2})
    folder = export_package(database, tmp_path / "out")
    hub.close()
    target = load_package(folder, tmp_path / "again.duckdb")
    assert load_package(folder, target) == target
