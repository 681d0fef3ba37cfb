"""What every report has: a finding as its title, what that rests on, parts, and numbered sources."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

import pandas as pd
import plotly.graph_objects as go

from sayso.charts.heads import Heads
from sayso.charts.legend import Key
from sayso.errors import QueryError
from sayso.queries.answer import Answer
from sayso.reports import citations, heading
from sayso.reports.evidence import Ids, evidence_of
from sayso.reports.view import View


@dataclass(frozen=True)
class Drawing:
    """A figure, the pixels that it is high, and the names of its rows and columns where the figure has no axes."""

    figure: go.Figure
    height: int
    heads: Heads | None = None


@dataclass(frozen=True)
class Part:
    """One thing that the reader sees. What costs time is made when it is asked for.

    - `name`: tells the parts of a page apart; the table's file is named so.
    - `title`: what it shows, and its picture's words for who cannot see it.
    - `frame`: what is drawn, one row a mark; `table()` says the same in readers' words.
    - `draw(selected)`: the chart, the selected mark outlined; None where there is none.
    - `ids()`: the statements behind each mark.
    - `legend`: what the chart's signs mean.
    - `answers`, `method`: how it was computed; `provenance`: the line beneath the chart.
    """

    name: str
    title: str
    frame: pd.DataFrame
    table: Callable[[], pd.DataFrame]
    answers: tuple[Answer, ...] = ()
    method: str = ""
    provenance: str = ""
    draw: Callable[[Any], Drawing] | None = None
    ids: Callable[[], Ids] = dict
    legend: tuple[Key, ...] = ()

    @property
    def figure(self) -> go.Figure | None:
        """The chart with nothing selected."""
        return self.draw(None).figure if self.draw else None


class Report(ABC):
    """One page's answer in one view. Pages derive from it with what is their own."""

    page: ClassVar[str]
    view: View

    @property
    @abstractmethod
    def title(self) -> str:
        """The finding, a sentence."""

    @property
    @abstractmethod
    def parts(self) -> tuple[Part, ...]:
        """What the page shows, in its order; the first is the page's own chart."""

    @property
    def subtitle(self) -> str:
        """What the finding rests on."""
        return heading.subtitle(self.view)

    @property
    def notes(self) -> tuple[str, ...]:
        """Further sentences that stand on the page, in its order."""
        return ()

    @property
    def statements(self) -> pd.DataFrame:
        """Every statement in scope that the report may rest on (`reports.evidence.evidence_of`)."""
        return evidence_of(self.view)

    @property
    def frame(self) -> pd.DataFrame:
        """What the page's own chart is drawn from; the caller's, to be changed freely."""
        return self.parts[0].frame.copy()

    @property
    def table(self) -> pd.DataFrame:
        """The page's own table, in readers' words."""
        return self.parts[0].table()

    @property
    def figure(self) -> go.Figure | None:
        """The page's own chart."""
        return self.parts[0].figure

    @property
    def sources(self) -> pd.DataFrame:
        """The articles that it rests on, numbered (`reports.citations.numbered`)."""
        return citations.numbered(self.statements)

    def part(self, name: str) -> Part:
        """The part of that name. Raises QueryError if there is none."""
        for part in self.parts:
            if part.name == name:
                return part
        names = ", ".join(part.name for part in self.parts)
        raise QueryError("Reading a report", f"“{self.page}” has no part “{name}”.", f"It has: {names}.")
