"""What changed between two as-of dates, asked and computed once for the whole page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pandas as pd

from sayso.analysis import change, pace
from sayso.analysis.between import Turnover, happened, turnover
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import as_members
from sayso.model.frames import records
from sayso.model.scope import Scope, Unit
from sayso.queries import actors, positions, timeline
from sayso.queries.answer import Answer
from sayso.reports.datasets import Database
from sayso.reports.memo import ask

FEWEST_WEEKS, MOST_WEEKS = 53, 157


@dataclass(frozen=True)
class Comparison:
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
    turnovers: list[Turnover]
    """Who joined or left a faction (`analysis.between`)."""
    events: list[dict[str, Any]]
    """What happened on known days (`analysis.between`)."""
    either: pd.DataFrame
    """Every statement that counts on either date."""
    answers: tuple[Answer, ...]

    def of(self, *kinds: str) -> list[dict[str, Any]]:
        """The changes of these kinds, in order."""
        return [row for row in records(self.changes) if row["change"] in kinds]

    def named(self, statement_ids: Iterable[str | None]) -> pd.DataFrame:
        """Those of `either` with these ids."""
        return self.either[self.either["statement_id"].isin({key for key in statement_ids if key})]


def compare(database: Database, scope: Scope, since: date, unit: Unit) -> Comparison:
    """Ask for the positions of both dates and the statements behind them, and compare."""
    earlier = replace(scope, as_of=since)
    question = positions.actor_positions if unit == "actors" else positions.member_positions
    derive = actor_positions if unit == "actors" else faction_positions
    answers = [ask(question, database, one) for one in (earlier, scope)]
    before, after = (derive(answer.frame, scope.measure) for answer in answers)
    old, now = (ask(timeline.statements, database, one) for one in (earlier, scope))
    later = now.frame[now.frame["said_on"] > pd.Timestamp(since)]
    either = pd.concat([old.frame, later], ignore_index=True) if len(old.frame) else later
    changes = change.with_statements(
        change.shifts(before, after), by_unit(database, unit, either), pd.Timestamp(since),
        "actor_id" if unit == "actors" else "faction_id",
    )  # fmt: skip
    first = since + timedelta(days=1)
    whole = ask(timeline.statements, database, Scope(scope.dataset, since)).frame  # new is new to the dataset
    keys = ["unit_id", "issue_id"]
    return Comparison(
        since, unit, len(before), len(after), len(before[keys].merge(after[keys])), changes,
        change.contradictions(now.frame.assign(quote_id=None)),
        pace.emerging(now.frame, first, scope.as_of, "actor_id", ever=set(whole["actor_id"])),
        pace.emerging(now.frame, first, scope.as_of, "issue_id", ever=set(whole["issue_id"])),
        now.frame, pace.weeks(now.frame, scope.as_of, _n_weeks(since, scope.as_of)),
        pace.week_against_averages(now.frame, scope.as_of), pace.week_against_averages(now.frame, scope.as_of, "issue_id"),
        _turnovers(database, scope, since), happened(ask(timeline.events, database, scope).frame), either, (*answers, now),
    )  # fmt: skip


def by_unit(database: Database, unit: Unit, statements: pd.DataFrame) -> pd.DataFrame:
    """Statements as `change.with_statements` reads them: of members, with their faction_id, where factions are compared."""
    bare = statements.assign(quote_id=None).drop(columns="faction_id")
    return bare if unit == "actors" else as_members(bare, ask(actors.memberships, database))


def _turnovers(database: Database, scope: Scope, since: date) -> list[Turnover]:
    """Who joined or left, within the actors and factions that are looked at."""
    members = ask(actors.memberships, database)
    for column, wanted in (("actor_id", scope.actors), ("faction_id", scope.factions)):
        members = members[members[column].isin(wanted)] if wanted else members
    return turnover(members, since, scope.as_of)


def _n_weeks(since: date, last: date) -> int:
    """A year and the week itself, or back to the earlier date where that is longer, three years at most."""
    return min(max((last - since).days // pace.DAYS_OF_WEEK + 1, FEWEST_WEEKS), MOST_WEEKS)
