"""Statements a week, the latest week against its 4- and 52-week average: of everything said, and issue by issue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis import pace
from sayso.analysis.change_words import week_title
from sayso.charts import legend as keys
from sayso.charts.template import ACCENT, FAINT
from sayso.charts.weeks import HEIGHT, weeks_chart
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.reports import heading
from sayso.reports.changed.comparison import Comparison
from sayso.reports.changed.period import back, within
from sayso.reports.evidence import Ids
from sayso.reports.listing import Listing
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

MOST_ISSUES = 12
_STRETCHES = {0: "The week", 4: "The 4 weeks before", 52: "The 52 weeks before"}
_YEAR = 53  # weeks: the latest and the 52 that it is compared with
_HEADS = {
    "first": "From", "last": "To", "n": "Statements", "average_4": "Mean of 4 weeks before",
    "average_52": "Mean of 52 weeks before",
}  # fmt: skip


@dataclass(frozen=True)
class Stretch:
    """Some weeks with statements, from their first to their last day."""

    weeks: int
    first: date
    last: date
    sentence: str


@dataclass(frozen=True)
class IssueWeek:
    """One issue's latest week beside its averages; `title` names the year that they are taken from."""

    issue_id: str
    name: str
    facts: str
    title: str


def weeks_part(view: View, comparison: Comparison) -> Part:
    """The weeks as bars; a mark is the first day of a week."""

    def draw(selected: date | None) -> Drawing:
        rows = records(comparison.weeks)
        return Drawing(weeks_chart(rows, comparison.since, selected=selected), HEIGHT)

    return Part(
        "weeks", sentence(view, comparison), comparison.weeks, lambda: _table(comparison), (comparison.answers[-1],),
        "A statement counts in the week of its first possible day.",
        heading.provenance(view, f"weeks of seven days that end on {day_words(view.scope.as_of)}", basis="statements"),
        draw, lambda: _ids(comparison),
        (keys.Key(f"a week, since {day_words(comparison.since)}", "box", fill=ACCENT), keys.Key("a week before", "box", fill=FAINT), *keys.WEEKS),
    )  # fmt: skip


def sentence(view: View, comparison: Comparison) -> str:
    """The latest week beside its averages."""
    return week_title(records(comparison.week)[0], view.scope.as_of)


def legend(comparison: Comparison) -> str:
    """What the bars and lines are."""
    return (
        f"A bar is seven days; coloured: since {day_words(comparison.since)}. Solid line: mean of the 4 weeks before; "
        "dashed: of the 52 before, or of as many as there were."
    )


def week_labels(comparison: Comparison) -> dict[str, str]:
    """Each week in words by its first day (ISO), the latest first."""
    return {
        row["first"].isoformat(): f"{day_words(row['first'])} to {day_words(row['last'])}"
        for row in reversed(records(comparison.weeks))
    }


def issues_of_week(view: View, comparison: Comparison) -> Listing[IssueWeek]:
    """Each issue of the last 53 weeks, that with most this week first; the note tells how many are beyond the first."""
    rows = sorted(records(comparison.by_issue), key=lambda row: (-row["week"], -(row["average_52"] or 0)))
    return Listing(
        f"Issue by issue: the seven days to {day_words(view.scope.as_of)}, and the mean week before them",
        [_issue_week(view, row) for row in rows],
        f"And {len(rows) - MOST_ISSUES:,} issues with less: in the box." if len(rows) > MOST_ISSUES else "",
    )


def first_of_year(last: date) -> date:
    """The first day of the week of `last` and the 52 before it."""
    return back(last, _YEAR * pace.DAYS_OF_WEEK - 1)


def stretches(view: View, comparison: Comparison) -> list[Stretch]:
    """The week, and the weeks that it is compared with, where anything was said in them."""
    spans = ((weeks, label, *_stretch(view.scope.as_of, weeks)) for weeks, label in _STRETCHES.items())
    return [
        Stretch(weeks, first, last, f"{label}: {n:,} on the timeline, issue by issue")
        for weeks, label, first, last in spans
        if (n := len(within(comparison.statements, first, last)))
    ]


def _stretch(last: date, weeks: int) -> tuple[date, date]:
    """First and last day: of the seven days to `last`, or of so many weeks before them."""
    first = back(last, pace.DAYS_OF_WEEK - 1)
    return (back(first, weeks * pace.DAYS_OF_WEEK), back(first, 1)) if weeks else (first, last)


def _issue_week(view: View, row: Mapping[str, Any]) -> IssueWeek:
    name, last = view.lookup.issues[row["issue_id"]], view.scope.as_of
    title = f"{name}, {day_words(first_of_year(last))} to {day_words(last)}"
    return IssueWeek(row["issue_id"], name, _facts(row), title)


def _ids(comparison: Comparison) -> Ids:
    return {
        (row["first"].isoformat(),): tuple(within(comparison.statements, row["first"], row["last"])["statement_id"])
        for row in records(comparison.weeks)
    }  # fmt: skip


def _facts(row: Mapping[str, Any]) -> str:
    means = [
        f"{_rate(row[f'average_{length}'])} in the {row[f'weeks_{length}']} before"
        for length in (4, 52)
        if row[f"average_{length}"] is not None and (length == 4 or row["weeks_52"] > row["weeks_4"])
    ]
    return " · ".join(["", f"{row['week']:,} this week", *means])


def _rate(mean: float) -> str:
    return "none" if not mean else "under 0.1 a week" if mean < 0.05 else f"{mean:.1f} a week"


def _table(comparison: Comparison) -> pd.DataFrame:
    return comparison.weeks.rename(columns=_HEADS).iloc[::-1].round(2)
