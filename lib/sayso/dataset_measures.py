"""Measures about a dataset's network, from Python: levels, dispersion, backbones, and a map with its fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

import pandas as pd

from sayso.analysis import position_map as maps
from sayso.analysis import recount
from sayso.analysis.networks.selection import Duplicates
from sayso.dataset_networks import HasStatements, NetworkFilters, divided
from sayso.errors import QueryError
from sayso.queries import networks, positions
from sayso.reports import network_tables
from sayso.reports.choosing import Filters
from sayso.reports.network_tables import PENALTY, Method, Side


class NetworkMeasures:
    """The methods of `sayso.open(…)` that say something about the network as a whole. Filters as in `network`."""

    @property
    def levels(self: HasStatements) -> list[float]:
        """The steps of the dataset's own scale, −2 … +2 or −1 and +1, as the functions of `analysis.networks` want them."""
        return networks.levels(self._database, pd.Series(dtype=float))

    def level_counts(
        self: HasStatements,
        side: Side = "issue",
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> pd.DataFrame:
        """How often each level was chosen on each issue (or by each node): id, name, n, and a column a level.

        A repeat has the same issue (or node) and level: by default one an article, whoever said it; "include" counts
        every statement. Source: rDNA's dna_barplot (Leifeld).
        """
        shared, cut = divided(filters)
        return network_tables.level_counts(self._database, self._scope(**shared), side, duplicates, cut)

    def dispersion(
        self: HasStatements, duplicates: Duplicates = "document", **filters: Unpack[NetworkFilters]
    ) -> pd.DataFrame:
        """How divided each issue is: n, n_units, mean, variance, entropy in bits (Shannon 1948) and as a share of its most.

        Over the statements that the network is made of; formulas in `analysis.networks.levels.dispersion`.
        """
        shared, cut = divided(filters)
        return network_tables.dispersion(self._database, self._scope(**shared), duplicates, cut)

    def backbone(
        self: HasStatements,
        method: Method = "nested",
        size: int = 3,
        penalty: float = PENALTY,
        seed: int = 1,
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> pd.DataFrame:
        """Which issues carry the structure of the debate (Leifeld, Discourse Network Analyzer, with true eigenvalues).

        "nested": the order in which they can be spared (`analysis.networks.backbone`). "fixed": the best set of `size`
        issues; "penalty": the best of any size, at a price for each (`analysis.networks.backbone_set`). Both have a row
        an issue with is_backbone; is_exact says whether all sets were tried, else a search with `seed` result it.
        """
        shared, cut = divided(filters)
        scope = self._scope(**shared)
        return network_tables.backbone(self._database, scope, method, size, penalty, seed, duplicates, cut)

    def backbone_losses(
        self: HasStatements,
        backbone: Iterable[str],
        duplicates: Duplicates = "document",
        **filters: Unpack[NetworkFilters],
    ) -> tuple[float, float]:
        """How far the networks of these issues alone, and of all others, are from the whole one (as in `backbone`).

        Source: rDNA's dna_evaluateBackboneSolution (Leifeld).
        """
        shared, cut = divided(filters)
        return network_tables.backbone_losses(
            self._database, self._scope(**shared), backbone, duplicates, cut
        )

    def position_map(
        self: HasStatements,
        method: maps.Method = "mds",
        dimensions: int = 2,
        draws: int = 200,
        seed: int = 1,
        **filters: Unpack[Filters],
    ) -> maps.PositionMap:
        """Who stands near whom, and how well each is placed: `.points` has stress and quality an actor.

        Classical scaling (Torgerson 1952) or correspondence analysis (Greenacre 2017) of positions; `analysis.position_map`
        and `analysis.scaling` give the formulas. Raises QueryError where too few can be compared.
        """
        scope = self._scope(**filters)
        said = positions.evidence(self._database, scope).frame
        result = maps.position_map(
            recount.kept(said, scope.count_by), method=method, dimensions=dimensions, draws=draws, seed=seed,
            span=networks.span(self._database),
        )  # fmt: skip
        if isinstance(result, maps.NoMap):
            raise QueryError("Placing actors", result.reason, "Take fewer dimensions or wider filters.")
        return result
