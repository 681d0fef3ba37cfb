"""What the buttons of the page do: a step that may fail, and what is said of it in the run that follows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from sayso.errors import SaysoError
from sayso.views import empty
from sayso.views.state import BRIEFING

_FAILED, _SAID = "_briefing_failed", "_briefing_said"


def attempt(step: Callable[..., Any], *args: Any, said: str = "") -> Any:
    """In a callback: `step(*args)`; its error, or `said`, is told by `tell`. None if it failed."""
    try:
        answer = step(*args)
    except SaysoError as error:
        st.session_state[_FAILED] = error
        return None
    if said:
        st.session_state[_SAID] = said
    return answer


def say(words: str) -> None:
    """In a callback: what `tell` says."""
    st.session_state[_SAID] = words


def tell() -> None:
    """Once on the page: what became of the last step."""
    if error := st.session_state.pop(_FAILED, None):
        empty.failed(error)
    if words := st.session_state.pop(_SAID, None):
        st.success(words, icon=":material/check:")


def open_briefing(briefing_id: str | None) -> None:
    """Open that one; None: the list."""
    st.session_state[BRIEFING] = briefing_id
