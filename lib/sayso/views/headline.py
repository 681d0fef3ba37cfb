"""A page's head: what it answers, what it found, and what that rests on."""

from __future__ import annotations

from sayso.model.dates import day_words
from sayso.model.scope import COUNT_WORDS
from sayso.model.wording import counted
from sayso.queries import positions
from sayso.views import data, filters, markup
from sayso.views.filters import View
from sayso.views.registry import BY_KEY


def show(page: str, finding: str, subtitle: str) -> None:
    """Draw the dataset and the page's question, its finding as the title, and the subtitle line (DESIGN §7).

    The dataset's title stands here too because the bar above is neither printed nor there for a single dataset.
    """
    info = BY_KEY[page]
    dataset = filters.current().database.title
    markup.show(
        markup.tag(
            "p",
            f"{markup.told(dataset)} · {markup.text(info.title)} · {markup.text(info.question)}",
            "sy-kicker",
        ),
        markup.tag("h1", markup.told(finding), "sy-title", dir="auto"),
        markup.tag("p", markup.told(subtitle), "sy-subtitle"),
    )


def subtitle(view: View, *extra: str) -> str:
    """ "as of 24 Jul 2021 · 16 statements · 1 article · 1 outlet · one per article"."""
    covered = data.ask(positions.coverage, view.database, view.scope).frame.iloc[0]
    parts = [
        f"as of {day_words(view.scope.as_of)}",
        counted(int(covered["n_statements"]), "statement"),
        counted(int(covered["n_articles"]), "article"),
        counted(int(covered["n_outlets"]), "outlet"),
        COUNT_WORDS[view.scope.count_by],
        *(["latest statement"] if view.scope.measure == "latest" else []),
        *view.active,
        *extra,
    ]
    return " · ".join(parts)


def provenance(view: View, *method: str, seed: int | None = None) -> None:
    """Beneath each chart: how it was made, what was counted, the seed if anything was drawn, and the data version."""
    how = [
        *method, COUNT_WORDS[view.scope.count_by],
        "latest statement" if view.scope.measure == "latest" else "mean of statements",
        "nothing drawn at random" if seed is None else f"seed {seed}", f"data version {view.database.version}",
    ]  # fmt: skip
    markup.show(markup.tag("p", markup.text(" · ".join(how)), "sy-fine sy-made"))


def searched(view: View) -> int:
    """How many articles a "not found" was searched in."""
    return int(data.ask(positions.coverage, view.database, view.scope).frame.iloc[0]["n_searched"])
