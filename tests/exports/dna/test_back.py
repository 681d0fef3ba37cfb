"""A dataset that came from DNA goes back whole, with what was changed in Sayso."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.import_dna import import_dna
from sayso.ingest.dna.choices import Asked
from sayso.store.changes import Change, change
from sayso.store.datasets import open_datasets
from sayso.store.hub import Database, Hub
from tests.bench.dna_there_and_back import differing, dna_tables, there_and_back
from tests.dna_file import said, write, write_whole
from tests.exports.dna.conftest import QUOTE, STATEMENT, exported

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "dna" / "sample.dna"
FIRST, SECOND, THIRD = "statement-00005", "statement-00006", "statement-00007"
ACTOR = {"kind": "organisation", "name": "Harbour Club"}


def of(tables: dict[str, list[Any]], statement: int) -> dict[str, Any]:
    """A statement's row, its entities by variable, its levels and notes."""
    names = {row[0]: row[2] for row in tables["ENTITIES"]}
    (row,) = [row for row in tables["STATEMENTS"] if row[0] == statement]
    values = {row[2]: names[row[3]] for row in tables["DATASHORTTEXT"] if row[1] == statement}
    level = [row[3] for name in ("DATABOOLEAN", "DATAINTEGER") for row in tables[name] if row[1] == statement]
    return {"row": row[1:], "values": values, "level": level}


def test_nothing_is_lost_there_and_back(tmp_path: Path) -> None:
    n_tables, n_differing = there_and_back(write_whole(tmp_path / "a.dna"), networks=False)
    assert n_tables > 30 and n_differing == 0


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the sample database of DNA is not here")
def test_nothing_of_the_sample_is_lost() -> None:
    assert there_and_back(SAMPLE, networks=False)[1] == 0


def test_a_difference_would_be_counted(tmp_path: Path) -> None:
    one, other = write_whole(tmp_path / "a.dna"), write_whole(tmp_path / "b.dna")
    with closing(sqlite3.connect(other)) as db, db:
        db.execute("UPDATE REGEXES SET Red = 7 WHERE Label = '[a'")
        db.execute("DELETE FROM DATALONGTEXT")
    assert differing(dna_tables(one), dna_tables(other)) == 2


def test_a_file_of_fewer_columns_gets_those_that_dna_fills_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", [said("EPA", "Tax", 1), said("EPA", "Tax", 0, document=77)])
    import_dna(path, tmp_path / "a.duckdb", Asked())
    hub = open_datasets(tmp_path / "a.duckdb", may_copy=False)
    tables, told = exported(hub.databases["a"], path)
    hub.close()
    assert [row[5:7] for row in tables["CODERS"]] == [(0, 14), (0, 14)]
    assert (
        len(tables["STATEMENTS"]) == 1
        and "1 row of STATEMENTS left out: it refers to what is not there" in told
    )


def new_statement(made: Change) -> None:
    made.insert("quotes", QUOTE)
    made.insert("statements", STATEMENT)


def new_actor_and_issue(made: Change) -> None:
    made.insert("actors", {"actor_id": "harbour-club", "country": "XV", **ACTOR})
    made.insert("aliases", {"alias": "The Club", "actor_id": "harbour-club"})
    made.insert("issues", {"issue_id": "sea", "proposition": "s" * 300, "short_name": "Sea", "supports_means": "+", "opposes_means": "-", "sort": 9})  # fmt: skip


def merged_actor(made: Change) -> None:
    made.update("statements", {"statement_id": SECOND}, {"actor_id": "epa"})
    made.update("quotes", {"quote_id": "quote-00006"}, {"speaker_id": "epa"})
    made.delete("actors", {"actor_id": "club"})


def merged_under_its_name(made: Change) -> None:
    merged_actor(made)
    made.update("actors", {"actor_id": "epa"}, {"name": "Club"})


def edit(table: str, key: dict[str, str], **values: Any) -> Callable[[Change], None]:
    return lambda made: made.update(table, key, values)


NAMES = {1: "Ann", 2: "EPA", 3: "Tax"}
AS_IT_WAS = {"row": (1, 3, 6, 17, 4), "values": NAMES, "level": [1]}


