"""The report "What changed": its title, its lists, its parts and the statements behind them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from sayso.analysis.change_words import change_title
from sayso.errors import QueryError
from sayso.model.dates import day_words
from sayso.model.scope import Scope, Unit
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.reports.changed import arrivals, contradictions, members, moves, weeks
from sayso.reports.changed.arrivals import Arrival
from sayso.reports.changed.comparison import Comparison, by_unit, compare
from sayso.reports.changed.contradictions import Contradiction
from sayso.reports.changed.members import Membership
from sayso.reports.changed.moves import Move
from sayso.reports.changed.period import USUAL, back
from sayso.reports.changed.table import METHOD, table
from sayso.reports.changed.weeks import IssueWeek, Stretch
from sayso.reports.datasets import Database
from sayso.reports.evidence import Ids, ids_by
from sayso.reports.listing import Listing
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look


@dataclass(frozen=True)
class Changed(Report):
    """Two as-of dates, and what lies between them."""

    page: ClassVar[str] = "changed"
    view: View
    comparison: Comparison

    @property
    def title(self) -> str:
        """How many positions moved, and the largest step."""
        names = {**self.view.lookup.units, **self.view.lookup.issues}
        return change_title(self.comparison.changes, self.since, names, self.comparison.n_compared)

    @property
    def subtitle(self) -> str:
        """What the finding rests on, the earlier date, and how many positions were compared."""
        n = self.comparison.n_compared
        return heading.subtitle(
            self.view, f"against {day_words(self.since)}", f"{counted(n, 'position')} compared"
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Everything in short, then a sentence for each line of the page."""
        listings: tuple[Listing[Any], ...] = (
            self.moves, self.conditions, self.first_positions, self.contradictions, self.older_contradictions,
            self.actors, self.issues, self.memberships,
        )  # fmt: skip
        lines = [line for one in listings for line in (*(row.sentence for row in one.rows), one.note) if line]
        return (self.in_short, self.extent, *lines, self.week)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The page as one table, and the weeks."""
        dates = f"{day_words(self.since)} and {day_words(self.view.scope.as_of)}"
        return (
            Part(
                "changed", self.title, self.comparison.changes, lambda: table(self.view, self.comparison),
                self.comparison.answers, f"Compared with {day_words(self.since)}. {METHOD}",
                heading.provenance(self.view, f"positions of {dates} by the bands of the About page"), None, self._ids,
            ),
            weeks.weeks_part(self.view, self.comparison),
        )  # fmt: skip

    @property
    def since(self) -> date:
        """The earlier date."""
        return self.comparison.since

    @property
    def unit(self) -> Unit:
        """Whose positions are compared."""
        return self.comparison.unit

    @property
    def n_statements(self) -> int:
        """How many statements count on the later date."""
        return len(self.comparison.statements)

    @property
    def in_short(self) -> str:
        """Everything that the page lists, counted in one line."""
        own = self.comparison
        kinds = Counter(own.changes["change"])
        n_contradictions = int(contradictions.is_new(own).sum())
        n_actors, n_issues = (int((frame["kind"] == "new").sum()) for frame in (own.actors, own.issues))
        parts = [
            counted(kinds["shifted"], "moved position"), counted(kinds["conditional"], "changed condition"),
            f"{kinds['found']:,} found for the first time", counted(n_contradictions, "new contradiction"),
            counted(n_actors, "new actor"), counted(n_issues, "new issue"),
            f"{counted(len(own.turnovers), 'faction')} with other members",
        ]  # fmt: skip
        return " · ".join(parts)

    @property
    def extent(self) -> str:
        """Between which dates, and how many positions were compared."""
        return moves.extent(self.view, self.comparison)

    @cached_property
    def moves(self) -> Listing[Move]:
        """Positions in another band on the later day, or no longer found."""
        return moves.band_changes(self.view, self.comparison)

    @property
    def conditions(self) -> Listing[Move]:
        """Positions that are where they were, on another condition."""
        return moves.conditions(self.view, self.comparison)

    @property
    def first_positions(self) -> Listing[Move]:
        """Positions where none was before."""
        return moves.first_positions(self.view, self.comparison)

    @property
    def contradictions(self) -> Listing[Contradiction]:
        """Those of the period."""
        return contradictions.in_period(self.view, self.comparison)

    @property
    def older_contradictions(self) -> Listing[Contradiction]:
        """Those that stand from before."""
        return contradictions.before_period(self.view, self.comparison)

    @property
    def actors(self) -> Listing[Arrival]:
        """New actors, and louder ones."""
        return arrivals.arrivals(self.view, self.comparison, "actor")

    @property
    def issues(self) -> Listing[Arrival]:
        """New issues, and louder ones."""
        return arrivals.arrivals(self.view, self.comparison, "issue")

    @property
    def memberships(self) -> Listing[Membership]:
        """Factions that gained or lost members."""
        return members.memberships(self.view, self.comparison)

    @property
    def week(self) -> str:
        """The latest week beside its averages."""
        return weeks.sentence(self.view, self.comparison)

    @property
    def issues_of_week(self) -> Listing[IssueWeek]:
        """The latest week issue by issue."""
        return weeks.issues_of_week(self.view, self.comparison)

    @property
    def stretches(self) -> list[Stretch]:
        """The week, and the weeks before it that it is compared with."""
        return weeks.stretches(self.view, self.comparison)

    def _ids(self) -> Ids:
        """The statements that each changed position was computed from, on either day."""
        statements = by_unit(self.view.database, self.unit, self.comparison.either)
        ids = ids_by(statements, ["actor_id" if self.unit == "actors" else "faction_id", "issue_id"])
        changes = self.comparison.changes
        return {mark: ids.get(mark, ()) for mark in zip(changes["unit_id"], changes["issue_id"], strict=True)}


def changed(database: Database, scope: Scope, *, since: date | None = None, unit: Unit = "actors") -> Changed:
    """What changed from the end of the day `since` (None: a quarter before) to the scope's own day.

    Raises QueryError if `since` is later than that.
    """
    if since is not None and since > scope.as_of:
        days = f"{day_words(since)} is not before {day_words(scope.as_of)}"
        raise QueryError("Comparing two days", f"{days}.", "Choose an earlier first day.")
    view = look(database, scope)
    return Changed(view, ask(compare, database, scope, since or back(scope.as_of, USUAL), unit))
