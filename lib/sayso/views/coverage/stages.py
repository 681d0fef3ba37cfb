"""How far each article is, and the way to what is left."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coverage import ARTICLES, LEFT, STAGES, Coverage
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.views import ask_model, coder, headline, links, markup, undo_bar
from sayso.views.registry import BY_KEY
from sayso.views.state import ARTICLE


def head(report: Coverage) -> None:
    """The finding, undo, and how many articles are at each stage."""
    database = report.view.database
    headline.of(report)
    if database.is_writable and (by := coder.coder_name()):
        undo_bar.show(database, by)
    if not report.n_by_stage:
        return
    with st.container(horizontal=True, gap="small", key="stages"):
        for stage, n in report.n_by_stage.items():
            st.metric(stage.capitalize(), n, help=STAGES[stage], border=True, width=150)


def articles(report: Coverage) -> None:
    """The articles, what is left first; choosing one leads to its review."""
    database, frame = report.view.database, report.parts[0].frame
    if frame.empty:
        markup.show(markup.tag("p", "Add an article, and it shows up here.", "sy-fine"))
        if "add" in BY_KEY:
            links.to_page("add", "Add articles", key="coverage-add", icon=":material/add:")
        return
    chosen = st.dataframe(
        frame[list(ARTICLES)],
        hide_index=True,
        width="stretch",
        height=min(420, 38 + 35 * len(frame)),
        key="coverage-articles",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            **ARTICLES,
            "stage": st.column_config.TextColumn(ARTICLES["stage"], width="small"),
            "title": st.column_config.TextColumn(ARTICLES["title"], width="large"),
            "n_waiting": st.column_config.NumberColumn(ARTICLES["n_waiting"], help="Quotes, events and copies that nobody has decided on."),
        },
    )  # fmt: skip
    places = chosen["selection"]["rows"]
    place = places[0] if places else report.following
    if place is None:
        return
    article = frame.iloc[place]
    if article["stage"] in LEFT:
        ask_model.offer(database, str(article["article_id"]))
    if "review" not in BY_KEY:
        return
    label = ask(read_article_labels, database)[article["article_id"]]
    verb = "Review" if article["n_waiting"] else "Open"
    links.to_page(
        "review", f"{verb}: {label}", {ARTICLE: label}, key="coverage-review", icon=":material/rate_review:"
    )
