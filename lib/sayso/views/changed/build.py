"""What changed between two as-of dates, asked and computed once for the whole page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import change, pace
from sayso.analysis.between import Turnover, happened, turnover
from sayso.analysis.change_words import change_title
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import as_members
from sayso.model.frames import records
from sayso.model.scope import Scope, Unit
from sayso.model.wording import counted
from sayso.queries import actors, positions, timeline
from sayso.queries.answer import Answer
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.hub import Database

FEWEST_WEEKS, MOST_WEEKS = 53, 157


@dataclass(frozen=True)
class Changed:
    """The changes, each with its two statements, and what came up in between."""

    since: date
    unit: Unit
    n_before: int
    n_after: int
    n_compared: int
    changes: pd.DataFrame
    contradictions: pd.DataFrame
    actors: pd.DataFrame
    issues: pd.DataFrame
    statements: pd.DataFrame
    """Every statement that counts on the later date."""
    weeks: pd.DataFrame
    week: pd.DataFrame
    by_issue: pd.DataFrame
    """Each week that is drawn, the latest against its averages, and that of each issue (`analysis.pace`)."""
    members: list[Turnover]
    """Who joined or left a faction (`analysis.between`)."""
    events: list[dict[str, Any]]
    """What happened on known days (`analysis.between`)."""
    told: pd.DataFrame
    """Every statement that counts on either date."""
    answers: tuple[Answer, ...]

    def of(self, *kinds: str) -> list[dict[str, Any]]:
        """The changes of these kinds, in order."""
        return [row for row in records(self.changes) if row["change"] in kinds]

    @property
    def new_contradictions(self) -> pd.DataFrame:
        """Those whose later statement was made within the period."""
        return self.contradictions[self.contradictions["later_said_on"] > pd.Timestamp(self.since)]


def build(view: View, since: date, unit: Unit) -> Changed:
    """Everything that the page shows, remembered until data, dates or scope change."""
    with st.spinner("Comparing the two dates …"):
        return ask(compute, view.database, view.scope, since, unit)


def compute(database: Database, scope: Scope, since: date, unit: Unit) -> Changed:
    """Ask for the positions of both dates and the statements behind them, and compare."""
    earlier = replace(scope, as_of=since)
    question = positions.actor_positions if unit == "actors" else positions.member_positions
    derive = actor_positions if unit == "actors" else faction_positions
    asked = [ask(question, database, one) for one in (earlier, scope)]
    before, after = (derive(answer.frame, scope.measure) for answer in asked)
    old, now = (ask(timeline.statements, database, one) for one in (earlier, scope))
    later = now.frame[now.frame["said_on"] > pd.Timestamp(since)]
    told = pd.concat([old.frame, later], ignore_index=True) if len(old.frame) else later
    changes = change.shifts(before, after)
    shown = change.with_statements(
        changes, _by_unit(database, unit, told), pd.Timestamp(since),
        "actor_id" if unit == "actors" else "faction_id",
    )  # fmt: skip
    first = since + timedelta(days=1)
    keys = ["unit_id", "issue_id"]
    return Changed(
        since, unit, len(before), len(after), len(before[keys].merge(after[keys])), shown,
        change.contradictions(now.frame.assign(quote_id=None)),
        pace.emerging(now.frame, first, scope.as_of, "actor_id"),
        pace.emerging(now.frame, first, scope.as_of, "issue_id"),
        now.frame, pace.weeks(now.frame, scope.as_of, _many(since, scope.as_of)),
        pace.week_against_averages(now.frame, scope.as_of), pace.week_against_averages(now.frame, scope.as_of, "issue_id"),
        _members(database, scope, since), happened(ask(timeline.events, database, scope).frame), told, (*asked, now),
    )  # fmt: skip


def _members(database: Database, scope: Scope, since: date) -> list[Turnover]:
    """Who joined or left, within the actors and factions that are looked at."""
    known = ask(actors.memberships, database)
    for column, wanted in (("actor_id", scope.actors), ("faction_id", scope.factions)):
        known = known[known[column].isin(wanted)] if wanted else known
    return turnover(known, since, scope.as_of)


def title(view: View, found: Changed) -> str:
    """The page's title: how many moved, and the largest step."""
    names = {**view.lookup.units, **view.lookup.issues}
    return change_title(found.changes, found.since, names, found.n_compared)


def in_short(found: Changed) -> str:
    """Everything that the page lists, counted in one line."""
    kinds = Counter(row["change"] for row in records(found.changes))
    fresh = [int((frame["kind"] == "new").sum()) for frame in (found.actors, found.issues)]
    parts = [
        counted(kinds["shifted"], "moved position"), counted(kinds["conditional"], "changed condition"),
        f"{kinds['found']:,} found for the first time", counted(len(found.new_contradictions), "new contradiction"),
        counted(fresh[0], "new actor"), counted(fresh[1], "new issue"),
        f"{counted(len(found.members), 'faction')} with other members",
    ]  # fmt: skip
    return " · ".join(parts)


def _many(since: date, last: date) -> int:
    """A year and the week itself, or back to the earlier date where that is longer, three years at most."""
    return min(max((last - since).days // pace.DAYS_OF_WEEK + 1, FEWEST_WEEKS), MOST_WEEKS)


def _by_unit(database: Database, unit: str, told: pd.DataFrame) -> pd.DataFrame:
    """Statements with the columns that `change.with_statements` reads."""
    told = told.assign(quote_id=None).drop(columns="faction_id")
    return told if unit == "actors" else as_members(told, ask(actors.memberships, database))
