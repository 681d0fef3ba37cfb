"""What the first visitor would otherwise wait for."""

from __future__ import annotations

from sayso.model.scope import Scope
from sayso.queries import positions, quotes, timeline
from sayso.reports import datasets
from sayso.reports.coalitions import compute as camps
from sayso.reports.lookup import read_lookup
from sayso.reports.memo import ask
from sayso.views import about, actor, article, coalitions, comparison, matrix, overview  # noqa: F401 (imported here, once)
from sayso.views import quotes as quotes_view  # noqa: F401
from sayso.views import timeline as timeline_view  # noqa: F401
from sayso.views.changed import build, moved, period, week  # noqa: F401
from sayso.views.sources.build import compute as read_sources


def open_and_ask() -> None:
    """Open every dataset and put each page's questions once, as a first visitor would."""
    for database in datasets.databases().values():
        lookup = ask(read_lookup, database)
        scope = Scope(database.name, lookup.last_day)
        for question in (
            positions.actor_positions, positions.member_positions, positions.coverage,
            timeline.events, timeline.statements,
        ):  # fmt: skip
            ask(question, database, scope)
        ask(quotes.search, database, scope, "")


def ask_what_is_dear() -> None:
    """Camps, changes and sources of every dataset, as a first visitor would ask for them: a second or more for each."""
    for database in datasets.databases().values():
        scope = Scope(database.name, ask(read_lookup, database).last_day)
        ask(camps, database, scope)
        ask(build.compute, database, scope, period.back(scope.as_of, period.USUAL), "actors")
        ask(read_sources, database, scope)
