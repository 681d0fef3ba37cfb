"""Sayso from Python: a dataset whose answers are pandas frames. `import sayso; sayso.open(path)`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import pandas as pd

from sayso.analysis import positions as derive
from sayso.analysis.agreement import pairs
from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.errors import QueryError
from sayso.model.scales import STANCES
from sayso.model.scope import CountBy, Measure, Scope, Unit
from sayso.queries import actors as actor_questions
from sayso.queries import codebook, positions, quotes, timeline
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub

EVERYTHING = date(9999, 12, 31)


class Dataset:
    """One dataset, opened. Close it, or use it in a `with` block.

    Questions take the filters of the app by the same names: `as_of` (a date or ISO text; default: everything),
    `actors`, `factions`, `issues`, `kinds`, `outlets` (ids), `worst_credibility` (1–6), `count_by` (article,
    statement, week, month). They return frames of their own, which may be changed freely.
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

    def positions(self, unit: Unit = "actors", measure: Measure = "mean", **filters: Any) -> pd.DataFrame:
        """One row per actor (or faction) and issue that has a position (DESIGN §4).

        Columns: unit_id, issue_id, n and its parts by sign, n_members, value (−2 … +2), state, latest_on, condition.
        """
        scope = self._scope(**filters)
        if unit == "factions":
            return derive.faction_positions(positions.member_positions(self._database, scope).frame, measure)
        return derive.actor_positions(positions.actor_positions(self._database, scope).frame, measure)

    def matrix(self, unit: Unit = "actors", measure: Measure = "mean", **filters: Any) -> pd.DataFrame:
        """Positions as a wide frame of values, units × issues in the codebook's order; NaN where not found."""
        found = self.positions(unit, measure, **filters)
        issues = [issue for issue in self.issues()["issue_id"] if issue in set(found["issue_id"])]
        return derive.grid(found, sorted(set(found["unit_id"])), issues)

    def agreement(self, unit: Unit = "actors", **filters: Any) -> pd.DataFrame:
        """first, second, agreement (0 … 1, NaN under two shared issues), n_shared (DESIGN §5)."""
        return pairs(self.matrix(unit, **filters))

    def statements(self, **filters: Any) -> pd.DataFrame:
        """One row per statement that counts, newest first, with its quote or act, outlet and ratings."""
        return positions.evidence(self._database, self._scope(**filters)).frame.copy()

    def quotes(self, words: str = "", **filters: Any) -> pd.DataFrame:
        """Quotes that hold all `words`, newest first."""
        return quotes.search(self._database, self._scope(**filters), words).frame.copy()

    def events(self, **filters: Any) -> pd.DataFrame:
        """Events that had been reported, oldest first."""
        return timeline.events(self._database, self._scope(**filters)).frame.copy()

    def actors(self, **filters: Any) -> pd.DataFrame:
        """Every actor with how often it is quoted, the most quoted first."""
        return actor_questions.actors(self._database, self._scope(**filters)).frame.copy()

    def issues(self) -> pd.DataFrame:
        """The codebook, in reading order."""
        return codebook.issues(self._database)

    def attributes(self) -> dict[str, dict[str, Any]]:
        """What is known of each actor and issue, by id: for the nodes of a network."""
        actors = self._database.rows(
            "SELECT actor_id, actors.name, kind::VARCHAR, country,"
            " string_agg(DISTINCT factions.name, '; ' ORDER BY factions.name)"
            " FROM actors LEFT JOIN memberships USING (actor_id) LEFT JOIN factions USING (faction_id) GROUP BY ALL"
        )
        issues = self._database.rows("SELECT issue_id, short_name, proposition FROM issues")
        found = {key: {"name": name, "proposition": proposition} for key, name, proposition in issues}
        return found | {
            key: {"name": name, "kind": kind, "country": country, "factions": factions}
            for key, name, kind, country, factions in actors
        }

    def network(
        self, tie: Tie = "subtract", norm: Norm = "none", duplicates: Duplicates = "document", **filters: Any
    ) -> pd.DataFrame:
        """Actors × actors, as Discourse Network Analyzer computes it (`analysis.networks.one_mode`)."""
        return one_mode(self._counts(duplicates, tie != "ignore", filters), tie, norm)

    def affiliations(
        self,
        cell: Cell = "subtract",
        share: Share = "none",
        duplicates: Duplicates = "document",
        **filters: Any,
    ) -> pd.DataFrame:
        """Actors × issues, as Discourse Network Analyzer computes it (`analysis.networks.two_mode`)."""
        return two_mode(self._counts(duplicates, cell != "ignore", filters), cell, share)

    def _counts(self, duplicates: Duplicates, by_level: bool, filters: dict[str, Any]) -> Any:
        said = self.statements(**{"count_by": "statement", **filters})
        frame = said.assign(
            unit=said["actor_id"], issue=said["issue_id"], level=said["stance"].astype(float),
            said_on=pd.to_datetime(said["said_on"]), document_id=said["article_id"], place=said["spans"].map(_place),
        ).sort_values(["said_on", "article_id", "place", "statement_id"])  # fmt: skip
        return count(
            kept(frame, Selection(duplicates), by_level=by_level), levels=self._levels(frame["level"])
        )

    def _levels(self, found: pd.Series) -> list[float]:
        """The steps that the dataset's coders could choose from: the whole scale, unless its descriptor says `stances`."""
        rows = self._database.rows(
            "SELECT json_extract(value, '$.stances') FROM meta WHERE key = 'descriptor'"
        )
        said = json.loads(rows[0][0]) if rows and rows[0][0] else None
        own = [step for step in said if step in STANCES] if isinstance(said, list) else []
        return sorted({*map(float, own or STANCES), *found})

    def _scope(
        self,
        as_of: date | str = EVERYTHING,
        actors: Iterable[str] = (),
        factions: Iterable[str] = (),
        issues: Iterable[str] = (),
        kinds: Iterable[str] = (),
        outlets: Iterable[str] = (),
        worst_credibility: int | None = None,
        count_by: CountBy = "article",
    ) -> Scope:
        day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
        return Scope(
            self._database.name, day, tuple(actors), tuple(factions), tuple(issues), tuple(kinds), tuple(outlets),
            worst_credibility, count_by,
        )  # fmt: skip


def _place(spans: Any) -> tuple[int, int]:
    """Where a quote begins and ends in its article; acts come first."""
    return (int(spans[0][0]), int(spans[-1][-1])) if isinstance(spans, list | np.ndarray) else (-1, -1)


def open_dataset(path: str | Path, name: str | None = None) -> Dataset:
    """Open a database file, a data package, or the dataset `name` in a folder of packages.

    Raises StoreError if there is nothing usable or a running Sayso has the file; QueryError if several fit.
    """
    return Dataset(open_datasets(Path(path).expanduser().resolve()), name)
