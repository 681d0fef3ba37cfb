"""Every report by the name of its page, with the options that are its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from sayso.errors import QueryError
from sayso.model.scope import Scope
from sayso.reports.matrix import matrix
from sayso.reports.overview import overview
from sayso.reports.report import Report
from sayso.store.hub import Database

REPORTS: Mapping[str, Callable[..., Report]] = {"overview": overview, "matrix": matrix}


def options_of(page: str) -> tuple[str, ...]:
    """What a page can be asked beside the filters, by name."""
    return tuple(signature(REPORTS[page]).parameters)[2:]


def report(page: str, database: Database, scope: Scope, **options: Any) -> Report:
    """The report of that page. Raises QueryError if the page has no such option."""
    known = options_of(page)
    for name in options:
        if name not in known:
            other = f"It has {', '.join(known)}." if known else "It has none."
            raise QueryError("Making a report", f"The page “{page}” has no option “{name}”.", other)
    return REPORTS[page](database, scope, **options)
