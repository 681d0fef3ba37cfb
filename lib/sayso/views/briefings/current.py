"""Which briefing the reader works on, and who writes in it."""

from __future__ import annotations

import streamlit as st

from sayso.briefings import reading
from sayso.briefings.records import Summary
from sayso.reports.datasets import Database
from sayso.reports.memo import ask
from sayso.views import coder

_CURRENT = "_briefing_current"
NOBODY = "analyst"
"""Who is written beside a change where nobody has said their name: pinning asks for none."""


def by() -> str:
    """Who writes."""
    return coder.coder_name() or NOBODY


def current(database: Database) -> Summary | None:
    """The briefing that was opened or pinned to last, else the one that was changed last here; None if there is none."""
    found = ask(reading.briefings, database)
    last = st.session_state.get(_CURRENT)
    return next((each for each in found if (database.name, each.briefing_id) == last), None) or max(
        (each for each in found if each.changed_at), key=lambda each: str(each.changed_at), default=None
    )


def choose(database: Database, briefing_id: str) -> None:
    """From here on pinning goes there."""
    st.session_state[_CURRENT] = (database.name, briefing_id)
