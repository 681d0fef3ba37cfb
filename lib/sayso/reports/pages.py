"""Every report by the name of its page, with the options that are its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from sayso.errors import QueryError
from sayso.model.scope import Scope
from sayso.reports.actor import actor
from sayso.reports.changed import changed
from sayso.reports.choosing import id_of, ids_of
from sayso.reports.coalitions import coalitions
from sayso.reports.comparison import comparison
from sayso.reports.lookup import read_lookup
from sayso.reports.matrix import matrix
from sayso.reports.memo import ask
from sayso.reports.overview import overview
from sayso.reports.quotes import quotes
from sayso.reports.report import Report
from sayso.reports.sources import sources
from sayso.reports.timeline import timeline
from sayso.reports.two_sides import two_sides
from sayso.store.hub import Database

REPORTS: Mapping[str, Callable[..., Report]] = {
    "overview": overview, "matrix": matrix, "timeline": timeline, "changed": changed, "comparison": comparison,
    "coalitions": coalitions, "sources": sources, "actor": actor, "quotes": quotes, "two-sides": two_sides,
}  # fmt: skip


def options_of(page: str) -> tuple[str, ...]:
    """What a page can be asked beside the filters, by name."""
    return tuple(signature(REPORTS[page]).parameters)[2:]


def report(page: str, database: Database, scope: Scope, **options: Any) -> Report:
    """The report of that page; actors, issues and sides by id or name.

    Raises QueryError if the page has no such option, or the dataset nothing of that name.
    """
    for name in options:
        if name not in options_of(page):
            has = f"It has {', '.join(options_of(page))}." if options_of(page) else "It has none."
            raise QueryError("Making a report", f"The page “{page}” has no option “{name}”.", has)
    lookup = ask(read_lookup, database)
    if options.get("actor"):
        options["actor"] = id_of("actors", options["actor"], lookup.actors)
    for name in ("by_issue", "issue"):
        if options.get(name):
            options[name] = id_of("issues", options[name], lookup.issues)
    if options.get("sides"):
        unit = options.get("unit") or ("factions" if lookup.factions else "actors")
        options["sides"] = ids_of(
            unit, options["sides"], lookup.factions if unit == "factions" else lookup.actors
        )
    return REPORTS[page](database, scope, **options)
