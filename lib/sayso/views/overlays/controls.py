"""The popover “Overlays”: which are shown, what is left out of them, and for coders what is added or taken off."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from sayso.model.overlays import NOT_OURS, Overlay
from sayso.queries import overlays as questions
from sayso.queries.overlays import Narrowed
from sayso.reports.memo import ask
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
MOST_OPTIONS = 300  # a hostile file names thousands of countries
_HIDDEN = "none"
_FILTERS = (OVERLAYS, OVERLAY_COUNTRIES, OVERLAY_TYPES, OVERLAY_LANGUAGES, OVERLAY_WORDS)


@dataclass(frozen=True)
class Chosen:
    """What the reader wants to see."""

    shown: tuple[Overlay, ...]
    narrowed: Narrowed


def show(view: View, known: tuple[Overlay, ...]) -> Chosen:
    """Draw the popover and return what is chosen in it."""
    there = tuple(each for each in known if not each.is_removed)
    if there:
        state.hold(_FILTERS)
    opened = st.popover("Overlays", icon=":material/layers:", key="overlay-popover", on_change="rerun")
    with opened:
        chosen = _choice(view, there) if there else Chosen((), Narrowed())
        if view.lookup.is_empty:
            st.caption("This dataset has no timeline yet: an overlay shows once a statement is coded.")
        if opened.open and view.database.is_writable:
            adding.show(view.database, known)
    return chosen


def _choice(view: View, there: tuple[Overlay, ...]) -> Chosen:
    st.caption(NOT_OURS)
    labels = {each.overlay_id: each.label for each in there} | {_HIDDEN: "None, for now"}
    ids = state.choose_many("Shown", OVERLAYS, labels)
    wanted = [each for each in ids if each != _HIDDEN]
    shown = tuple(each for each in there if (not ids or each.overlay_id in wanted))
    if len(shown) > MOST_SHOWN:
        st.caption(f"{MOST_SHOWN} at most are drawn; choose which.")
    values = ask(questions.values, view.database).frame
    kinds = {each.kind for each in there}
    picked: dict[str, tuple[str, ...]] = {}
    for kind, facet, key, label in (
        ("ACLED", "country", OVERLAY_COUNTRIES, "Countries (ACLED)"),
        ("ACLED", "type", OVERLAY_TYPES, "Event types (ACLED)"),
        ("GDELT", "language", OVERLAY_LANGUAGES, "Languages (GDELT)"),
    ):
        if kind in kinds:
            own = values.loc[values["facet"] == facet, "value"].head(MOST_OPTIONS)
            picked[facet] = state.choose_many(label, key, {value: value for value in own})
    words = st.text_input(
        "Words in notes and quotations", key=OVERLAY_WORDS, bind=state.BIND, max_chars=200, icon=":material/search:",
        placeholder="such as port", help="Only records whose text holds exactly this; capitals do not matter.",
    )  # fmt: skip
    return Chosen(
        shown[:MOST_SHOWN],
        Narrowed(
            picked.get("country", ()),
            picked.get("type", ()),
            picked.get("language", ()),
            (words or "").strip(),
        ),
    )
