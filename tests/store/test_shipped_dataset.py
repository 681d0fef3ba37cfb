"""The dataset that ships: valid to us and to Frictionless, its places right, its article not inside."""

from pathlib import Path

import pytest

from sayso.store.check import inspect_package
from sayso.store.text_check import sha256

ARTICLE = "sputnik-2021-07-24"


def test_no_problems(shipped: Path) -> None:
    found = inspect_package(shipped)
    assert found.problems == [] and found.n_tables == 16 and found.articles == (ARTICLE,)


def test_every_place_is_right_in_the_article(shipped: Path, article_text: str) -> None:
    found = inspect_package(shipped, {ARTICLE: article_text})
    assert found.problems == [] and found.articles_with_text == (ARTICLE,)


def test_the_article_is_not_in_the_package(shipped: Path, article_text: str) -> None:
    rows = (shipped / "articles.csv").read_text("utf-8")
    assert sha256(article_text) in rows
    for sentence in article_text.split(". "):
        assert len(sentence) < 60 or sentence not in rows


def test_frictionless_agrees(shipped: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(shipped / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert len(report.tasks) == 16
