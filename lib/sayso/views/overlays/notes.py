"""Under the chart whose counts these are and how they were counted; above it what cannot be seen."""

from __future__ import annotations

from datetime import date

import streamlit as st

from sayso.model.calendar import days_from
from sayso.model.overlays import SITES, Overlay
from sayso.reports.overlays import Absence, Layers, Note, absences, notes
from sayso.views import markup
from sayso.views.state import FROM, TO


def show_missing(layers: Layers) -> None:
    """Above the chart: which overlay has nothing in view, and why."""
    for absence in absences(layers):
        _nothing(layers, absence)


def show_notes(layers: Layers) -> None:
    """The source line and method of every overlay that is shown."""
    for note in notes(layers):
        markup.show(markup.tag("p", _source(note), "sy-fine", dir="auto"))


def _source(note: Note) -> str:
    site = SITES[note.overlay.kind]
    line = markup.text(note.source).replace(site, markup.link(site, f"https://{site}"), 1)
    return f"<b>{line}</b> {markup.text(note.text)}"


def _nothing(layers: Layers, absence: Absence) -> None:
    text = markup.plain_markdown(absence.text)
    if not absence.is_elsewhere:
        st.info(text)
        return
    st.info(text, icon=":material/layers:")
    st.button(
        "Show its days too",
        key=f"overlay-days-{absence.overlay.overlay_id}",
        on_click=_show_days,
        args=(layers, absence.overlay),
    )


def _show_days(layers: Layers, overlay: Overlay) -> None:
    st.session_state[FROM] = max(min(layers.first, overlay.first_day), date(1900, 1, 1))
    st.session_state[TO] = days_from(max(layers.last, overlay.last_day), 1)
