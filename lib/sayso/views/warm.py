"""What the first visitor would otherwise wait for."""

from __future__ import annotations

from collections.abc import Callable

from sayso.reports import datasets, first
from sayso.reports.changed import changed
from sayso.reports.coalitions import coalitions
from sayso.reports.sources import sources
from sayso.views import about, actor, article, comparison, matrix, overview, quotes, timeline  # noqa: F401 (imported here, once)
from sayso.views.changed import moves, week  # noqa: F401


def open_and_ask() -> None:
    """Open every dataset and put each page's questions once, as a first visitor would."""
    for database in datasets.databases().values():
        first.put_questions(database)


def ask_what_is_dear(is_stopping: Callable[[], bool]) -> None:
    """Camps, changes and sources of every dataset, as a first visitor would ask for them: a second or more for each."""
    for database in datasets.databases().values():
        for report in (coalitions, changed, sources):
            if is_stopping():
                return
            report(database, first.scope(database))
