"""The network of a scope, the same for `sayso network`, for Python and for the page's download."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, cast

import pandas as pd

from sayso.analysis.networks import Counts, one_mode, two_mode, windows
from sayso.analysis.networks.kernels import Kernel, slices
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.errors import ExportError
from sayso.model.scope import Scope
from sayso.queries import networks as questions
from sayso.reports.network_sample import TITLE, WHOLE, Cut, Sample, sample
from sayso.reports.network_words import in_words
from sayso.store.hub import Database

__all__ = [
    "NORMS",
    "TIES",
    "Duplicates",
    "Mode",
    "Moving",
    "Network",
    "Smooth",
    "network",
    "networks",
    "ties",
]

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

Facts = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Network:
    """`ties`: nodes × nodes, or nodes × issues; `facts`: what is known of each by id (`queries.networks.attributes`).

    `provenance` says how it was computed, with the settings that were used; "" where nobody asked.
    """

    ties: pd.DataFrame
    facts: Facts = field(default_factory=dict)
    provenance: str = ""

    def with_facts(self, more: Facts) -> Network:
        """The same ties, and more that is known."""
        return replace(
            self,
            facts={**self.facts, **{key: {**self.facts.get(key, {}), **own} for key, own in more.items()}},
        )


@dataclass(frozen=True)
class Moving:
    """Windows of `size` days, weeks, months, years or events (`analysis.networks.windows`)."""

    stretch: Stretch = "months"
    size: int = 4

    @property
    def words(self) -> str:
        """The windows in words."""
        return f"windows of {self.size} {self.stretch}"


@dataclass(frozen=True)
class Smooth:
    """Windows in which statements weigh less the farther they are (`analysis.networks.kernels`), all in days."""

    kernel: Kernel = "gaussian"
    bandwidth: int = 60
    step: int = 30
    edges: bool = False

    @property
    def words(self) -> str:
        """The windows in words."""
        edges = ", to the first and last day" if self.edges else ""
        return f"{self.kernel} kernel, bandwidth {self.bandwidth} days, every {self.step} days{edges}"


@dataclass(frozen=True)
class _Cells:
    """What stands in a cell; ExportError if the mode knows no such tie or norm."""

    mode: Mode
    tie: str
    norm: str

    def __post_init__(self) -> None:
        if self.tie not in TIES[self.mode] or self.norm not in NORMS[self.mode]:
            raise ExportError(
                TITLE, f"{self.mode} know no {self.tie} with {self.norm}.",
                f"Ties: {', '.join(TIES[self.mode])}. Norms: {', '.join(NORMS[self.mode])}.",
            )  # fmt: skip

    def statements(self, pool: Sample, duplicates: Duplicates) -> pd.DataFrame:
        if pool.is_nominal and (self.mode, self.tie) == ("affiliations", "subtract"):
            raise ExportError(
                TITLE, f"“{pool.cut.qualifier}” holds words, which cannot be added up.",
                "Take ignore, or combine.",
            )  # fmt: skip
        return pool.without_repeats(duplicates, by_level=self.tie != "ignore")

    def of(self, counts: Counts) -> pd.DataFrame:
        if self.mode == "actors":
            return one_mode(counts, cast(Tie, self.tie), cast(Norm, self.norm))
        return two_mode(counts, cast(Cell, self.tie), cast(Share, self.norm))


def network(
    database: Database,
    scope: Scope,
    mode: Mode,
    tie: str,
    norm: str,
    duplicates: Duplicates,
    cut: Cut = WHOLE,
) -> Network:
    """`ties`, with what is known of the nodes and issues, and how it was made."""
    provenance = in_words(database, scope, mode, tie, norm, duplicates, cut)
    return Network(
        ties(database, scope, mode, tie, norm, duplicates, cut),
        questions.attributes(database, cut.node),
        provenance,
    )


def ties(
    database: Database,
    scope: Scope,
    mode: Mode,
    tie: str,
    norm: str,
    duplicates: Duplicates,
    cut: Cut = WHOLE,
) -> pd.DataFrame:
    """Nodes × nodes, or nodes × issues, in `scope`; how repeats count is for `duplicates` to say.

    Raises ExportError for a tie or norm that the mode does not know, or as `network_sample.sample` does.
    """
    cells = _Cells(mode, tie, norm)
    pool = sample(database, scope, cut)
    return cells.of(pool.counts(cells.statements(pool, duplicates)))


def networks(
    database: Database, scope: Scope, mode: Mode, tie: str, norm: str, duplicates: Duplicates,
    windows_of: Moving | Smooth, cut: Cut = WHOLE,
) -> Iterator[tuple[date, pd.DataFrame]]:  # fmt: skip
    """The ties in each window, by the day in its middle; windows without a tie are there too.

    Repeats collapse before time is cut, as in Discourse Network Analyzer. Raises ExportError as `ties` does, and for a
    size, bandwidth or step under 1.
    """
    cells = _Cells(mode, tie, norm)
    sizes = (windows_of.size,) if isinstance(windows_of, Moving) else (windows_of.bandwidth, windows_of.step)
    if min(sizes) < 1:
        raise ExportError(TITLE, "A window holds at least one unit of time.", "Name a size of 1 or more.")
    if isinstance(windows_of, Smooth) and tie == "combine":
        raise ExportError(
            TITLE, "Combine says which levels were chosen, whatever they weigh.", "Take windows with edges."
        )
    pool = sample(database, scope, cut)
    said = cells.statements(pool, duplicates)
    if isinstance(windows_of, Moving):
        for window in windows(said, windows_of.stretch, windows_of.size):
            yield window.middle, cells.of(pool.counts(window.statements))
        return
    for one in slices(said, windows_of.kernel, windows_of.bandwidth, windows_of.step, edges=windows_of.edges):
        yield one.middle, cells.of(pool.counts(one.statements, one.weights))
