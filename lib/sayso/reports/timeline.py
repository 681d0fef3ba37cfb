"""What happened, and who said what, in order? Events and statements in lanes, in the stretch that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.analysis import windows
from sayso.charts import legend as keys
from sayso.charts import timeline as chart
from sayso.charts import timeline_packing as packing
from sayso.charts.timeline_layout import Lane, Window
from sayso.charts.timeline_overlays import Strip
from sayso.model.dates import day_words, stretch_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import STANCES
from sayso.model.scope import Scope
from sayso.model.wording import agreeing, all_of, counted, sentence
from sayso.queries import timeline as questions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part, Report
from sayso.reports.timeline_extent import Extent, days_of, extent, window
from sayso.reports.timeline_marks import Lanes, event_marks, statement_ticks
from sayso.reports.view import View, look
from sayso.store.hub import Database

__all__ = ["Extent", "Lanes", "Timeline", "extent", "timeline"]

_MONTHS = 92  # days: a window in which months can be told apart
_REST: dict[Lanes, str] = {"faction": "No faction", "actor": "Others", "issue": "Events"}
_METHOD = "Dates are EDTF; a bar or arrow covers what the date can mean."
_HOW = "days as the articles state them; near statements share a tick"
_MARKS = ["what", "id", "text", "date", "precision", "low", "high", "actor_id", "issue_id", "stance"]


@dataclass(frozen=True)
class Timeline(Report):
    """Events and statements, and the window in which they are drawn."""

    page: ClassVar[str] = "timeline"
    view: View
    event_answer: Answer
    statement_answer: Answer
    lanes: Lanes
    extent: Extent
    start: date
    end: date
    is_turned: bool
    """Whether the start that was given is not before the end: the busiest window is shown instead."""

    @property
    def subtitle(self) -> str:
        """What it rests on: statements, whose mean or latest is nowhere."""
        return heading.subtitle(self.view, basis="statements")

    @property
    def first(self) -> date:
        """The first day that there is anything to draw."""
        return self.extent.first

    @property
    def last(self) -> date:
        """The last day."""
        return self.extent.last

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.event_answer.frame.empty and self.statement_answer.frame.empty

    @property
    def window(self) -> Window:
        """The stretch that is drawn."""
        return window(self.start, self.end)

    @cached_property
    def title(self) -> str:
        """The month in which most was said and what happened in it, or how much lies in the window."""
        if not self.days:
            return f"{counted(len(self.event_answer.frame), 'event')}, and no statement that counts"
        inside = sum(self.start <= day <= self.end for day in self.days)
        if busiest := self._busiest_month(inside):
            return busiest
        fall = agreeing(inside, "falls", "fall")
        if inside == len(self.days):
            whole = stretch_words(min(self.days), max(self.days), is_exact=self._are_days)
            return f"{sentence(all_of(inside, 'statement'))} {fall} {whole}"
        end = min(self.end, self.view.scope.as_of)
        between = f"between {day_words(self.start)} and {day_words(end)}"
        return f"{inside} of {counted(len(self.days), 'statement')} {fall} {between}"

    @property
    def notes(self) -> tuple[str, ...]:
        """That the days that were given are the wrong way round, if they are."""
        if not self.is_turned:
            return ()
        return (f"“From” must be before “To”: showing {day_words(self.start)} to {day_words(self.end)}.",)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The timeline."""
        return (self.chart(),)

    def chart(self, *, strips: tuple[Strip, ...] = (), selected_bar: str | None = None) -> Part:
        """The timeline, with `strips` of overlays (`reports.overlays`) and one bar of theirs selected."""

        def draw(selected: str | None) -> Drawing:
            events, inside = self.event_answer.frame, self.window
            marks = event_marks(events, inside, self.lanes)
            ticks = statement_ticks(self.statement_answer.frame, self.view, self.lanes)
            everything = event_marks(events, self.extent.whole, self.lanes)
            lanes = packing.fill(
                self._lanes, marks, packing.gather(ticks, inside), inside,
                Lane("", _REST[self.lanes], "var(--muted)"),
            )  # fmt: skip
            drawing = chart.timeline(
                lanes, packing.label_overview(everything, self.extent.whole),
                windows.bins(self.days, self.start, self.end), inside, self.extent.whole,
                selected=selected, strips=strips, selected_bar=selected_bar,
            )  # fmt: skip
            return Drawing(drawing.figure, drawing.height)

        return Part(
            "timeline", self.title, self.marks, self._table, (self.event_answer, self.statement_answer),
            _METHOD, heading.provenance(self.view, _HOW, basis="statements"), draw, self._ids,
            (*keys.EVENTS, *keys.of_steps(STANCES.values())),
        )  # fmt: skip

    @cached_property
    def days(self) -> list[date]:
        """The day of each statement."""
        return days_of(self.statement_answer.frame["said_on"])

    @property
    def _are_days(self) -> bool:
        return bool((self.statement_answer.frame["precision"] == "day").all())

    @property
    def marks(self) -> pd.DataFrame:
        """One row an event or statement; `low` and `high` are the first and last day that its date can mean."""
        return ask(_marks_of, self.view.database, self.view.scope)

    @property
    def _lanes(self) -> list[Lane]:
        lookup = self.view.lookup
        names = {"faction": lookup.factions, "actor": lookup.actors, "issue": lookup.issues}[self.lanes]
        return [Lane(key, name, self._colour(key)) for key, name in names.items()]

    def _colour(self, key: str) -> str:
        lookup = self.view.lookup
        faction = {"faction": key, "actor": lookup.faction_of.get(key, "")}.get(self.lanes, "")
        return lookup.faction_colours.get(faction, "var(--ink)")

    def _busiest_month(self, n_inside: int) -> str | None:
        """In a window of several months the busiest one, with its weightiest event."""
        if (self.end - self.start).days < _MONTHS:
            return None
        dates = self.statement_answer.frame[["stated_low", "stated_high"]].dropna()
        stretches = zip(days_of(dates["stated_low"]), days_of(dates["stated_high"]), strict=True)
        busiest = windows.busiest_month(
            (low, high) for low, high in stretches if self.start <= low and high <= self.end
        )
        if busiest is None:
            return None
        month, n = busiest
        events = self.event_answer.frame
        is_past = events["modality"].isin(["happened", "ongoing"])
        then = events[is_past & events["happened_on"].str.startswith(month)]
        most = f"{n} of {counted(n_inside, 'statement')} were made in {date_words(month)}"
        if then.empty:
            return f"{most}, more than in any other month"
        return f"{most}, the month of “{then.sort_values('weight').iloc[-1]['title']}”"

    def _ids(self) -> Ids:
        """Of an event the statements that rest on it, of a statement itself."""
        of_events = evidence_of(self.view)
        of_events = of_events[of_events["event_id"].notna()].assign(what="event")
        own = self.statement_answer.frame[["statement_id"]].assign(what="statement")
        return {**ids_by(of_events, ["what", "event_id"]), **ids_by(own, ["what", "statement_id"])}

    def _table(self) -> pd.DataFrame:
        """Events and statements in one order."""
        lookup = self.view.lookup
        events: list[dict[str, Any]] = [
            {"Date": date_words(row["happened_on"]), "What": "event", "Who": row["actors"], "Text": row["title"],
             "Kind": f"{row['modality']}, {row['kind'].lower()}", "EDTF": row["happened_on"], "id": row["event_id"],
             "order": row["date_low"] or row["date_high"]}
            for row in records(self.event_answer.frame)
        ]  # fmt: skip
        statements: list[dict[str, Any]] = [
            {"Date": date_words(row["stated_on"]), "What": "statement", "Who": lookup.actors[row["actor_id"]], "Text": row["label"],
             "Kind": f"{STANCES[int(row['stance'])].word}: {lookup.issues[row['issue_id']]}", "EDTF": row["stated_on"],
             "id": row["statement_id"], "order": row["said_on"]}
            for row in records(self.statement_answer.frame)
        ]  # fmt: skip
        rows = sorted([*events, *statements], key=lambda row: str(row["order"]))
        return pd.DataFrame(rows, columns=["Date", "What", "Who", "Text", "Kind", "EDTF", "id"])


def _marks_of(database: Database, scope: Scope) -> pd.DataFrame:
    events = ask(questions.events, database, scope).frame.rename(
        columns={"event_id": "id", "title": "text", "happened_on": "date", "date_low": "low", "date_high": "high"}
    )  # fmt: skip
    statements = ask(questions.statements, database, scope).frame.rename(
        columns={"statement_id": "id", "label": "text", "stated_on": "date", "stated_low": "low", "stated_high": "high"}
    )  # fmt: skip
    both = [events.assign(what="event"), statements.assign(what="statement")]
    return pd.concat(both, ignore_index=True).reindex(columns=_MARKS)


def timeline(
    database: Database,
    scope: Scope,
    *,
    lanes: Lanes = "faction",
    start: date | None = None,
    end: date | None = None,
) -> Timeline:
    """The timeline from `start` to `end`; None is that end of the busiest stretch (`reports.timeline.extent`)."""
    view = look(database, scope)
    events = ask(questions.events, database, scope)
    statements = ask(questions.statements, database, scope)
    days = extent(database, scope)
    low, high = start or days.busiest[0], end or days.busiest[1]
    is_turned = low >= high
    if is_turned:
        low, high = days.busiest
    return Timeline(view, events, statements, lanes, days, low, high, is_turned)
