"""What a finding rests on, in words: the line beneath a title and the line beneath a chart."""

from __future__ import annotations

from typing import Literal

from sayso.model.dates import day_words
from sayso.model.scope import COUNT_WORDS, Measure
from sayso.model.wording import counted
from sayso.queries import positions
from sayso.reports.memo import ask
from sayso.reports.view import View

Basis = Literal["positions", "statements", "records"]
"""What something is made of: positions know repeats and mean or latest, statements repeats alone, records neither."""

_MEASURE_WORDS: dict[Measure, str] = {"mean": "mean of statements", "latest": "latest statement"}


def subtitle(view: View, *extra: str, basis: Basis = "positions") -> str:
    """ "as of 24 Jul 2021 · 16 statements · 1 article · 1 outlet · one per article"."""
    covered = ask(positions.coverage, view.database, view.scope).frame.iloc[0]
    parts = [
        f"as of {day_words(view.scope.as_of)}",
        counted(int(covered["n_statements"]), "statement"),
        counted(int(covered["n_articles"]), "article"),
        counted(int(covered["n_outlets"]), "outlet"),
        COUNT_WORDS[view.scope.count_by],
        *(["latest statement"] if basis == "positions" and view.scope.measure == "latest" else []),
        *view.active,
        *extra,
    ]
    return " · ".join(parts)


def provenance(view: View, *method: str, seed: int | None = None, basis: Basis = "positions") -> str:
    """How a chart was made, the settings that it was made by, the seed if anything was drawn, and the data version."""
    how = [
        *method,
        *([] if basis == "records" else [COUNT_WORDS[view.scope.count_by]]),
        *([_MEASURE_WORDS[view.scope.measure]] if basis == "positions" else []),
        "nothing drawn at random" if seed is None else f"seed {seed}",
        f"data version {view.database.version}",
    ]
    return " · ".join(how)


def n_searched(view: View) -> int:
    """How many articles a "not found" was searched in."""
    return int(ask(positions.coverage, view.database, view.scope).frame.iloc[0]["n_searched"])
