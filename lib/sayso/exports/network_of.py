"""The network of a scope, the same for `sayso network`, for Python and for the app's download."""

from __future__ import annotations

from typing import Any, Literal, cast

import pandas as pd

from sayso.analysis.networks import Counts, Selection, count, kept, one_mode, two_mode
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.errors import ExportError
from sayso.model.scope import Scope
from sayso.queries import networks as questions
from sayso.store.hub import Database

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


def network(
    database: Database, scope: Scope, mode: Mode, tie: str, norm: str, duplicates: Duplicates
) -> pd.DataFrame:
    """Actors × actors, or actors × issues, in `scope`; how repeats count is for `duplicates` to say.

    Raises ExportError for a tie or norm that the mode does not know.
    """
    if tie not in TIES[mode] or norm not in NORMS[mode]:
        raise ExportError(
            "Computing a network", f"{mode} know no {tie} with {norm}.",
            f"Ties: {', '.join(TIES[mode])}. Norms: {', '.join(NORMS[mode])}.",
        )  # fmt: skip
    counts = _counts(database, scope, duplicates, by_level=tie != "ignore")
    if mode == "actors":
        return one_mode(counts, cast(Tie, tie), cast(Norm, norm))
    return two_mode(counts, cast(Cell, tie), cast(Share, norm))


def _counts(database: Database, scope: Scope, duplicates: Duplicates, by_level: bool) -> Counts:
    frame: Any = questions.units(database, scope)
    return count(
        kept(frame, Selection(duplicates), by_level=by_level),
        levels=questions.levels(database, frame["level"]),
    )
