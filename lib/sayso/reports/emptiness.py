"""Why there is nothing to draw, and what to do next."""

from __future__ import annotations

from typing import Literal

from sayso.queries import codebook
from sayso.queries.coding import article_stages
from sayso.reports.memo import ask
from sayso.reports.view import View

NextPage = Literal["coverage", "review", "add"]


def holds(view: View, page: str) -> bool:
    """Whether the dataset has, under whatever filters, what `page` shows: else there is nothing to clear."""
    statements, quotes, events = ask(codebook.what_counts, view.database)
    return {"quotes": quotes, "timeline": statements or events}.get(page, statements)


def next_page(view: View) -> NextPage:
    """The page that comes next in a dataset without statements: what waits, what was said, or an article to add."""
    stages = ask(article_stages, view.database).frame
    if (stages["n_waiting"] > 0).any():
        return "coverage"
    return "review" if (stages["n_quotes"] > 0).any() else "add"


def in_force(view: View) -> str:
    """The filters that leave nothing: "In force: actors: Ann; as of 2024-06-30."."""
    since = [f"since {view.scope.since.isoformat()}"] if view.scope.since else []
    active = "; ".join([*view.active, *since]) or "only the as-of date"
    return f"In force: {active}; as of {view.scope.as_of.isoformat()}."
