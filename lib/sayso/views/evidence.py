"""The evidence panel: the quotes and acts behind a number, each with who, when, where and why."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.scales import STANCES
from sayso.reports import evidence, quotation
from sayso.reports.passage import spans_of
from sayso.reports.quotation import Dated, text_or_none
from sayso.reports.view import View
from sayso.views import links, markup, passage

MOST_CARDS = 12


def panel(view: View, frame: pd.DataFrame, title: str, key: str, *, with_heading: bool = True) -> None:
    """Cards for the statements in `frame`; the ones a position was not computed from say so."""
    if with_heading:
        markup.show(
            markup.tag("h2", markup.text(title), "sy-h2", id="evidence")
            + markup.tag("p", markup.text(evidence.extent(view, frame)), "sy-fine")
        )
    if frame.empty:
        # Searched and not found: a finding, never a zero.
        markup.show(markup.tag("p", markup.text(evidence.not_found(view)), "sy-fine"))
        return
    page = frame
    if len(frame) > MOST_CARDS:
        number = st.pagination(-(-len(frame) // MOST_CARDS), key=f"{key}-page")
        page = frame.iloc[(number - 1) * MOST_CARDS : number * MOST_CARDS]
    markup.show(*[card(view, row) for row in records(page)])
    for article_id in dict.fromkeys(page["article_id"]):
        if isinstance(article_id, str):
            links.to_article(view.database, article_id, key=f"{key}-{article_id}")


def quotes(frame: pd.DataFrame) -> None:
    """Quotes alone, as `queries.quotes.search` returns them, without a coded reading."""
    markup.show(
        *[
            markup.tag(
                "article", quoted({**row, "quote_language": row["language"]}) + source_line(row), "sy-card"
            )
            for row in records(frame.head(MOST_CARDS))
        ]
    )


def card(view: View, row: dict[str, Any]) -> str:
    """One statement as a card: coded reading above, someone's words below, where they stand last."""
    has_words = text_or_none(row["quote"]) is not None
    head = chip(int(row["stance"])) + markup.tag(
        "span", markup.told(f"{row['actor']} on {row['issue']}"), "sy-card-head", dir="auto"
    )
    pieces = [markup.tag("div", head, "sy-card-line")]
    condition = text_or_none(row["condition"])
    if condition:
        pieces.append(markup.condition(condition))
    pieces.append(quoted(row) if has_words else acted(row))
    pieces.append(source_line(row))
    if reading := quotation.reading(row):
        pieces.append(
            markup.tag("p", markup.tag("b", "Coder’s reading") + markup.text(f" {reading}"), "sy-coded")
        )
    spans = row["spans"] if has_words else row["event_spans"]
    place = passage.in_place(view.database, text_or_none(row["article_id"]), spans_of(spans), None)
    if place:
        pieces.append(
            markup.tag("details", markup.tag("summary", "In its place in the article") + place, "sy-place")
        )
    if not row["is_kept"]:
        pieces.append(markup.tag("p", markup.text(evidence.repeat(view)), "sy-fine"))
    return markup.tag("article", "".join(pieces), "sy-card" if row["is_kept"] else "sy-card sy-repeat")


def chip(stance: int) -> str:
    """A stance as a coloured word with its sign."""
    step = STANCES[stance]
    return markup.tag(
        "span", f"{step.sign} {step.word}", "sy-chip", style=f"background:{step.fill};color:{step.ink}"
    )


def quoted(row: dict[str, Any]) -> str:
    """Someone's words, and who said them."""
    quote = markup.tag(
        "blockquote",
        markup.text(quotation.words(row)),
        f"sy-quote sy-{markup.text(row['kind'])}",
        dir="auto",
        lang=text_or_none(row.get("quote_language") or row.get("language")),
    )
    if text_or_none(row.get("translation")):
        quote += markup.tag("p", "Translation: " + markup.text(row["translation"]), "sy-fine", dir="auto")
    return markup.tag("p", markup.text(quotation.attribution(row)), "sy-fine") + quote


def acted(row: dict[str, Any]) -> str:
    """What someone did."""
    title = markup.tag("b", markup.text(row["event"]))
    return markup.tag("p", "An act", "sy-fine") + markup.tag(
        "p", f"{title}. {markup.text(quotation.act(row))}", "sy-act"
    )


def source_line(row: dict[str, Any]) -> str:
    """Date, outlet and Admiralty rating, with what was inferred marked so."""
    source = quotation.source(row)
    outlet = ", ".join(_dated(fact) for fact in (source.outlet, source.published) if fact)
    code = markup.tag("abbr", markup.text(source.rating), "sy-rating", title=source.meaning)
    return markup.tag("p", f"{_dated(source.day)} · {outlet} · {code}", "sy-source")


def _dated(fact: Dated) -> str:
    inferred = markup.tag("span", " inferred", "sy-inferred") if fact.is_inferred else ""
    return markup.text(fact.text) + inferred
