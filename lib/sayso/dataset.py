"""Sayso from Python: a dataset whose answers are reports and pandas frames. `import sayso; sayso.open(path)`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar, Unpack

import pandas as pd

from sayso.analysis.agreement import pairs
from sayso.analysis.intervals import actor_intervals
from sayso.analysis.readings import Variable, codings_of
from sayso.analysis.readings import report as agreement_of_coders
from sayso.analysis.reliability import Metric
from sayso.dataset_measures import NetworkMeasures
from sayso.dataset_networks import Networks
from sayso.errors import QueryError
from sayso.model.scope import Scope, Unit
from sayso.queries import actors as actor_questions
from sayso.queries import codebook, coding, networks, positions, timeline
from sayso.reports.actor import Actor
from sayso.reports.changed import Changed
from sayso.reports.choosing import BaseFilters, Filters, day, scope_of
from sayso.reports.coalitions import Coalitions
from sayso.reports.comparison import Comparison
from sayso.reports.matrix import Matrix, Order
from sayso.reports.overview import Overview
from sayso.reports.pages import report
from sayso.reports.quotes import Quotes
from sayso.reports.report import Report
from sayso.reports.sources import Sources
from sayso.reports.statements import statements
from sayso.reports.timeline import Lanes, Timeline
from sayso.reports.two_sides import TwoSides
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub

Kind = TypeVar("Kind", bound=Report)
EVERYTHING = date(9999, 12, 31)


class Dataset(Networks, NetworkMeasures):
    """One dataset, opened. Close it, or use it in a `with` block.

    Each page is a method that gives its report: `.title`, `.subtitle`, `.frame`, `.table`, `.figure`, `.sources`, `.parts`
    (`sayso.reports.report`). Other questions return frames of their own, which may be changed freely. All take the
    app's filters by keyword (`sayso.reports.choosing.Filters`); reports count up to the dataset's last day unless told
    otherwise, frames everything.
    """

    def __init__(self, hub: Hub, name: str | None = None) -> None:
        found = hub.databases
        if (name is None and len(found) != 1) or (name is not None and name not in found):
            known = ", ".join(found)
            hub.close()
            raise QueryError("Opening a dataset", f"There are several, or none of that name: {known}.", "Name one of them.")  # fmt: skip
        self._hub = hub
        self._database = found[name] if name is not None else next(iter(found.values()))

    def __enter__(self) -> Dataset:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Sayso dataset “{self.title}”, version {self.version}>"

    @property
    def title(self) -> str:
        """What the dataset calls itself."""
        return self._database.title

    @property
    def version(self) -> str:
        """The data's version, as exports and links print it."""
        return self._database.version

    def close(self) -> None:
        """Let go of the file."""
        self._hub.close()

    def overview(self, **filters: Unpack[Filters]) -> Overview:
        """What is known, and as of when: the headline matrix, the findings in words, and what is newest."""
        return self._report(Overview, "overview", filters)

    def matrix(
        self,
        unit: Unit = "actors",
        order: Order = "agreement",
        by_issue: str | None = None,
        together: bool = False,
        **filters: Unpack[Filters],
    ) -> Matrix:
        """Where everyone stands: `.frame` is one row a cell, `.grid` the values alone, units × issues, NaN where not found."""
        return self._report(
            Matrix, "matrix", filters, unit=unit, order=order, by_issue=by_issue, together=together
        )

    def timeline(
        self,
        lanes: Lanes = "faction",
        start: date | str | None = None,
        end: date | str | None = None,
        **filters: Unpack[Filters],
    ) -> Timeline:
        """What happened and who said what, in order; without `start` and `end` the busiest stretch."""
        window = {name: day(given) if given else None for name, given in (("start", start), ("end", end))}
        return self._report(Timeline, "timeline", filters, lanes=lanes, **window)

    def changed(
        self,
        since: date | str | None = None,
        unit: Unit = "actors",
        said_since: date | str | None = None,
        **filters: Unpack[BaseFilters],
    ) -> Changed:
        """Whose position moved between `since` (13 weeks before, if none) and `as_of`, and on whose words.

        `said_since` is what `since` is elsewhere: the first day whose words and acts count, at both ends.
        """
        shared: Filters = {**filters, "since": said_since}
        return self._report(Changed, "changed", shared, since=day(since) if since else None, unit=unit)

    def comparison(
        self, sides: Iterable[str] = (), unit: Unit | None = None, **filters: Unpack[Filters]
    ) -> Comparison:
        """Who agrees with whom: two or more sides issue by issue; without `sides` the two most opposed."""
        return self._report(Comparison, "comparison", filters, sides=sides, unit=unit)

    def coalitions(self, **filters: Unpack[Filters]) -> Coalitions:
        """Which camps form, and over what."""
        return self._report(Coalitions, "coalitions", filters)

    def sources(self, **filters: Unpack[Filters]) -> Sources:
        """On whose reporting it rests, and what would fall without it."""
        return self._report(Sources, "sources", filters)

    def actor(self, actor: str | None = None, **filters: Unpack[Filters]) -> Actor:
        """Where one actor stands, and who says so; without a name the most quoted one."""
        return self._report(Actor, "actor", filters, actor=actor)

    def quotes(self, words: str = "", **filters: Unpack[Filters]) -> Quotes:
        """Quotes that hold all `words`, newest first."""
        return self._report(Quotes, "quotes", filters, words=words)

    def two_sides(self, issue: str | None = None, **filters: Unpack[Filters]) -> TwoSides:
        """One issue: who stands where, and the two strongest quotes of each side. None: the most contested."""
        return self._report(TwoSides, "two-sides", filters, issue=issue)

    def positions(self, unit: Unit = "actors", **filters: Unpack[Filters]) -> pd.DataFrame:
        """One row per actor (or faction) and issue that has a position (DESIGN §4).

        Columns: unit_id, issue_id, n and its parts by sign, n_members, value (−2 … +2), state, latest_on, condition.
        """
        return self.matrix(unit, **self._up_to_the_end(filters)).frame

    def intervals(self, **filters: Unpack[Filters]) -> pd.DataFrame:
        """The mean stance of each actor on each issue, with its bootstrap interval (`analysis.intervals.actor_intervals`).

        Columns: unit_id, issue_id, value, low, high, n_articles, n. Under five articles read the counts by sign instead.
        """
        said = self.statements(**filters)
        return actor_intervals(said[said["is_kept"].astype(bool)])

    def agreement(self, unit: Unit = "actors", **filters: Unpack[Filters]) -> pd.DataFrame:
        """first, second, agreement (0 … 1, NaN under two shared issues), n_shared (DESIGN §5)."""
        return pairs(self.matrix(unit, **self._up_to_the_end(filters)).grid, networks.span(self._database))

    def statements(
        self, wide: bool = False, every_status: bool = False, **filters: Unpack[Filters]
    ) -> pd.DataFrame:
        """One row per statement that counts, newest first, with its quote or act, outlet and ratings.

        `wide` gives every attribute that can be joined, as the downloads have them (docs/exports.md): actor, issue,
        evidence, dates with their bounds, article, outlet; quotes only where the article's rights allow.
        `every_status` (wide only) adds statements that do not count; `why_not` says why.
        """
        if wide or every_status:
            return statements(self._database, self._scope(**filters), every_status).frame
        return positions.evidence(self._database, self._scope(**filters)).frame.copy()

    def events(self, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Events that had been reported, oldest first."""
        return timeline.events(self._database, self._scope(**filters)).frame.copy()

    def actors(self, **filters: Unpack[Filters]) -> pd.DataFrame:
        """Every actor with how often it is quoted, the most quoted first."""
        return actor_questions.actors(self._database, self._scope(**filters)).frame.copy()

    def issues(self) -> pd.DataFrame:
        """The codebook, in reading order."""
        return codebook.issues(self._database)

    def attributes(self) -> dict[str, dict[str, Any]]:
        """What is known of each actor and issue, by id: for the nodes of a network."""
        return networks.attributes(self._database)

    def codings(self, variable: Variable = "stance", coders: Sequence[str] = ()) -> pd.DataFrame:
        """Coders × what was coded, NaN where one did not: for `analysis.reliability.confusion` (`codings_of`)."""
        return codings_of(coding.readings(self._database, coders).frame, variable)[0]

    def reliability(self, metric: Metric = "ordinal", coders: Sequence[str] = ()) -> pd.DataFrame:
        """How far coders agree, per variable and issue: Krippendorff's α, percent agreement, number of units.

        `metric` is that of stances; the other variables are nominal. Rejected and proposed statements are left out,
        second readings that do not count are in (`analysis.reliability.report`).
        """
        return agreement_of_coders(coding.readings(self._database, coders).frame, metric)

    def _report(self, kind: type[Kind], page: str, filters: Filters, **options: Any) -> Kind:
        answer = report(page, self._database, scope_of(self._database, **filters), **options)
        assert isinstance(answer, kind)
        return answer

    def _scope(self, **filters: Unpack[Filters]) -> Scope:
        return scope_of(self._database, **self._up_to_the_end(filters))

    def _up_to_the_end(self, filters: Filters) -> Filters:
        return {"as_of": EVERYTHING, **filters}


def open_dataset(path: str | Path, name: str | None = None) -> Dataset:
    """Open a database file, a data package, or the dataset `name` in a folder of packages.

    Raises StoreError if there is nothing usable or a running Sayso has the file; QueryError if several fit.
    """
    return Dataset(open_datasets(Path(path).expanduser().resolve()), name)
