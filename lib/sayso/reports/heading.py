"""What a finding rests on, in words: the line beneath a title and the line beneath a chart."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd

from sayso.analysis.basis import rests_on
from sayso.model.dates import day_words
from sayso.model.scope import COUNT_WORDS, KnownBy, Measure
from sayso.model.wording import agreeing, counted
from sayso.queries import positions
from sayso.reports.memo import ask
from sayso.reports.view import View

Basis = Literal["positions", "statements", "records"]
"""What something is made of: positions know repeats and mean or latest, statements repeats alone, records neither."""

_AS_OF: dict[KnownBy, str] = {"said": "as of", "published": "as published by", "coded": "as coded here by"}
_MEASURE_WORDS: dict[Measure, str] = {"mean": "mean of statements", "latest": "latest statement"}


def subtitle(view: View, *extra: str, basis: Basis = "positions") -> str:
    """ "as of 24 Jul 2021 · 16 statements · 1 article · 1 outlet · one per article · all history, 2003 to 2021"."""
    covered = ask(positions.coverage, view.database, view.scope).frame.iloc[0]
    parts = [
        f"{_AS_OF[view.scope.known_by]} {day_words(view.scope.as_of)}",
        counted(int(covered["n_statements"]), "statement"),
        counted(int(covered["n_articles"]), "article"),
        counted(int(covered["n_outlets"]), "outlet"),
        COUNT_WORDS[view.scope.count_by],
        *(["latest statement"] if basis == "positions" and view.scope.measure == "latest" else []),
        _history(view, covered),
        *_unlogged(view, covered),
        *view.active,
        *extra,
    ]
    return " · ".join(parts)


def title_rests_on(behind: pd.DataFrame) -> tuple[str, ...]:
    """ "the title rests on 8 statements: 3 in words, …" from the positions behind it; nothing without any."""
    words = rests_on(behind)
    return (f"the title rests on {words}",) if words else ()


def _history(view: View, covered: pd.Series[Any]) -> str:
    """From when on words and acts count."""
    if view.scope.since:
        return f"since {day_words(view.scope.since)}"
    years = [covered[name].year for name in ("first_said_on", "last_said_on") if not pd.isna(covered[name])]
    span = dict.fromkeys(years)  # one year twice is one
    return f"all history, {' to '.join(map(str, span))}" if span else "all history"


def _unlogged(view: View, covered: pd.Series[Any]) -> tuple[str, ...]:
    """How many statements nobody logged the coding of, where the view asks by its day."""
    n = int(covered["n_unlogged"])
    if view.scope.known_by != "coded" or not n:
        return ()
    verb = agreeing(n, "statement without a logged day counts", "statements without a logged day count")
    return (f"{n:,} {verb} from publication",)


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
