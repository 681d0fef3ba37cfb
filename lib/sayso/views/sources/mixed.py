"""How reliable, how credible and in which languages: a bar each, and the statements behind a part."""

from __future__ import annotations

import streamlit as st

from sayso.reports.listing import Line
from sayso.reports.report import Part, Report
from sayso.reports.sources.mix import MOST_PIECES, Mix, more
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, opening, pictures, state, twin
from sayso.views.figure import Click
from sayso.views.state import MIX


def show_mix(view: View, mix: Mix, report: Report) -> None:
    """The three bars, a select box, the statements behind the chosen part, the twin."""
    part = mix.part
    markup.show(markup.tag("h2", "How reliable, and in which languages", "sy-h2"))
    markup.show(markup.tag("p", markup.text(part.title), "sy-lead"))
    above = st.container()
    labels = mix.labels
    with opening.place(MIX):
        chosen = state.choose("Statements of", MIX, labels, placeholder="Click a part, or choose", width=360)
        bar, _, value = (chosen or "").partition(":")
        if chosen:
            opening.close(MIX)
            statements = mix.statements_of(bar, value)
            opening.head(view, labels[chosen], statements)
            evidence.panel(view, statements, labels[chosen], key="mix", with_heading=False)
    with above:
        _chart(part, (bar, value) if chosen else None)
        pictures.actions(view, report, part)
        _rows(mix)
    twin.show(view, part)


def _chart(part: Part, chosen: tuple[str, str] | None) -> None:
    assert part.draw is not None
    drawing = part.draw(chosen)
    figure.show(
        drawing.figure, key="sources-mix", alt=part.title, height=drawing.height, on_click=_choose_part
    )
    headline.provenance(part.provenance)


def _rows(mix: Mix) -> None:
    """Each part in words with its number, also where the bar has no room for them."""
    for column, bar in zip(st.columns(len(mix.bars), gap="medium"), mix.bars, strict=True):
        with column:
            markup.show(markup.tag("h3", markup.text(bar.label), "sy-h3"))
            rows = [
                Line(f"{bar.key}:{piece.key}", piece.words, mix.facts[f"{bar.key}:{piece.key}"])
                for piece in bar.parts[:MOST_PIECES]
            ]
            opening.rows(rows, MIX, f"mix-{bar.key}")
            if rest := more(bar):
                st.caption(rest)


def _choose_part(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[MIX] = f"{click.data[0]}:{click.data[1]}"
