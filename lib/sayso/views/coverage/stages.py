"""How far each article is, and the way to what is left."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.model.wording import counted
from sayso.queries.answer import Answer
from sayso.queries.coding import article_stages
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.store.hub import Database
from sayso.views import ask_model, coder, headline, links, markup, undo_bar
from sayso.views.registry import BY_KEY
from sayso.views.state import ARTICLE

STAGES = {
    "to review": "Something that was found waits for a decision.",
    "not searched": "The text is here and no extractor has read it.",
    "coded": "Nothing waits, or a coder closed it.",
    "no text": "Only facts about the article are here: add the text to search it.",
    "withdrawn": "It no longer counts.",
}


def article_answer(database: Database) -> Answer:
    """The articles with their stages."""
    return ask(article_stages, database)


def head(database: Database, stages: Answer) -> None:
    """The finding, undo, and how many articles are at each stage."""
    frame = stages.frame
    counts = frame["stage"].value_counts()
    headline.show("coverage", finding(frame), _subtitle(frame))
    if database.is_writable and (by := coder.coder_name()):
        undo_bar.show(database, by)
    if frame.empty:
        return
    with st.container(horizontal=True, gap="small", key="stages"):
        for stage, meaning in STAGES.items():
            if counts.get(stage, 0):
                st.metric(stage.capitalize(), int(counts[stage]), help=meaning, border=True, width=150)


def finding(frame: pd.DataFrame) -> str:
    """The page's title."""
    if frame.empty:
        return "There is no article yet"
    left = frame[frame["stage"].isin(["to review", "not searched"])]
    if left.empty:
        return (
            f"All {counted(len(frame), 'article')} are done" if len(frame) > 1 else "The one article is done"
        )
    waiting = int(left["n_waiting"].sum())
    if len(frame) == 1:
        return f"The one article is left, with {counted(waiting, 'find')} waiting"
    verb = "is" if len(left) == 1 else "are"
    return f"{len(left):,} of {counted(len(frame), 'article')} {verb} left, with {counted(waiting, 'find')} waiting"


def articles(database: Database, stages: Answer) -> None:
    """The articles, what is left first; choosing one leads to its review."""
    frame = stages.frame
    if frame.empty:
        markup.show(markup.tag("p", "Add an article, and it shows up here.", "sy-fine"))
        if "add" in BY_KEY:
            links.to_page("add", "Add articles", key="coverage-add", icon=":material/add:")
        return
    chosen = st.dataframe(
        frame[["stage", "title", "outlet", "published_on", "n_waiting", "n_quotes", "n_statements", "n_events"]],
        hide_index=True,
        width="stretch",
        height=min(420, 38 + 35 * len(frame)),
        key="coverage-articles",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "stage": st.column_config.TextColumn("Stage", width="small"),
            "title": st.column_config.TextColumn("Article", width="large"),
            "outlet": "Outlet",
            "published_on": "Published",
            "n_waiting": st.column_config.NumberColumn("Waiting", help="Quotes, events and copies that nobody has decided on."),
            "n_quotes": "Quotes",
            "n_statements": "Statements",
            "n_events": "Events",
        },
    )  # fmt: skip
    rows = chosen["selection"]["rows"]
    first = frame.iloc[rows[0]] if rows else _next(frame)
    if first is None:
        return
    if first["stage"] in ("to review", "not searched"):
        ask_model.offer(database, str(first["article_id"]))
    if "review" not in BY_KEY:
        return
    label = ask(read_article_labels, database)[first["article_id"]]
    verb = "Review" if first["n_waiting"] else "Open"
    links.to_page(
        "review", f"{verb}: {label}", {ARTICLE: label}, key="coverage-review", icon=":material/rate_review:"
    )


def _next(frame: pd.DataFrame) -> pd.Series | None:
    left = frame[frame["stage"] == "to review"]
    return None if left.empty else left.iloc[0]


def _subtitle(frame: pd.DataFrame) -> str:
    return " · ".join(
        counted(int(frame[column].sum()), noun)
        for column, noun in (("n_quotes", "quote"), ("n_statements", "statement"), ("n_events", "event"))
    )
