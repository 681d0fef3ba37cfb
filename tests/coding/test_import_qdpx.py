"""A REFI-QDA project becomes a dataset: quotes at their words, statements only where a stance was coded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.coding.import_qdpx import Imported, import_qdpx
from sayso.errors import SaysoError
from sayso.ingest.qdpx.choices import Asked
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Database
from tests.qdpx_file import CODES, DEBATE, WORDS, Tree, guid, mark, text, utf16, write

HOSTILE = "'; DROP TABLE actors; -- <script>alert(1)</script>=1+1"


def imported(path: Path, **asked: Any) -> tuple[Imported, Path]:
    target = path.with_suffix(".duckdb")
    return import_qdpx(path, target, Asked(**asked)), target


def opened(target: Path) -> Database:
    (database,) = open_datasets(target).databases.values()
    return database


def test_a_debate_as_nvivo_exports_it(tmp_path: Path) -> None:
    path = write(tmp_path / "a.qdpx", DEBATE, count=utf16, folder="Sources", origin="NVivo 14")
    done, target = imported(path)
    database = opened(target)
    quotes = database.rows(
        "SELECT quotes.text, articles.text[spans[1][1] + 1 : spans[1][2]], speaker_id, coder, stated_on FROM quotes"
        " JOIN articles USING (article_id) ORDER BY quote_id"
    )
    said = [
        ("The mayor said the port must grow.", "mayor", "Ann"),
        ("The union called the tax a theft.", "harbour-union", "Ann"),
        ("وقال العمدة إن الميناء يجب أن ينمو.", "mayor", "Öykü"),
    ]
    assert quotes == [(words, words, who, coder, "../2024-05-20") for words, who, coder in said]
    assert database.rows("SELECT actor_id, issue_id, stance, coder FROM statements ORDER BY statement_id") == [
        ("mayor", "port-expansion", 1, "Ann"), ("harbour-union", "harbour-tax", -1, "Ann"),
    ]  # fmt: skip
    assert "1 passage on an issue without a stance: kept as quotes, not as statements" in done.told
    assert any("UTF-16 units" in line for line in done.told)


def test_dates_outlets_events_and_what_stays_beside_the_tables(tmp_path: Path) -> None:
    codes = CODES | {"Rallies": {"May Day": {}}, "Mood": {"Angry": {}}}
    facts = {"Date": "3.5.2024", "Outlet": "Selm Post"}
    texts = [
        text("One", WORDS, mark("The mayor said", "Actors/Mayor", "Actors/Mayor", "Mood/Angry"),
             mark("The port", "Rallies/May Day"), mark("port", "Rallies/May Day"), variables=facts),
        text("Two", "A rally.", mark("A rally.", "Rallies/May Day"), mark("", "Actors/Mayor", place=(1, 2)),
             variables={"Date": "soon"}),
    ]  # fmt: skip
    memo = f'<Notes><Note guid="{guid("n")}"><PlainTextContent>A memo.</PlainTextContent></Note></Notes>'
    path = write(tmp_path / "a.qdpx", texts, codes, more=memo)
    done, target = imported(path, events={"Rallies": "PROTEST"}, ignored=["Mood"])
    database = opened(target)
    assert database.rows("SELECT article_id, outlet_id, published_on, accessed_on FROM articles ORDER BY 1") == [
        ("text-00001", "selm-post", "2024-05-03", "2024-05-10"), ("text-00002", "unknown", None, "2024-05-10"),
    ]  # fmt: skip
    assert database.rows("SELECT title, kind::VARCHAR, happened_on FROM events") == [
        ("May Day", "PROTEST", "../2024-05-03")
    ]
    assert [len(spans) for (spans,) in database.rows("SELECT spans FROM reports ORDER BY article_id")] == [
        1,
        1,
    ]
    assert done.left_out == {
        "with a code that has no role": 1, "that repeat another": 1, "on nothing but white space": 1
    }  # fmt: skip
    assert "not in Sayso's tables: memos (1)" in done.told
    folder = export_package(database, tmp_path / "tables")
    beside = json.loads((folder / "datapackage.json").read_text("utf-8"))["qdpx"]
    assert beside["memos"] == [{"name": "", "text": "A memo."}] and len(beside["codings"]["rows"]) == 7
    assert "The mayor said the port" not in "".join(file.read_text("utf-8") for file in folder.iterdir())


def test_two_users_on_one_passage_keep_both_codings(tmp_path: Path) -> None:
    words = "The union called the tax a theft."
    both = [
        mark(words, "Actors/Harbour Union", "Themes/Harbour tax", f"Stance/{stance}", by=coder)
        for coder, stance in (("Ann", "Contra"), ("Öykü", "Pro"))
    ]
    _, target = imported(write(tmp_path / "a.qdpx", [text("One", WORDS, *both)]))
    assert opened(target).rows(
        "SELECT statements.coder, quotes.coder, stance FROM statements JOIN quotes USING (quote_id) ORDER BY 1"
    ) == [("Ann", "Ann", -1), ("Öykü", "Öykü", 1)]


def test_names_that_are_code_stay_names(tmp_path: Path) -> None:
    codes: Tree = {
        "Actors": {HOSTILE: {}, "=cmd|'x'!A1": {}, "أحمد": {}, "🌊": {}},
        "Themes": {"../../x": {}},
    }
    marks = [mark("The mayor", f"Actors/{name}", by=HOSTILE) for name in codes["Actors"]]
    path = write(tmp_path / "a.qdpx", [text(HOSTILE, WORDS, *marks)], codes, users=[HOSTILE], origin=HOSTILE)
    _, target = imported(path)
    database = opened(target)
    assert {name for (name,) in database.rows("SELECT name FROM actors")} == set(codes["Actors"])
    assert database.rows("SELECT title, (SELECT any_value(coder) FROM quotes) FROM articles") == [
        (HOSTILE, HOSTILE)
    ]


def test_ten_thousand_coded_segments_come_in(tmp_path: Path) -> None:
    words = "".join(f"Sentence {n:05d} 🌊. " for n in range(700))
    stance = ("Stance/Pro", "Stance/Contra")
    marks = [
        mark("", "Actors/Mayor", "Themes/Harbour tax", stance[n % 2], place=(n * 18, n * 18 + 14))
        for n in range(700)
    ]
    done, target = imported(write(tmp_path / "a.qdpx", [text(f"Text {n}", words, *marks) for n in range(5)]))
    assert done.rows["quotes"] == done.rows["statements"] == 3_500 and not done.left_out
    assert opened(target).rows("SELECT count(DISTINCT text), min(text) FROM quotes") == [
        (700, "Sentence 00000")
    ]


@pytest.mark.parametrize("wrong", [(5, 9_999), (9, 4), (-3, 4)])
def test_nothing_is_written_when_a_place_is_wrong(tmp_path: Path, wrong: tuple[int, int]) -> None:
    path = write(tmp_path / "a.qdpx", [*DEBATE, text("X", WORDS, mark("", "Actors/Mayor", place=wrong))])
    with pytest.raises(SaysoError, match="coded “Mayor” in “X” cannot be placed"):
        imported(path)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_left_as_it_was(tmp_path: Path) -> None:
    path = write(tmp_path / "a.qdpx", DEBATE)
    path.with_suffix(".duckdb").write_text("mine")
    with pytest.raises(SaysoError, match="is there already"):
        imported(path)
    assert path.with_suffix(".duckdb").read_text() == "mine"
