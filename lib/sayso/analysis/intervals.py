"""How sure a position is: what it would be had other articles of the same kind been read."""

from __future__ import annotations

import numpy as np
import pandas as pd

from sayso.analysis.recount import source_of
from sayso.analysis.resampling import Array, article_weights

LEVEL = 0.9
DRAWS = 1000
COLUMNS = ["unit_id", "issue_id", "value", "low", "high", "n_articles", "n"]


def actor_intervals(
    kept: pd.DataFrame, *, level: float = LEVEL, draws: int = DRAWS, seed: int = 1
) -> pd.DataFrame:
    """The mean stance of each actor on each issue, with its bootstrap interval.

    `kept` are the statements of `recount.kept` (actor_id, issue_id, stance, original_id, statement_id). Columns:
    unit_id, issue_id, value, low, high (−2 … +2), n_articles, n. Articles are drawn with replacement within a cell
    (what one article says stands or falls together), `draws` times; low and high bound the central `level` of the
    means. They are NaN where there is one article: then "n = 1" is said instead. Where all articles say the same
    the interval has no width, which is no proof that the next would. Source: Efron and Tibshirani 1993, ch. 13.
    """
    return _intervals(kept, "actor_id", level, draws, seed)


def faction_intervals(
    kept: pd.DataFrame, *, level: float = LEVEL, draws: int = DRAWS, seed: int = 1
) -> pd.DataFrame:
    """The same for factions: the mean of the members' means, one voice each (DESIGN §4).

    `kept` has a faction_id too (`recount.as_members`). A member none of whose articles was drawn is silent in
    that draw. Works for coalitions: any label may stand in faction_id.
    """
    return _intervals(kept, "faction_id", level, draws, seed)


def worded(low: float, high: float, n_articles: int) -> str:
    """ "−0.6 to +1.2", or "n = 1" where one article cannot give an interval."""
    if n_articles < 2 or low != low:
        return f"n = {n_articles}"
    return " to ".join(f"{value:+.1f}".replace("-", "−").replace("+0.0", "0.0") for value in (low, high))


def resampled_means(weights: Array, sums: Array, counts: Array) -> Array:
    """Per draw the mean of the voices' means: weights are draws × articles, sums and counts articles × voices."""
    total, size = weights @ sums, weights @ counts
    means = np.divide(total, size, out=np.full_like(total, np.nan), where=size > 0)
    return np.asarray(np.nanmean(means, axis=1))


def _intervals(kept: pd.DataFrame, unit: str, level: float, draws: int, seed: int) -> pd.DataFrame:
    ordered = kept.assign(source=source_of(kept)).sort_values(["said_on", "statement_id"], kind="stable")
    tails = [(1 - level) / 2, (1 + level) / 2]
    rows = []
    for (name, issue), cell in ordered.groupby([unit, "issue_id"], sort=True):
        articles, known = pd.factorize(cell["source"])
        voices, actors = pd.factorize(cell["actor_id"])
        sums, counts = (np.zeros((len(known), len(actors))) for _ in range(2))
        np.add.at(sums, (articles, voices), cell["stance"].to_numpy(float))
        np.add.at(counts, (articles, voices), 1.0)
        value = float(np.mean(sums.sum(axis=0) / counts.sum(axis=0)))
        low = high = np.nan
        if len(known) > 1:
            # Every cell begins with the same seed: its interval does not depend on what else is shown.
            weights = article_weights(len(known), draws, seed)
            low, high = np.quantile(resampled_means(weights, sums, counts), tails)
        rows.append((name, issue, value, float(low), float(high), len(known), len(cell)))
    return pd.DataFrame(rows, columns=COLUMNS)
