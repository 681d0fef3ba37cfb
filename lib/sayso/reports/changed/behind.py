"""The statements behind what the page lists, with their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.reports.changed.arrivals import Arrival
from sayso.reports.changed.comparison import Comparison
from sayso.reports.changed.period import within
from sayso.reports.changed.weeks import first_of_year
from sayso.reports.evidence import answer, evidence_of
from sayso.reports.view import View


def evidence_by_id(
    view: View, comparison: Comparison, statement_ids: Iterable[str | None]
) -> dict[str, dict[str, Any]]:
    """The evidence of these statements, in one question."""
    own = comparison.named(statement_ids)
    if own.empty:
        return {}
    scope = replace(
        view.scope, actors=tuple(sorted(set(own["actor_id"]))), issues=tuple(sorted(set(own["issue_id"])))
    )
    frame = answer(replace(view, scope=scope)).frame
    rows = records(frame[frame["statement_id"].isin(own["statement_id"])])
    # Shown because it counted on one of the two dates, even where a later one has taken its place since.
    return {row["statement_id"]: {**row, "is_kept": True} for row in rows}


def words_by_id(comparison: Comparison, statement_ids: Iterable[str | None]) -> dict[str, tuple[str, str]]:
    """When each of these statements was made, and in which words."""
    return {
        row["statement_id"]: (date_words(row["stated_on"]), row["label"])
        for row in records(comparison.named(statement_ids))
    }


def of_arrival(view: View, comparison: Comparison, arrival: Arrival) -> pd.DataFrame:
    """What a new actor said, or was said on a new issue, within the period."""
    is_actor = arrival.kind == "actor"
    own = evidence_of(view, actor=arrival.key) if is_actor else evidence_of(view, issue=arrival.key)
    return own[own["said_on"] > pd.Timestamp(comparison.since)]


def of_week(view: View, comparison: Comparison, first: date) -> pd.DataFrame:
    """What was said in the week that begins with `first`."""
    weeks = comparison.weeks
    return within(evidence_of(view), first, weeks.loc[weeks["first"] == first, "last"].iloc[0])


def of_issue(view: View, issue: str) -> pd.DataFrame:
    """What was said on an issue in the latest week and the 52 before it."""
    last = view.scope.as_of
    return within(evidence_of(view, issue=issue), first_of_year(last), last)
