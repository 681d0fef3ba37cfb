"""One view frozen: all that a picture, a slide or a briefing needs, without a database, and as JSON.

It is what was on the screen: later changes of the data don't reach it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio

from sayso.charts.heads import Head, Heads
from sayso.charts.legend import Key
from sayso.model.frames import records
from sayso.reports import citations, leaving
from sayso.reports.report import Drawing, Part, Report

VERSION = 1
"""Of the JSON."""
MOST_QUOTES = 400
"""Statements that go along: the newest; their numbered sources are all there."""
QUOTED = [
    "statement_id", "actor_id", "actor", "issue_id", "issue", "stance", "condition", "basis", "kind", "stated_on",
    "stated_on_basis", "said_on", "quote_id", "quote", "translation", "quote_language", "speaker_id", "speaker", "event",
    "article_id", "article", "url", "outlet", "reliability", "credibility", "published_on", "is_kept", *leaving.CITED,
]  # fmt: skip


@dataclass(frozen=True)
class Exhibit:
    """One part of a report.

    - `page`, `part`: where it is from; `filters`: the scope, as `reports.choosing.scope_of` takes it;
      `options`: the page's own, as `reports.pages.report` takes them.
    - `dataset`, `dataset_title`, `data_version`, `as_of` (ISO): what it was made of.
    - `title`, `subtitle`, `notes`, `provenance`: its words.
    - `drawing`: figure, height in pixels, heads; None where the part has no chart.
    - `frame`: what is drawn, a row a mark; `table`: the same in readers' words.
    - `statements`: QUOTED columns of the MOST_QUOTES newest statements behind it; `marks`: ids of statements by mark.
    - `sources`: `reports.citations.numbered`; a statement's number is that of its article_id.
    - `legend`: what the drawing's signs mean.
    """

    page: str
    part: str
    filters: Mapping[str, Any]
    options: Mapping[str, Any]
    dataset: str
    dataset_title: str
    data_version: str
    as_of: str
    title: str
    subtitle: str
    notes: tuple[str, ...]
    provenance: str
    drawing: Drawing | None
    frame: pd.DataFrame
    table: pd.DataFrame
    statements: pd.DataFrame
    marks: Mapping[str, tuple[str, ...]]
    sources: pd.DataFrame
    legend: tuple[Key, ...] = ()

    def retitled(self, title: str) -> Exhibit:
        """The same with another title: the analyst's."""
        return replace(self, title=title)

    def to_json(self) -> str:
        """All of it as text; `from_json` reads it again."""
        plain = {name: value for name, value in vars(self).items() if name not in _FRAMES}
        drawing = self.drawing
        plain["drawing"] = drawing and {
            "figure": json.loads(str(pio.to_json(drawing.figure, engine="json"))),
            "height": drawing.height,
            "heads": drawing.heads and asdict(drawing.heads),
        }
        plain["legend"] = [asdict(key) for key in self.legend]
        frames = {name: _frame_to_plain(getattr(self, name)) for name in _FRAMES}
        return json.dumps({"version": VERSION, **plain, **frames}, ensure_ascii=False, default=_plain)

    @classmethod
    def from_json(cls, text: str) -> Exhibit:
        """What `to_json` wrote. Raises ValueError or KeyError for what it did not write."""
        plain: dict[str, Any] = json.loads(text)
        if plain.pop("version") != VERSION:
            raise ValueError("an exhibit of another version")
        drawing = plain.pop("drawing")
        plain |= {name: pd.DataFrame(**plain[name]) for name in _FRAMES}
        plain["notes"] = tuple(plain["notes"])
        plain["marks"] = {mark: tuple(ids) for mark, ids in plain["marks"].items()}
        plain["legend"] = tuple(Key(**key) for key in plain.get("legend", ()))
        return cls(**plain, drawing=drawing and _drawing_of(drawing))


_FRAMES = ("frame", "table", "statements", "sources")


def exhibit(
    report: Report, part: Part, *, filters: Mapping[str, Any] | None = None, options: Mapping[str, Any] | None = None
) -> Exhibit:  # fmt: skip
    """`part` of `report`, frozen; `options` are those that the report was asked with. The title is the part's own.

    Words that `rights` keep from leaving are not in it, whoever makes it: is_withheld says of which statements.
    """
    scope, database = report.view.scope, report.view.database
    statements = leaving.cited(database, report.statements)
    quoted = statements.reindex(columns=QUOTED).head(MOST_QUOTES).reset_index(drop=True)
    return Exhibit(
        report.page, part.name, dict(filters if filters is not None else filters_of(report)), dict(options or {}),
        report.view.database.name, report.view.database.title, report.view.database.version, scope.as_of.isoformat(),
        part.title, report.subtitle, leaving.notes_without_withheld(database, report.notes), part.provenance,
        leaving.drawing_without_withheld(database, part.draw(None)) if part.draw else None,
        leaving.without_withheld(database, part.frame), leaving.without_withheld(database, part.table()), quoted, {"/".join(mark): ids for mark, ids in part.ids().items()},
        citations.numbered(statements), part.legend,
    )  # fmt: skip


def filters_of(report: Report) -> dict[str, Any]:
    """The report's scope as keywords of `reports.choosing.scope_of`, plain values only."""
    scope = report.view.scope
    plain: dict[str, Any] = {
        "as_of": scope.as_of.isoformat(), "since": scope.since.isoformat() if scope.since else None,
        "worst_credibility": scope.worst_credibility, "count_by": scope.count_by, "measure": scope.measure,
        "known_by": scope.known_by,
    }  # fmt: skip
    lists = {
        name: list(getattr(scope, name)) for name in ("actors", "factions", "issues", "outlets", "kinds")
    }
    return plain | {name: ids for name, ids in lists.items() if ids}


def _frame_to_plain(frame: pd.DataFrame) -> dict[str, Any]:
    return {
        "columns": [str(name) for name in frame.columns],
        "data": [list(row.values()) for row in records(frame)],
    }


def _drawing_of(plain: Mapping[str, Any]) -> Drawing:
    heads = plain["heads"]
    if heads is not None:
        lists = ("rows", "columns", "row_groups", "column_groups")
        heads = Heads(**{**heads, **{name: tuple(Head(**head) for head in heads[name]) for name in lists}})
    return Drawing(go.Figure(plain["figure"]), plain["height"], heads)


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()[:10]
    if hasattr(value, "tolist"):
        return value.tolist()
    return list(value) if isinstance(value, tuple | set | frozenset) else str(value)
