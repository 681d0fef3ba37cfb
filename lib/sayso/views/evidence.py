"""The evidence panel: the quotes and acts behind a number, each with who, when, where and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import CREDIBILITY, RELIABILITY, STANCES, rating
from sayso.model.scope import COUNT_WORDS
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.reports.view import View
from sayso.views import links, markup, passage

MOST_CARDS = 12


def panel(view: View, frame: pd.DataFrame, title: str, key: str, *, with_heading: bool = True) -> None:
    """Cards for the statements in `frame`; the ones a position was not computed from say so."""
    if with_heading:
        markup.show(
            markup.tag("h2", markup.text(title), "sy-h2", id="evidence")
            + markup.tag("p", markup.text(extent(view, frame)), "sy-fine")
        )
    if frame.empty:
        not_found(view, title)
        return
    shown = frame
    if len(frame) > MOST_CARDS:
        number = st.pagination(-(-len(frame) // MOST_CARDS), key=f"{key}-page")
        shown = frame.iloc[(number - 1) * MOST_CARDS : number * MOST_CARDS]
    markup.show(*[card(view, row) for row in records(shown)])
    for article_id in dict.fromkeys(shown["article_id"]):
        if isinstance(article_id, str):
            links.to_article(view.database, article_id, key=f"{key}-{article_id}")


def extent(view: View, frame: pd.DataFrame) -> str:
    """ "5 statements, 1 repeat not counted (one per article)"."""
    kept = int(frame["is_kept"].sum())
    repeats = len(frame) - kept
    left_out = f", {counted(repeats, 'repeat')} not counted ({COUNT_WORDS[view.scope.count_by]})"
    return counted(kept, "statement") + (left_out if repeats else "")


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


def not_found(view: View, title: str) -> None:
    """Searched and not found: a finding, never a zero."""

    markup.show(
        markup.tag(
            "p",
            f"Not found: {markup.text(counted(heading.n_searched(view), 'article'))} searched, no statement on this.",
            "sy-fine",
        )
    )


def card(view: View, row: dict[str, Any]) -> str:
    """One statement as a card: coded reading above, someone's words below, where they stand last."""
    said = _text(row["quote"])
    head = chip(int(row["stance"])) + markup.tag(
        "span", markup.told(f"{row['actor']} on {row['issue']}"), "sy-card-head", dir="auto"
    )
    pieces = [markup.tag("div", head, "sy-card-line")]
    condition = _text(row["condition"])
    if condition:
        pieces.append(markup.condition(condition))
    pieces.append(quoted(row) if said else acted(row))
    pieces.append(source_line(row))
    if _text(row["note"]):
        pieces.append(
            markup.tag(
                "p",
                markup.tag("b", "Coder’s reading") + markup.text(f" {row['note']} ({row['coder']})"),
                "sy-coded",
            )
        )
    spans = row["spans"] if said else row["event_spans"]
    place = passage.in_place(view.database, _text(row["article_id"]), spans_of(spans), None)
    if place:
        pieces.append(
            markup.tag("details", markup.tag("summary", "In its place in the article") + place, "sy-place")
        )
    if not row["is_kept"]:
        pieces.append(
            markup.tag("p", f"A repeat: not counted again ({COUNT_WORDS[view.scope.count_by]}).", "sy-fine")
        )
    return markup.tag("article", "".join(pieces), "sy-card" if row["is_kept"] else "sy-card sy-repeat")


def chip(stance: int) -> str:
    """A stance as a coloured word with its sign."""
    step = STANCES[stance]
    return markup.tag(
        "span", f"{step.sign} {step.word}", "sy-chip", style=f"background:{step.fill};color:{step.ink}"
    )


def quoted(row: dict[str, Any]) -> str:
    """Someone's words: verbatim in quotation marks, a paraphrase without."""
    kind = row["kind"]
    body = markup.text(row["quote"])
    body = f"“{body}”" if kind == "direct" else body
    label = {"direct": "said", "mixed": "said, in part quoted", "indirect": "said, paraphrased"}.get(
        kind, "said"
    )
    who = f"{markup.text(row['speaker'])} {label}"
    if _text(row["cue"]):
        who += f" (“{markup.text(row['cue'])}”)"
    if _text(row["addressee"]):
        who += f" to {markup.text(row['addressee'])}"
    if _text(row["venue"]):
        who += f", {markup.text(row['venue'])}"
    quote = markup.tag(
        "blockquote",
        body,
        f"sy-quote sy-{markup.text(kind)}",
        dir="auto",
        lang=_text(row.get("quote_language") or row.get("language")),
    )
    if _text(row.get("translation")):
        quote += markup.tag("p", "Translation: " + markup.text(row["translation"]), "sy-fine", dir="auto")
    return markup.tag("p", who, "sy-fine") + quote


def acted(row: dict[str, Any]) -> str:
    """What someone did."""
    return markup.tag("p", "An act", "sy-fine") + markup.tag(
        "p",
        f"{markup.tag('b', markup.text(row['event']))}. {markup.text(_text(row['event_description']) or '')}",
        "sy-act",
    )


def source_line(row: dict[str, Any]) -> str:
    """Date, outlet and Admiralty rating, with what was inferred marked so."""
    credibility = None if row["credibility"] is None else int(row["credibility"])
    code = rating(_text(row["reliability"]), credibility)
    meaning = "; ".join(
        part
        for part in (RELIABILITY.get(_text(row["reliability"]) or ""), CREDIBILITY.get(credibility or 0))
        if part
    )
    outlet = markup.text(_text(row["outlet"]) or "no article") + _inferred(row["outlet_basis"])
    published = f", published {markup.text(date_words(_text(row['published_on'])))}{_inferred(row['published_on_basis'])}"
    return markup.tag(
        "p",
        f"{markup.text(date_words(_text(row['stated_on'])))}{_inferred(row['stated_on_basis'])} · {outlet}"
        f"{published if _text(row['published_on']) else ''} · "
        + markup.tag("abbr", markup.text(code), "sy-rating", title=meaning),
        "sy-source",
    )


def _inferred(basis: object) -> str:
    return markup.tag("span", " inferred", "sy-inferred") if basis == "inferred" else ""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def spans_of(value: Iterable[Iterable[int]] | None) -> list[list[int]] | None:
    """Spans as a query returns them, as plain lists."""
    if value is None:
        return None
    return [[int(low), int(high)] for low, high in value]
