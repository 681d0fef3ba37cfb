"""How a network was made, in a line: the settings that were used, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model.dates import day_words
from sayso.model.scope import Scope
from sayso.reports.network_sample import STANCE, Cut, Values
from sayso.store.hub import Database

_REPEATS = {
    "include": "every statement", "document": "one per article", "week": "one per week", "month": "one per month",
    "year": "one per year", "range": "one in the whole time",
}  # fmt: skip
_LAST_YEAR = 9999


def in_words(
    database: Database, scope: Scope, mode: str, tie: str, norm: str, duplicates: str, cut: Cut, *more: str
) -> str:
    """ "actors × issues · subtract · one per article · as of 24 Jul 2021 · data version …".

    A network has a rule for repeats of its own and knows no mean or latest: the scope's are not named.
    """
    nodes = f"{cut.node}s"
    parts = [
        f"{nodes} × {nodes if mode == 'actors' else 'issues'}",
        tie,
        *([f"divided by {norm}"] if norm != "none" else []),
        *([f"by {cut.qualifier}"] if cut.qualifier != STANCE else []),
        _REPEATS[duplicates],
        *more,
        *([f"since {day_words(cut.since)}"] if cut.since else []),
        *([f"as of {day_words(scope.as_of)}"] if scope.as_of.year < _LAST_YEAR else []),
        *_filters(scope),
        *_values("only", cut.only),
        *_values("without", cut.exclude),
        *(["with those of whom nothing is left"] if cut.isolates else []),
        f"data version {database.version}",
    ]
    return " · ".join(parts)


def _filters(scope: Scope) -> Iterator[str]:
    for name in ("actors", "factions", "issues", "kinds", "outlets"):
        if chosen := getattr(scope, name):
            yield f"{name} {', '.join(chosen)}"
    if scope.worst_credibility is not None:
        yield f"credibility {scope.worst_credibility} or better"


def _values(word: str, values: Values) -> Iterator[str]:
    for name, wanted in values.items():
        yield f"{word} {name} {', '.join('(empty)' if each in ('', None) else str(each) for each in wanted)}"
