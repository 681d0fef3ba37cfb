"""From which day to which: the earlier date of the page, in the address bar."""

from __future__ import annotations

from datetime import date

import streamlit as st

from sayso.model.dates import day_words
from sayso.model.scope import Unit
from sayso.reports.changed import USUAL, back
from sayso.reports.view import View
from sayso.views import state
from sayso.views.matrix import choose_unit
from sayso.views.state import SINCE

_STEPS = {"4 weeks": 28, "13 weeks": USUAL, "A year": 364}


def controls(view: View) -> tuple[date, Unit]:
    """The earlier as-of date, and whose positions are compared ("actors" or "factions"); nothing to choose without data."""
    usual = back(view.scope.as_of, USUAL)
    if view.lookup.is_empty:
        return usual, "actors"
    unit = choose_unit(130)
    chosen = state.choose_date(
        "Compared with", SINCE, width=172,
        help=f"The earlier day. Compared with the as-of date, {day_words(view.scope.as_of)}. Empty: 13 weeks before it, {day_words(usual)}.",
    )  # fmt: skip
    for label, days in _STEPS.items():
        day = None if days == USUAL else back(view.scope.as_of, days)
        st.button(label, on_click=_set, args=(day,), key=f"since-{days}", help=_help(view.scope.as_of, days))
    if chosen is not None and chosen >= view.scope.as_of:
        st.warning(
            f"“Compared with” must be before the as-of date, {day_words(view.scope.as_of)}: compared with {day_words(usual)} instead."
        )
        chosen = None
    return chosen or usual, unit


def _help(as_of: date, days: int) -> str:
    return f"Since {day_words(back(as_of, days))}"


def _set(day: date | None) -> None:
    st.session_state[SINCE] = day
