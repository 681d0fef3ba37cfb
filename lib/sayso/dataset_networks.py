"""Networks of a dataset, from Python."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol, Unpack

import pandas as pd

from sayso.analysis.networks.kernels import Kernel
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.model.scope import Scope
from sayso.queries.networks import Node, attributes
from sayso.reports.choosing import Filters, day
from sayso.reports.network import Facts, Mode, Moving, Network, Smooth, network, networks, ties
from sayso.reports.network_sample import Cut, Values, sample
from sayso.reports.network_words import in_words
from sayso.store.hub import Database

_OWN = ("since", "only", "exclude", "isolates", "node", "qualifier")


class NetworkFilters(Filters, total=False):
    """The app's filters, and those of a network (`reports.network_sample.Cut`)."""

    only: Values
    """By column of `variables()`, the values that are wanted: {"section": ["Senate"], "type": ["hearing"]}."""
    exclude: Values
    """By column, those that are not."""
    isolates: bool
    """Whether everyone in the dataset stays of whom no statement is left."""
    node: Node
    """What stands where actors do: actor, speaker, outlet, article, author."""
    qualifier: str
    """What two statements agree on: "stance", or a column of `variables()`; texts are equal or not."""


class HasStatements(Protocol):
    """What networks are asked of: an open dataset."""

    _database: Database

    def _scope(self, **filters: Unpack[Filters]) -> Scope: ...


class Networks:
    """The methods of `sayso.open(…)` that give networks: as Discourse Network Analyzer computes them, where it is right."""

    def variables(self: HasStatements, **filters: Unpack[Filters]) -> pd.DataFrame:
        """One row per counting statement, repeats among them, with every column that `only`, `exclude` and `qualifier` may name.

        Those of `statements()`, outlet_id and article_language, and what a dataset that came from DNA keeps: author,
        section, type and notes of each document, and each short text, boolean and integer variable of a statement.
        """
        return sample(self._database, self._scope(**filters)).frame.copy()

    def network(
        self: HasStatements,
        tie: Tie = "subtract",
        norm: Norm = "none",
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> pd.DataFrame:
        """Actors × actors (`analysis.networks.one_mode`, after Leifeld, Discourse Network Analyzer 3).

        Filters are the app's and those of NetworkFilters. By a `qualifier` that is text two statements on an issue
        agree if it is equal (congruence), and disagree if not (conflict).
        """
        shared, cut = divided(filters)
        return ties(self._database, self._scope(**shared), "actors", tie, norm, duplicates, cut)

    def affiliations(
        self: HasStatements,
        cell: Cell = "subtract",
        share: Share = "none",
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> pd.DataFrame:
        """Actors × issues (`analysis.networks.two_mode`, after Leifeld, Discourse Network Analyzer 3); filters as in `network`."""
        shared, cut = divided(filters)
        return ties(self._database, self._scope(**shared), "affiliations", cell, share, duplicates, cut)

    def networks(
        self: HasStatements,
        stretch: Stretch = "months",
        size: int = 4,
        tie: Tie = "subtract",
        norm: Norm = "none",
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> dict[date, pd.DataFrame]:
        """Actors × actors through time: a frame for each window of `size` days, weeks, months, years or events.

        By the day in the window's middle; a window lies wholly within the statements' days. Windows of events have
        the last one of a day. Filters as in `network`; source as in `analysis.networks.windows`.
        """
        shared, cut = divided(filters)
        windows = Moving(stretch, size)
        return dict(
            networks(self._database, self._scope(**shared), "actors", tie, norm, duplicates, windows, cut)
        )

    def affiliation_networks(
        self: HasStatements,
        stretch: Stretch = "months",
        size: int = 4,
        cell: Cell = "subtract",
        share: Share = "none",
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> dict[date, pd.DataFrame]:
        """Actors × issues through time, in the windows of `networks`."""
        shared, cut = divided(filters)
        scope, windows = self._scope(**shared), Moving(stretch, size)
        return dict(networks(self._database, scope, "affiliations", cell, share, duplicates, windows, cut))

    def smooth_networks(
        self: HasStatements,
        kernel: Kernel = "gaussian",
        bandwidth: int = 60,
        step: int = 30,
        tie: Tie = "subtract",
        norm: Norm = "none",
        duplicates: Duplicates = "document",
        edges: bool = False,
        **filters: Unpack[NetworkFilters],
    ) -> dict[date, pd.DataFrame]:
        """Actors × actors every `step` days, in windows without edges: a statement of day d weighs K((d − middle) / `bandwidth`).

        Two statements weigh √(K K′) together. The window's middles lie a bandwidth inside the first and last day, with
        `edges` on them. Formulas and source: `analysis.networks.kernels` and `one_mode`. Filters as in `network`.
        """
        shared, cut = divided(filters)
        windows = Smooth(kernel, bandwidth, step, edges)
        return dict(
            networks(self._database, self._scope(**shared), "actors", tie, norm, duplicates, windows, cut)
        )

    def smooth_affiliations(
        self: HasStatements,
        kernel: Kernel = "gaussian",
        bandwidth: int = 60,
        step: int = 30,
        cell: Cell = "subtract",
        share: Share = "none",
        duplicates: Duplicates = "document",
        edges: bool = False,
        **filters: Unpack[NetworkFilters],
    ) -> dict[date, pd.DataFrame]:
        """Actors × issues in the windows of `smooth_networks`: each statement adds its weight K in place of 1."""
        shared, cut = divided(filters)
        scope, windows = self._scope(**shared), Smooth(kernel, bandwidth, step, edges)
        return dict(networks(self._database, scope, "affiliations", cell, share, duplicates, windows, cut))

    def network_with_facts(
        self: HasStatements, mode: Mode, tie: str, norm: str, duplicates: Duplicates,
        **filters: Unpack[NetworkFilters],
    ) -> Network:  # fmt: skip
        """The network, what is known of its nodes, and how it was made: for `exports.networks`."""
        shared, cut = divided(filters)
        return network(self._database, self._scope(**shared), mode, tie, norm, duplicates, cut)

    def networks_with_facts(
        self: HasStatements, mode: Mode, tie: str, norm: str, duplicates: Duplicates, windows: Moving | Smooth,
        **filters: Unpack[NetworkFilters],
    ) -> tuple[dict[date, pd.DataFrame], Facts, str]:  # fmt: skip
        """The networks of all windows, what is known of their nodes, and how they were made: for `exports.network_windows`."""
        shared, cut = divided(filters)
        scope = self._scope(**shared)
        many = networks(self._database, scope, mode, tie, norm, duplicates, windows, cut)
        provenance = in_words(self._database, scope, mode, tie, norm, duplicates, cut, windows.words)
        return dict(many), attributes(self._database, cut.node), provenance


def divided(filters: NetworkFilters) -> tuple[Filters, Cut]:
    """The app's filters, and those that are a network's own."""
    own: dict[str, Any] = {name: filters[name] for name in _OWN if name in filters}  # type: ignore[literal-required]  # names of its own keys
    shared: Any = {name: value for name, value in filters.items() if name not in _OWN}
    own |= {name: _read(own[name]) for name in ("only", "exclude") if name in own}
    return shared, Cut(**own | ({"since": day(own["since"])} if own.get("since") else {}))


def _read(values: Values) -> Mapping[str, tuple[Any, ...]]:
    return {name: (each,) if isinstance(each, str) else tuple(each) for name, each in values.items()}
