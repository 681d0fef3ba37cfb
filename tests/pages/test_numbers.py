"""Every number on the screen is one that the page's report gives, in three views of the harbour debate."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cached_property
from html import unescape
from typing import Any

import pandas as pd
import plotly.io as pio
import pytest

from sayso.reports import datasets
from sayso.reports.choosing import Filters, scope_of
from sayso.reports.pages import REPORTS, report
from sayso.reports.report import Part, Report
from sayso.reports.view import View
from sayso.views.registry import BY_KEY
from tests.conftest import REPOSITORY
from tests.pages.screen import Screen, open_screen

SCOPES: dict[str, tuple[dict[str, str | list[str]], Filters]] = {
    "all": ({}, {}),
    "two days, every statement, the latest": (
        {
            "asof": "2025-03-31",
            "said_since": "2024-03-01",
            "count": "every statement",
            "measure": "latest statement",
        },
        {"as_of": "2025-03-31", "since": "2024-03-01", "count_by": "statement", "measure": "latest"},
    ),
    "two factions, direct quotes, as published": (
        {"factions": ["Cabinet", "Harbour Front"], "kinds": ["direct quotes"], "known": "published by then"},
        {"factions": ["cabinet", "harbour-front"], "kinds": ["direct"], "known_by": "published"},
    ),
}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Of keys and rules that stand on the page whatever the data: steps of a scale, how a test is made.
SCREEN_ONLY = {
    "coalitions": {"0", "20", "40", "60", "80", "100"},
    "sources": {"0", "5", "10", "20", "40", "60", "80", "100"},
}


@pytest.mark.parametrize("view", SCOPES)
@pytest.mark.parametrize("page", [page for page in REPORTS if page in BY_KEY])  # two sides' words have none
def test_the_screen_says_what_the_report_says(page: str, view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    params, filters = SCOPES[view]
    screen = open_screen(page, **params)
    (database,) = datasets.databases().values()
    answer = report(page, database, scope_of(database, **filters))
    assert _pieces(screen, "sy-title") == [answer.title]
    assert _pieces(screen, "sy-subtitle") == [answer.subtitle]
    assert set(_pieces(screen, "sy-fine sy-made")) <= set(_words(answer, []))
    _same_tables(screen, answer)
    _same_charts(screen, answer)
    strange = set(NUMBER.findall(_sentences(screen))) - _numbers(answer) - SCREEN_ONLY.get(page, set())
    assert strange == set()


def test_a_number_of_the_screen_s_own_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(REPOSITORY / "data" / "harbour-debate"))
    open_screen("matrix")
    (database,) = datasets.databases().values()
    assert "987,654" not in _numbers(report("matrix", database, scope_of(database)))


def _pieces(screen: Screen, css: str) -> list[str]:
    pieces = re.findall(rf'class="{css}"[^>]*>(.*?)</(?:p|h1)>', screen.markup, flags=re.DOTALL)
    return [_plain(piece) for piece in pieces]


def _plain(piece: str, gap: str = "") -> str:
    return unescape(re.sub(r"<[^>]*>", gap, piece))


def _sentences(screen: Screen) -> str:
    """What stands on the page without SQL and without quotes, which are the speakers' numbers."""
    quotes = r"<article.*?</article>|<style>.*?</style>"
    ours = _plain(re.sub(quotes, " ", screen.markup, flags=re.DOTALL), " ")
    kinds = ("caption", "warning", "info")
    said = [str(getattr(piece, "value", "")) for kind in kinds for piece in screen.app.get(kind)]
    labels = [str(link.proto.label) for link in screen.links]
    buttons = [button.label for button in screen.app.button]
    computed = {str(piece.value) for fold in screen.app.expander for piece in fold.caption}
    markdown = "\n".join([*(piece for piece in said if piece not in computed), *labels, *buttons])
    return ours + re.sub(r"\\(.)", r"\1", markdown)


def _same_tables(screen: Screen, answer: Report) -> None:
    tables = [part.table() for part in answer.parts]
    for shown in screen.tables:
        assert any(_is_same(shown, table) for table in tables), f"no part of the report has\n{shown.head()}"


def _is_same(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    return one.shape == other.shape and one.astype(str).equals(other.astype(str))


def _same_charts(screen: Screen, answer: Report) -> None:
    drawn = [json.loads(str(pio.to_json(part.figure, validate=False))) for part in answer.parts if part.draw]
    for chart in screen.charts():
        assert json.loads(chart)["figure"] in drawn, json.loads(chart)["alt"]


def _numbers(answer: Report) -> set[str]:
    return {number for piece in _words(answer, []) for number in NUMBER.findall(piece)}


def _words(value: Any, seen: list[object]) -> Iterator[str]:
    """Every word and number that a report holds: its fields, properties and tables, and those of what it holds."""
    if isinstance(value, str | int | float):
        yield str(value)
    elif isinstance(value, View) or value is None or any(value is each for each in seen):
        return
    elif isinstance(value, pd.DataFrame):
        yield from map(str, value.to_numpy().ravel())
    elif isinstance(value, dict):
        yield from _words([*value.keys(), *value.values()], seen)
    elif isinstance(value, list | tuple | set):
        for each in value:
            yield from _words(each, seen)
        yield from _properties(value, seen)
    elif isinstance(value, Part):
        yield from (value.title, value.provenance, value.method)
        yield from _words(value.table(), seen)
    elif is_dataclass(value):
        seen.append(value)  # held, so that no later object gets its id
        for field in fields(value):
            yield from _words(getattr(value, field.name), seen)
        yield from _properties(value, seen)


def _properties(value: Any, seen: list[object]) -> Iterator[str]:
    members = {name: member for kind in type(value).__mro__ for name, member in vars(kind).items()}
    for name, member in sorted(members.items()):
        is_computed = isinstance(member, property | cached_property)
        if is_computed and not name.startswith("_") and name not in ("figure", "view", "database"):
            yield from _words(getattr(value, name), seen)
