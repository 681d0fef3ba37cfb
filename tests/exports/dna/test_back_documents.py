"""Articles of a dataset that came from DNA: changed, added, gone, or without their texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import ExportError
from sayso.store.changes import change
from sayso.store.export import export_package
from sayso.store.hub import Database, Hub
from sayso.store.load import load_package
from tests.bench.dna_there_and_back import dna_tables
from tests.exports.dna.conftest import QUOTE, STATEMENT, exported


def test_articles_changed_and_added(whole: tuple[Path, Database]) -> None:
    path, database = whole
    with change(database, "test") as made:
        made.update(
            "articles", {"article_id": "document-00008"}, {"title": "Renamed", "published_on": "2005-03"}
        )
        made.update("outlets", {"outlet_id": "selm-post"}, {"name": "The Selm Post"})
        common = {"outlet_id": "selm-post", "outlet_basis": "stated", "published_on": "2020-02-29"}
        made.insert(
            "articles",
            {
                "article_id": "free",
                "title": "Free",
                "text": "Wide 🌊 text.",
                "rights": ["show", "export"],
                **common,
            },
        )
        made.insert(
            "articles",
            {
                "article_id": "mine",
                "title": "Mine",
                "text": "A long secret. So it is.",
                "rights": ["show"],
                **common,
            },
        )
        for article, words, span in (("free", "text", [7, 11]), ("mine", "So it is.", [15, 24])):
            made.insert(
                "quotes", QUOTE | {"quote_id": article, "article_id": article, "text": words, "spans": [span]}
            )
            made.insert("statements", STATEMENT | {"statement_id": article, "quote_id": article})
    tables, told = exported(database, path)
    documents = {row[1]: row for row in tables["DOCUMENTS"]}
    assert (
        documents["First"][5] == "The Selm Post" and documents["Renamed"][9] == 1_109_635_200
    )  # 1 March 2005
    assert documents["Free"][2] == "Wide 🌊 text." and documents["Mine"][2] == "So it is."
    new = [row for row in tables["STATEMENTS"] if row[0] > 12]
    assert [row[2:5] for row in new] == [(10, 8, 12), (11, 0, 9)]
    assert "1 document made of its quotes alone: the text is not here, or may not leave" in told


def test_an_article_that_is_gone_takes_its_statements_along(whole: tuple[Path, Database]) -> None:
    path, database = whole
    with change(database, "test") as made:
        made.delete("statements", {"statement_id": "statement-00007"})
        made.delete("quotes", {"quote_id": "quote-00007"})
        made.delete("articles", {"article_id": "document-00008"})
    tables, told = exported(database, path)
    assert [row[0] for row in tables["STATEMENTS"]] == [5, 6] and tables["DATALONGTEXT"] == []
    assert [row[0] for row in tables["DOCUMENTS"]] == [3, 9]
    assert (
        "1 document left out: deleted in Sayso" in told and "1 statement left out: deleted in Sayso" in told
    )


def test_without_their_texts_places_stay_true(whole: tuple[Path, Database], tmp_path: Path) -> None:
    path, database = whole
    tables, told = exported(database, path, own_texts=False)
    there = dna_tables(path)
    assert tables["STATEMENTS"] == there["STATEMENTS"][1:]
    texts = {row[0]: row[2].encode("utf-16-le") for row in tables["DOCUMENTS"]}
    words = [texts[row[2]][2 * row[3] : 2 * row[4]].decode("utf-16-le") for row in tables["STATEMENTS"]]
    assert words == ["The harbour", "The mayor 🚢 agreed", "Plain", " " * 6, "Plain"]
    assert "🌊" not in texts[3].decode("utf-16-le") and any("without its text" in line for line in told)
    # A package that went through other hands has no texts at all, and gives the same.
    load_package(export_package(database, tmp_path / "tables"), tmp_path / "b.duckdb")
    hub = Hub()
    assert exported(hub.attach(tmp_path / "b.duckdb"), path)[0]["STATEMENTS"] == tables["STATEMENTS"]
    hub.close()


def test_another_text_is_not_taken_for_the_one_that_was_coded(whole: tuple[Path, Database]) -> None:
    path, database = whole
    with database.transaction() as cursor:
        cursor.execute("UPDATE articles SET text = 'Another.' WHERE article_id = 'document-00008'")
    with pytest.raises(ExportError, match="cannot be used"):
        exported(database, path)
    assert not path.with_name("back.dna").exists()
