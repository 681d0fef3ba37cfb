"""Statements as arrays, and articles drawn again from those that were read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sayso.analysis.recount import source_of

Array = NDArray[np.float64]
Codes = NDArray[np.int_]


def article_weights(n_articles: int, draws: int, seed: int) -> Array:
    """draws × articles: how often each article is drawn when as many are drawn as there are."""
    random = np.random.default_rng(seed)
    return random.multinomial(n_articles, np.full(n_articles, 1 / n_articles), draws).astype(float)


@dataclass(frozen=True)
class Cells:
    """Statements as arrays: which article, unit and issue each has, and its stance."""

    units: list[str]
    n_issues: int
    n_articles: int
    article: Codes
    unit: Codes
    issue: Codes
    stance: Array

    @classmethod
    def of(cls, kept: pd.DataFrame) -> Cells:
        """The statements of `recount.kept`; units and issues in the order of their names, articles by date."""
        ordered = kept.assign(source=source_of(kept)).sort_values(["said_on", "statement_id"], kind="stable")
        article, articles = pd.factorize(ordered["source"])
        unit, units = pd.factorize(ordered["actor_id"], sort=True)
        issue, issues = pd.factorize(ordered["issue_id"], sort=True)
        stance = ordered["stance"].to_numpy(float)
        return cls(list(units), len(issues), len(articles), article, unit, issue, stance)

    def grid(self, weights: Array) -> Array:
        """Units × issues: the mean stance with each article taken `weights` times; NaN where none is left."""
        total, size = (np.zeros((len(self.units), self.n_issues)) for _ in range(2))
        often = weights[self.article]
        np.add.at(total, (self.unit, self.issue), often * self.stance)
        np.add.at(size, (self.unit, self.issue), often)
        return np.divide(total, size, out=np.full_like(total, np.nan), where=size > 0)
