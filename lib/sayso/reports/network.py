"""The network of a scope, the same for `sayso network`, for Python and for the page's download."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, cast

import pandas as pd

from sayso.analysis.networks import Selection, Window, count, kept, one_mode, two_mode, windows
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates, as_texts
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.errors import ExportError
from sayso.model.scope import Scope
from sayso.queries import networks as questions
from sayso.store.hub import Database

__all__ = [
    "NORMS",
    "TIES",
    "Cut",
    "Duplicates",
    "Mode",
    "Network",
    "Values",
    "network",
    "ties",
    "ties_by_window",
]

TITLE = "Computing a network"
Mode = Literal["actors", "affiliations"]
# What may stand beside each mode, the usual one first.
TIES: dict[Mode, tuple[str, ...]] = {
    "actors": ("subtract", "congruence", "conflict", "ignore"),
    "affiliations": ("subtract", "ignore", "combine"),
}
NORMS: dict[Mode, tuple[str, ...]] = {
    "actors": ("none", "average", "cosine", "jaccard"),
    "affiliations": ("none", "activity", "prominence"),
}

Values = Mapping[str, Iterable[Any]]
Facts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Network:
    """`ties`: actors × actors, or actors × issues; `facts`: what is known of each by id (`queries.networks.attributes`)."""

    ties: pd.DataFrame
    facts: Facts = field(default_factory=dict)

    def with_facts(self, more: Facts) -> Network:
        """The same ties, and more that is known."""
        return replace(
            self,
            facts={**self.facts, **{key: {**self.facts.get(key, {}), **own} for key, own in more.items()}},
        )


@dataclass(frozen=True)
class Cut:
    """Which of the statements in scope a network is made of, beside the rule for repeats.

    `since` is the first day that counts. `only` and `exclude` name variables (columns of `queries.networks.units`) and
    their values, as text or as they are. With `isolates` all actors and issues of the scope are there, tied or not.
    """

    since: date | None = None
    only: Values = field(default_factory=dict)
    exclude: Values = field(default_factory=dict)
    isolates: bool = False


def network(
    database: Database,
    scope: Scope,
    mode: Mode,
    tie: str,
    norm: str,
    duplicates: Duplicates,
    cut: Cut = Cut(),
) -> Network:
    """`ties`, with what is known of the actors and issues."""
    return Network(ties(database, scope, mode, tie, norm, duplicates, cut), questions.attributes(database))


def ties(
    database: Database,
    scope: Scope,
    mode: Mode,
    tie: str,
    norm: str,
    duplicates: Duplicates,
    cut: Cut = Cut(),
) -> pd.DataFrame:
    """Actors × actors, or actors × issues, in `scope`; how repeats count is for `duplicates` to say.

    Raises ExportError for a tie or norm that the mode does not know, or a variable that statements do not have.
    """
    _check(mode, tie, norm)
    frame: Any = questions.units(database, scope)
    levels = questions.levels(database, frame["level"])
    return _computed(_kept(frame, duplicates, cut, tie), frame, levels, mode, tie, norm, cut)


def ties_by_window(
    database: Database, scope: Scope, mode: Mode, tie: str, norm: str, duplicates: Duplicates, stretch: Stretch,
    size: int, cut: Cut = Cut(),
) -> Iterator[tuple[Window, pd.DataFrame]]:  # fmt: skip
    """The ties in each window of `size` days, weeks, months, years or events (`analysis.networks.windows`).

    Repeats collapse before time is cut, as in Discourse Network Analyzer. Raises ExportError as `ties` does, and
    for a size under 1.
    """
    _check(mode, tie, norm)
    if size < 1:
        raise ExportError(TITLE, "A window holds at least one unit of time.", "Name a size of 1 or more.")
    frame: Any = questions.units(database, scope)
    levels = questions.levels(database, frame["level"])
    statements = _kept(frame, duplicates, cut, tie)
    for window in windows(statements, stretch, size):
        yield window, _computed(window.statements, frame, levels, mode, tie, norm, cut)


def _check(mode: Mode, tie: str, norm: str) -> None:
    if tie not in TIES[mode] or norm not in NORMS[mode]:
        raise ExportError(
            TITLE, f"{mode} know no {tie} with {norm}.",
            f"Ties: {', '.join(TIES[mode])}. Norms: {', '.join(NORMS[mode])}.",
        )  # fmt: skip


def _kept(frame: Any, duplicates: Duplicates, cut: Cut, tie: str) -> pd.DataFrame:
    for name in (*cut.only, *cut.exclude):
        if name not in frame.columns:
            raise ExportError(TITLE, f"Statements have no variable “{name}”.", f"They have: {', '.join(frame.columns)}.")  # fmt: skip
    only, exclude = (
        {name: as_texts(values) for name, values in each.items()} for each in (cut.only, cut.exclude)
    )
    return kept(frame, Selection(duplicates, cut.since, None, only, exclude), by_level=tie != "ignore")


def _computed(
    statements: pd.DataFrame, frame: Any, levels: list[float], mode: Mode, tie: str, norm: str, cut: Cut
) -> pd.DataFrame:
    everyone = [sorted(set(frame[key])) if cut.isolates else None for key in ("unit", "issue")]
    counts = count(statements, levels=levels, units=everyone[0], issues=everyone[1])
    if mode == "actors":
        return one_mode(counts, cast(Tie, tie), cast(Norm, norm))
    return two_mode(counts, cast(Cell, tie), cast(Share, norm))
