"""Tables about a network: levels counted, how divided issues are, which issues carry it. For Python and the command."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import pandas as pd

from sayso.analysis.networks import Counts
from sayso.analysis.networks import backbone as nested
from sayso.analysis.networks.backbone_set import (
    PENALTY,
    BackboneSet,
    fixed_backbone,
    losses,
    penalised_backbone,
)
from sayso.analysis.networks.levels import Side, per_level
from sayso.analysis.networks.levels import dispersion as dispersion_of
from sayso.analysis.networks.selection import ISSUE, UNIT, Duplicates
from sayso.errors import ExportError
from sayso.model.scales import STANCES
from sayso.model.scope import Scope
from sayso.queries.networks import attributes
from sayso.reports.network_sample import STANCE, Cut, sample
from sayso.store.hub import Database

Method = Literal["nested", "fixed", "penalty"]
METHODS: tuple[Method, ...] = ("nested", "fixed", "penalty")
TITLE = "Computing a backbone"


def level_counts(
    database: Database, scope: Scope, side: Side, duplicates: Duplicates, cut: Cut
) -> pd.DataFrame:
    """One row per issue (or node): its id, name, n, and a column for each level, in words."""
    pool = sample(database, scope, cut)
    said = pool.without_repeats(duplicates, by=(ISSUE,) if side == "issue" else (UNIT,))
    table = per_level(pool.counts(said), side)
    table.columns = pd.Index(pool.words or [_name(float(level), cut) for level in table.columns])
    facts = attributes(database, cut.node)
    names = [
        facts.get(f"issue:{key}" if side == "issue" else key, {}).get("name") or key for key in table.index
    ]
    n = table.sum(axis=1).to_numpy()
    table.insert(0, "n", n)
    table.insert(0, "name", names)
    return table.rename_axis(side).reset_index()


def dispersion(database: Database, scope: Scope, duplicates: Duplicates, cut: Cut) -> pd.DataFrame:
    """One row per issue: n, n_units, mean, variance, entropy, entropy_share (`analysis.networks.levels`)."""
    return dispersion_of(_counts(database, scope, duplicates, cut))


def backbone(
    database: Database, scope: Scope, method: Method, size: int, penalty: float, seed: int, duplicates: Duplicates,
    cut: Cut,
) -> pd.DataFrame:  # fmt: skip
    """The issues that carry the network: in the order in which they can be spared, or in the best set and not.

    Raises ExportError for another method, a size that cannot be, or a penalty under 0.
    """
    if method not in METHODS:
        raise ExportError(TITLE, f"There is no backbone “{method}”.", f"Name one of {', '.join(METHODS)}.")
    counts = _counts(database, scope, duplicates, cut)
    if method == "nested":
        return nested.backbone(counts)
    try:
        best = (
            fixed_backbone(counts, size, seed=seed)
            if method == "fixed"
            else penalised_backbone(counts, penalty, seed=seed)
        )
    except ValueError as error:
        raise ExportError(
            TITLE, f"The network has {len(counts.issues)} issues; {error}.", "Name another."
        ) from None
    return _as_table(counts, best)


def backbone_losses(
    database: Database, scope: Scope, issues: Iterable[str], duplicates: Duplicates, cut: Cut
) -> tuple[float, float]:
    """The loss of a backbone of these issues, by id, and that of all others."""
    counts = _counts(database, scope, duplicates, cut)
    try:
        return losses(counts, issues)
    except KeyError as error:
        raise ExportError(
            TITLE, f"Nothing was said on {error}.", f"Issues: {', '.join(counts.issues)}."
        ) from None


def _name(level: float, cut: Cut) -> str:
    """A spreadsheet would take a column called −2 for a formula."""
    return STANCES[int(level)].word if cut.qualifier == STANCE else f"level {level:g}"


def _counts(database: Database, scope: Scope, duplicates: Duplicates, cut: Cut) -> Counts:
    pool = sample(database, scope, cut)
    return pool.counts(pool.without_repeats(duplicates))


def _as_table(counts: Counts, best: BackboneSet) -> pd.DataFrame:
    n = counts.values.sum(axis=(0, 2)).astype(int)
    table = pd.DataFrame({"issue": list(counts.issues), "n": n})
    table.insert(1, "is_backbone", table["issue"].isin(best.issues))
    table = table.sort_values(
        ["is_backbone", "n", "issue"], ascending=[False, False, True], ignore_index=True
    )
    return table.assign(
        loss=best.loss,
        redundant_loss=best.redundant_loss,
        value=best.value,
        is_exact=best.is_exact,
        seed=best.seed,
    )


__all__ = [
    "METHODS",
    "PENALTY",
    "Method",
    "Side",
    "backbone",
    "backbone_losses",
    "dispersion",
    "level_counts",
]
