"""The records behind a chosen bar, and the counts as a table."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sayso.reports.overlays import Event, Layers, Quotation, labels, listing, part
from sayso.reports.view import View
from sayso.views import markup, state, twin
from sayso.views.state import OVERLAY_BAR


def box(layers: Layers) -> str | None:
    """A select box that does what a click on a bar does: the key of the bar that is chosen."""
    if not layers.overlays:
        return None
    return state.choose(
        "Overlay's days",
        OVERLAY_BAR,
        labels(layers),
        placeholder="Click a bar, or choose its days",
        width=440,
    )


def show_chosen(view: View, layers: Layers, key: str | None) -> None:
    """The records that stand behind the chosen bar."""
    if not key:
        return
    behind = listing(view, layers, key)
    markup.show(
        markup.tag("h2", markup.text(behind.title), "sy-h2", id="overlay-records", dir="auto"),
        markup.tag("p", markup.text(behind.facts), "sy-fine"),
    )
    if behind.is_withheld:
        st.info(
            "ACLED's single events are not listed in a copy that is open for reading only: its terms forbid giving"
            " others access to them. Whoever has an ACLED account of their own can look them up there.",
            icon=":material/lock:",
        )
        return
    markup.show(*(_event(each) if isinstance(each, Event) else _quotation(each) for each in behind.records))
    if behind.more:
        st.caption(behind.more)
    markup.show(markup.tag("p", markup.text(behind.source), "sy-fine"))


def show_twin(view: View, layers: Layers) -> None:
    """The counts as a table."""
    if (own := part(layers)) is not None:
        twin.show(view, replace(own, method=markup.plain_markdown(own.method)))


def _event(event: Event) -> str:
    facts = markup.tag("p", markup.text(event.facts), "sy-fine", dir="auto")
    text = markup.tag("p", markup.text(event.text), "sy-brief", dir="auto") if event.text else ""
    return _card(event.head, facts + text, event.origin)


def _quotation(quotation: Quotation) -> str:
    before, after = (
        markup.tag("span", markup.text(side), "sy-context") for side in (quotation.before, quotation.after)
    )
    words = f"{before} <b>“{markup.text(quotation.text)}”</b> {after}"
    title = markup.link(quotation.title, quotation.url)
    return _card(
        quotation.head,
        markup.tag("p", words, "sy-passage", dir="auto") + markup.tag("p", title, "sy-source", dir="auto"),
        "",
    )


def _card(head: str, body: str, foot: str) -> str:
    line = markup.tag("div", markup.tag("span", markup.text(head), "sy-card-head"), "sy-card-line")
    last = markup.tag("p", markup.text(foot), "sy-fine", dir="auto") if foot else ""
    return markup.tag("div", line + body + last, "sy-card sy-repeat")
