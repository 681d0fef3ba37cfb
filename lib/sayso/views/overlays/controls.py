"""The popover “Overlays”: which are shown, what is left out of them, and for coders what is added or taken off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from sayso.model.overlays import NOT_OURS, Overlay
from sayso.reports.overlays import Layers, Narrowed, choices, every_overlay, layers
from sayso.reports.view import View
from sayso.views import state
from sayso.views.overlays import adding
from sayso.views.state import (
    OVERLAY_COUNTRIES,
    OVERLAY_LANGUAGES,
    OVERLAY_TYPES,
    OVERLAY_WORDS,
    OVERLAYS,
)

MOST_SHOWN = 4  # strips; more would push the lanes off the screen
_HIDDEN = "none"
_FILTERS = (OVERLAYS, OVERLAY_COUNTRIES, OVERLAY_TYPES, OVERLAY_LANGUAGES, OVERLAY_WORDS)


@dataclass(frozen=True)
class Choice:
    """What the reader wants to see."""

    overlays: Sequence[Overlay]
    filters: Narrowed


def build(view: View, first: date, last: date) -> Layers:
    """Draw the popover in the timeline's bar, and count what it lets through."""
    overlays = every_overlay(view)
    if not overlays and not view.database.is_writable:
        return Layers()
    choice = _popover(view, overlays)
    return layers(view, choice.overlays, first, last, choice.filters)


def _popover(view: View, overlays: Sequence[Overlay]) -> Choice:
    there = [each for each in overlays if not each.is_removed]
    if there:
        state.hold(_FILTERS)
    opened = st.popover("Overlays", icon=":material/layers:", key="overlay-popover", on_change="rerun")
    with opened:
        choice = _choose(view, there) if there else Choice((), Narrowed())
        if view.lookup.is_empty:
            st.caption("This dataset has no timeline yet: an overlay shows once a statement is coded.")
        if opened.open and view.database.is_writable:
            adding.show(view.database, overlays)
    return choice


def _choose(view: View, there: Sequence[Overlay]) -> Choice:
    st.caption(NOT_OURS)
    labels = {each.overlay_id: each.label for each in there} | {_HIDDEN: "None, for now"}
    ids = state.choose_many("Shown", OVERLAYS, labels)
    wanted = [each for each in ids if each != _HIDDEN]
    overlays = [each for each in there if not ids or each.overlay_id in wanted]
    if len(overlays) > MOST_SHOWN:
        st.caption(f"{MOST_SHOWN} at most are drawn; choose which.")
    options = choices(view)
    kinds = {each.kind for each in there}
    picked: dict[str, tuple[str, ...]] = {}
    for kind, facet, key, label in (
        ("ACLED", "country", OVERLAY_COUNTRIES, "Countries (ACLED)"),
        ("ACLED", "type", OVERLAY_TYPES, "Event types (ACLED)"),
        ("GDELT", "language", OVERLAY_LANGUAGES, "Languages (GDELT)"),
    ):
        if kind in kinds:
            picked[facet] = state.choose_many(label, key, {value: value for value in options.get(facet, [])})
    words = st.text_input(
        "Words in notes and quotations", key=OVERLAY_WORDS, bind=state.BIND, max_chars=200, icon=":material/search:",
        placeholder="such as port", help="Only records whose text holds exactly this; capitals do not matter.",
    )  # fmt: skip
    return Choice(
        overlays[:MOST_SHOWN],
        Narrowed(
            picked.get("country", ()), picked.get("type", ()), picked.get("language", ()), (words or "").strip()
        ),
    )  # fmt: skip
