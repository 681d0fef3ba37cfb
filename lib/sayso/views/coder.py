"""Who codes: asked once, kept for the session and in the browser, written beside every decision."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote

import streamlit as st

from sayso.views import markup

LONGEST = 40
_NAME, _COOKIE, _VARIABLE = "_coder", "sayso_coder", "SAYSO_CODER"
_FIELD, _PROBLEM = "coder-field", "_coder_problem"
_mount = st.components.v2.component(
    "sayso_coder", js=Path(__file__).with_name("coder.js").read_text(encoding="utf-8")
)


def coder_name() -> str | None:
    """Who codes in this session: as chosen here, else in this browser before, else by SAYSO_CODER; or None."""
    given = (
        st.session_state.get(_NAME),
        _remembered(),
        os.environ.get(_VARIABLE, ""),
    )
    return next((name for name in map(as_name, given) if name), None)


def ask_for_coder() -> None:
    """A form that asks for the name; the page runs again once it is given. For pages where someone codes."""
    with st.form("coder-form", border=False, enter_to_submit=True):
        st.text_input(
            "Your name",
            key=_FIELD,
            max_chars=LONGEST,
            placeholder="such as anna or a-rashid",
            help="Written beside everything that you code, and into exports. This browser remembers it.",
            width=320,
        )
        st.form_submit_button("Start coding", on_click=_take, type="primary")
    if problem := st.session_state.pop(_PROBLEM, None):
        st.error(problem)


def show_coder() -> None:
    """Who codes, in small type, with a way to change it; remembers it in the browser."""
    name = coder_name()
    if name is None:
        return
    with st.popover(f"Coding as {markup.plain_markdown(name)}", icon=":material/edit:", key="coder-popover"):
        st.text_input("Another name", key=_FIELD, max_chars=LONGEST, on_change=_take, placeholder=name)
        if problem := st.session_state.pop(_PROBLEM, None):
            st.error(problem)
    if name == st.session_state.get(_NAME):
        _mount(data={"name": name}, key="sayso-coder")


def as_name(text: str | None) -> str:
    """`text` as a coder's name: lower-case words joined by hyphens, in any script; "" if none is left.

    “@” cannot stand in it: names with one are extractors'.
    """
    words = re.findall(r"\w+", (text or "").casefold())
    return "-".join(words)[:LONGEST].strip("-")


def _remembered() -> str:
    cookie: object = st.context.cookies.get(_COOKIE, "")
    return unquote(cookie) if isinstance(cookie, str) else ""


def _take() -> None:
    name = as_name(st.session_state.get(_FIELD))
    if name:
        st.session_state[_NAME] = name
        st.session_state[_FIELD] = ""
    else:
        st.session_state[_PROBLEM] = "A name needs at least one letter or digit."
