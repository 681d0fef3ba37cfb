"""A table coded elsewhere in a dataset: all of it or nothing, twice is once, and Undo takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sayso.coding.table import import_table, plan
from sayso.errors import SaysoError, StoreError
from sayso.ingest.coded_table.mapping import TableMap, from_json, guess
from sayso.ingest.coded_table.table import Table, read_table
from sayso.store.changes import change
from sayso.store.hub import Database
from sayso.store.undoing import last_undoable, undo
from tests.coding.races import meanwhile
from tests.conftest import DatasetMaker
from tests.table_file import ROWS, TITLES, lines
from tests.tiny import say

TEXT = "The hall was full. “We want it sold,” said Ann. Nobody\nelse spoke."
NAMES = ("outlets", "articles", "actors", "aliases", "issues", "quotes", "statements", "revisions", "dates")


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    said = [say("ann", "tax", 1, "2024-01-03", article="a1", text="We want it sold")]
    more = {"aliases": [{"alias": "Mayor Ann", "actor_id": "ann"}, {"alias": "Ann A.", "actor_id": "ann"}]}
    return make_dataset(said, articles={"a1": {"title": "The sale", "text": TEXT}}, more=more)


def contents(database: Database, names: tuple[str, ...] = NAMES[:7]) -> dict[str, Any]:
    return {name: sorted(database.rows(f"FROM {name}"), key=str) for name in names}


def table(*rows: list[Any], titles: list[str] = TITLES) -> Table:
    return read_table("coded.csv", lines([titles, *(rows or ROWS)]))


def test_statements_come_in_accepted_with_their_coder_and_undo_takes_all_back(database: Database) -> None:
    before = contents(database)
    asked = table()
    done = import_table(database, "kim", asked, guess(asked))
    assert done.in_words() == "3 statements on 3 new quotes in 2 new articles"
    assert len(done.moved) == 3
    rows = database.rows(
        "SELECT a.name, i.short_name, s.stance, s.status::VARCHAR, s.coder, q.kind::VARCHAR, q.stated_on, r.title,"
        " r.published_on, o.name, o.reliability::VARCHAR FROM statements s JOIN quotes q USING (quote_id)"
        " JOIN actors a ON a.actor_id = s.actor_id JOIN issues i USING (issue_id) JOIN articles r USING (article_id)"
        " JOIN outlets o USING (outlet_id) WHERE s.coder = 'kim' ORDER BY statement_id LIMIT 2"
    )
    assert ("Bob Oz", "Dredge the channel", 2, "accepted", "kim", "indirect", "2024-07-26", "Dredging", "2024-07-26", "Selm Post", "F") in rows  # fmt: skip
    last = last_undoable(database, "kim")
    assert last and last.note == "coded.csv imported"
    undo(database, "kim", last)
    assert contents(database) == before


def test_what_somebody_else_changed_meanwhile_is_not_told_as_moved_by_the_table(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deed() -> None:
        with change(database, "lee") as made:
            ((statement,),) = made.rows("SELECT statement_id FROM statements")
            made.update("statements", {"statement_id": statement}, {"stance": -2})

    asked = table()
    meanwhile(monkeypatch, deed)
    done = import_table(database, "kim", asked, guess(asked))
    assert len(done.moved) == 3 and "tax" not in set(done.moved["issue_id"])


def test_the_same_table_again_adds_nothing_and_a_longer_one_only_what_is_news(database: Database) -> None:
    asked = table()
    import_table(database, "kim", asked, guess(asked))
    after = contents(database, NAMES)
    with pytest.raises(SaysoError, match="in the dataset already"):
        import_table(database, "kim", asked, guess(asked))
    assert contents(database, NAMES) == after
    longer = table(
        *ROWS, ["Cem", "Sell the quay", "no", "2024-07-24", "Quay sale nears", "Selm Post", "Never"]
    )
    done = import_table(database, "kim", longer, guess(longer))
    assert done.in_words() == "1 statement on 1 new quote in 0 new articles" and done.plan.there == [2, 3, 4]


def test_known_names_aliases_and_words_are_used_again(database: Database) -> None:
    asked = table(
        ["mayor ANN", "Tax goes up.", "yes", "2024-01-04", "the sale", "The Herald", "“We want it\nsold,”"]
    )
    found = plan(database, "kim", asked, guess(asked))
    assert found.new == {"actors": {}, "issues": {}, "outlets": {}} and found.there == []
    assert {name: len(rows) for name, rows in found.tables.items() if rows} == {"quotes": 1, "statements": 1}
    start, end = found.tables["quotes"][0]["spans"][0]
    assert found.tables["quotes"][0]["article_id"] == "a1" and TEXT[start:end] == "“We want it sold,”"


def test_a_near_name_is_only_suggested_and_once_said_to_be_the_same_becomes_an_alias(
    database: Database,
) -> None:
    asked = table(["Mayor Anne", *ROWS[0][1:]])
    mapping = guess(asked)
    assert plan(database, "kim", asked, mapping).new["actors"] == {"Mayor Anne": "ann"}
    import_table(database, "kim", asked, replace(mapping, same={"actors": {"Mayor Anne": "ann"}}))
    assert database.rows("SELECT actor_id FROM aliases WHERE alias = 'Mayor Anne'") == [("ann",)]
    assert database.rows("SELECT count(*) FROM actors") == [(1,)]


BAD = [
    (2, 7, "no meaning on the scale"), (0, "", "names no speaker"), (1, "", "names no issue"), (2, "", "It is empty"),
    (3, "2024-02-30", "does not exist"), (3, "03/04/2024", "two readings"), (3, "", "no date"),
    (0, "x" * 121, "121 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "says"), BAD)
def test_one_wrong_row_keeps_the_whole_table_out_unless_it_is_left_out(
    database: Database, place: int, value: Any, says: str
) -> None:
    before = contents(database, NAMES)
    asked = table(*ROWS, [*ROWS[0][:place], value, *ROWS[0][place + 1 :]])
    with pytest.raises(SaysoError) as told:
        import_table(database, "kim", asked, guess(asked))
    assert f"Row 5, {TITLES[place]}:" in told.value.message and says in told.value.message
    assert contents(database, NAMES) == before
    done = import_table(database, "kim", asked, guess(asked), leave_out=True)
    assert done.left_out == [5] and len(done.plan.tables["statements"]) == 3


def test_words_that_contradict_each_other_the_text_or_a_shared_name_are_told(database: Database) -> None:
    asked = table(
        *ROWS, [*ROWS[0][:2], "oppose", *ROWS[0][3:]],
        ["Bob Oz", "Tax", "no", "2024-01-04", "The sale", "The Herald", "It was never said"],
    )  # fmt: skip
    found = plan(database, "kim", asked, guess(asked))
    assert [(each.row, each.column) for each in found.problems] == [(5, "Stance"), (6, "Quote")]
    assert "Row 2 has these words with stance +1" in found.problems[0].wrong


def test_organisations_coders_and_html_are_kept_as_they_are(database: Database) -> None:
    titles = [*TITLES, "Organisation", "Coder", "Language", "Credibility"]
    asked = table(
        ["<b>عمر</b>", *ROWS[0][1:], "Union", "Öykü", "ar", "B2"],
        ["", *ROWS[1][1:], "Union", "Cem", "", ""],
        titles=titles,
    )
    import_table(database, "kim", asked, guess(asked))
    assert database.rows("SELECT name, kind::VARCHAR, organisation_id FROM actors WHERE actor_id <> 'ann' ORDER BY name") == [
        ("<b>عمر</b>", "person", "union"), ("Union", "organisation", None),
    ]  # fmt: skip
    assert database.rows("SELECT coder FROM statements WHERE coder <> 'test' ORDER BY 1") == [
        ("Cem",),
        ("Öykü",),
    ]
    assert database.rows("SELECT language, credibility FROM quotes WHERE coder = 'Öykü'") == [("ar", 2)]


def test_a_table_without_words_or_articles_says_what_it_rests_on(database: Database) -> None:
    asked = table(*[row[:4] for row in ROWS], titles=TITLES[:4])
    found = plan(database, "kim", asked, guess(asked))
    assert len(found.tables["articles"]) == 2 and len(found.told) == 2
    assert {row["text"] for row in found.tables["quotes"]} == {"(no words given)"}


def test_a_mapping_is_saved_and_used_again(database: Database) -> None:
    asked = table(
        *[[*row[:2], "dafür", *row[3:]] for row in ROWS],
        titles=["Wer", "Was", "Wie", "Wann", "Titel", "Blatt", "Zitat"],
    )
    columns = dict(
        zip(("speaker", "issue", "stance", "date", "title", "outlet", "quote"), asked.columns, strict=True)
    )
    saved = TableMap(columns=columns, stances={"dafür": 1}, sheet="").to_json()
    known = from_json("m.json", saved.encode())
    assert len(plan(database, "kim", asked, guess(asked, known)).tables["statements"]) == 3
    for broken in (
        b"",
        b"[]",
        b"\xff",
        saved.replace("1,", "7,", 1).replace('": 1\n', '": 7\n').encode(),
        saved.replace("stances", "x").encode(),
    ):
        with pytest.raises(SaysoError):
            from_json("m.json", broken)


def test_a_dataset_that_is_only_read_stays_as_it_is(database: Database) -> None:
    database.is_writable = False
    before, asked = contents(database, NAMES), table()
    with pytest.raises(StoreError, match="reading only"):
        import_table(database, "kim", asked, guess(asked))
    assert contents(database, NAMES) == before