@pytest.mark.parametrize(
    ("changed", "statement", "expected"),
    [
        (edit("statements", {"statement_id": FIRST}, stance=-1), 5, {**AS_IT_WAS, "level": [0]}),
        (edit("statements", {"statement_id": FIRST}, issue_id="war"), 5, {**AS_IT_WAS, "values": NAMES | {3: "War"}}),
        (edit("statements", {"statement_id": FIRST}, actor_id="club"), 5, {**AS_IT_WAS, "values": NAMES | {2: "Club"}}),
        (edit("statements", {"statement_id": FIRST}, coder="Admin"), 5, {**AS_IT_WAS, "row": (1, 3, 6, 17, 1)}),
        (edit("quotes", {"quote_id": "quote-00005"}, speaker_id="epa"), 5, {**AS_IT_WAS, "values": NAMES | {1: ""}}),
        (edit("quotes", {"quote_id": "quote-00005"}, spans=[[19, 33]]), 5, {**AS_IT_WAS, "row": (1, 3, 24, 39, 4)}),
        (edit("actors", {"actor_id": "epa"}, name="The EPA"), 5, {**AS_IT_WAS, "values": NAMES | {2: "The EPA"}}),
        (edit("issues", {"issue_id": "tax"}, proposition="A tax."), 5, {**AS_IT_WAS, "values": NAMES | {3: "A tax."}}),
        (merged_actor, 6, {"row": (1, 3, 20, 39, 1), "values": {1: "", 2: "EPA", 3: "Tax"}, "level": [0]}),
        (merged_under_its_name, 6, {"row": (1, 3, 20, 39, 1), "values": {1: "", 2: "Club", 3: "Tax"}, "level": [0]}),
        (new_statement, 13, {"row": (1, 3, 30, 39, 5), "values": {1: "Ann", 2: "EPA", 3: "War"}, "level": [0]}),
    ],
    ids=["stance", "issue", "actor", "coder", "speaker", "place", "name", "wording", "merged", "merged under its name", "new"],
)  # fmt: skip
def test_a_change_goes_into_the_row_it_is_about(
    whole: tuple[Path, Database], changed: Callable[[Change], None], statement: int, expected: dict[str, Any]
) -> None:
    path, database = whole
    with change(database, "test") as made:
        changed(made)
    tables, _ = exported(database, path)
    assert of(tables, statement) == expected
    before = {name: rows[1:] for name, rows in dna_tables(path).items()}
    for untouched in ("SETTINGS", "DOCUMENTS", "VARIABLES", "VARIABLELINKS", "REGEXES", "DATALONGTEXT"):
        assert tables[untouched] == before[untouched]


@pytest.mark.parametrize("stance", [0, 2])
def test_a_stance_beyond_yes_and_no_makes_the_variable_a_number(
    whole: tuple[Path, Database], stance: int
) -> None:
    path, database = whole
    with change(database, "test") as made:
        made.update("statements", {"statement_id": FIRST}, {"stance": stance})
    tables, told = exported(database, path)
    assert (4, "agreement", "integer", 1) in tables["VARIABLES"] and tables["DATABOOLEAN"] == []
    assert [row[1:] for row in tables["DATAINTEGER"]] == [(5, 4, stance), (6, 4, -1), (7, 4, 1), (12, 4, -1)]
    assert any(line.startswith("1 statement for whose stance “agreement” had no value") for line in told)


def test_actors_and_issues_of_whom_nothing_is_said(whole: tuple[Path, Database]) -> None:
    path, database = whole
    with change(database, "test") as made:
        new_actor_and_issue(made)
        made.update("actors", {"actor_id": "ann"}, {"country": "XN"})
    tables, _ = exported(database, path)
    entities = {row[2]: row[0] for row in tables["ENTITIES"]}
    names = {row[0]: row[2] for row in tables["ATTRIBUTEVARIABLES"]}
    facts = {(row[1], names[row[2]]): row[3] for row in tables["ATTRIBUTEVALUES"]}
    club = entities["Harbour Club"]
    assert "Sea" in entities and facts[club, "Alias"] == "The Club" and facts[club, "country"] == "XV"
    assert facts[2, "country"] == "XN" and facts[2, "Type"] == "Lawyer" and facts[3, "country"] == ""
    per_variable = {
        row[0]: sum(other[1] == row[1] for other in tables["ENTITIES"])
        for row in tables["ATTRIBUTEVARIABLES"]
    }
    for variable, n in per_variable.items():  # DNA has a value, if an empty one, for every entity
        assert sum(row[2] == variable for row in tables["ATTRIBUTEVALUES"]) == n or variable in (1, 2, 5)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("statements", {"statement_id": FIRST}, {"status": "rejected"}), "1 statement left out: rejected"),
        (("quotes", {"quote_id": "quote-00005"}, {"status": "rejected"}), "1 statement left out: its quote or article"),
        (("articles", {"article_id": "document-00003"}, {"withdrawn_on": "2006-01-01"}), "2 statements left out: its"),
    ],
)  # fmt: skip
def test_what_does_not_count_is_left_out_and_told(whole: tuple[Path, Database], row: Any, why: str) -> None:
    path, database = whole
    with change(database, "test") as made:
        made.update(*row)
    tables, told = exported(database, path)
    assert 5 not in {row[0] for row in tables["STATEMENTS"]} and 9 in {row[0] for row in tables["STATEMENTS"]}
    assert 5 not in {row[1] for name in ("DATABOOLEAN", "DATASHORTTEXT") for row in tables[name]}
    assert any(line.startswith(why) for line in told)


def test_variables_that_sayso_does_not_code_are_filled_as_dna_does(tmp_path: Path) -> None:
    path = write_whole(tmp_path / "a.dna")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("INSERT INTO VARIABLES VALUES (20, 'sure', 'boolean', 1), (21, 'remark', 'long text', 1)")
    import_dna(path, tmp_path / "a.duckdb", Asked(unit="organization", level="agreement"))
    hub = Hub()
    database = hub.attach(tmp_path / "a.duckdb")
    with change(database, "test") as made:
        new_statement(made)
    tables, told = exported(database, path)
    hub.close()
    assert [row[1:] for row in tables["DATABOOLEAN"]][-2:] == [(13, 4, 0), (13, 20, 1)]
    assert tables["DATALONGTEXT"][-1][1:] == (13, 21, "")
    assert told == ("1 statement with DNA’s default of “sure”, which Sayso does not code",)
