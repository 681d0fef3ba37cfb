"""Names of the values that live in the address bar, and how links that name them are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

import streamlit as st

DATASET, AS_OF, ACTORS, FACTIONS, ISSUES = "dataset", "asof", "actors", "factions", "issues"
KINDS, OUTLETS, CREDIBILITY, COUNT_BY, MEASURE = "kinds", "outlets", "cred", "count", "measure"
FILTERS = (ACTORS, FACTIONS, ISSUES, KINDS, OUTLETS, CREDIBILITY)
VERSION = "v"
# Of single pages.
ROWS, ORDER, BY_ISSUE, GROUPED, UNIT_CHOSEN, ISSUE_CHOSEN = "rows", "order", "by", "group", "actor", "on"
LANES, FROM, TO, EVENT, STATEMENT = "lanes", "from", "to", "event", "said"
COMPARE, SIDES, ISSUE = "compare", "sides", "issue"
ACTOR, ACTOR_ISSUE = "who", "about"
SEARCH, PAGE, QUOTE = "q", "page", "quote"
ARTICLE, PART = "article", "part"

_GONE = "_gone"
Binding = Literal["query-params"]
BIND: Binding = "query-params"


def accept(key: str, labels: Mapping[str, str]) -> None:
    """Note what a link names under `key` that is not there; the rest is shown. Before its widget is made."""
    asked = st.query_params.get_all(key)
    if not asked or key in st.session_state:
        return
    known = set(labels.values())
    gone = [token for token in asked if token and token not in known]
    if gone:
        st.session_state.setdefault(_GONE, {})[key] = gone


def accept_date(key: str) -> None:
    """`accept` for a date: what is none is noted as gone. (Streamlit drops it without a word.)"""
    asked = st.query_params.get(key)
    if not asked or key in st.session_state:
        return
    try:
        date.fromisoformat(asked)
    except ValueError:
        st.session_state.setdefault(_GONE, {})[key] = [asked]


def take_gone() -> dict[str, list[str]]:
    """What the link named that is not in the data, by key; told once."""
    return dict(st.session_state.pop(_GONE, {}))


def choose(
    label: str,
    key: str,
    labels: Mapping[str, str],
    *,
    default: str | None = None,
    placeholder: str | None = None,
    on_change: Callable[[], None] | None = None,
    help: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> str | None:
    """A select box bound to the address bar: one of `labels`' ids, or None where nothing is chosen."""
    accept(key, labels)
    options = list(labels)
    if st.session_state.get(key) not in (*options, None):
        st.session_state[key] = default  # the dataset changed under it
    return st.selectbox(
        label, options, index=options.index(default) if default in options else None, key=key, bind=BIND,
        format_func=lambda option: labels.get(option, str(option)), placeholder=placeholder or "Choose",
        on_change=on_change, help=help, width=width,
    )  # fmt: skip


def choose_many(
    label: str,
    key: str,
    labels: Mapping[str, str],
    *,
    default: Sequence[str] = (),
    placeholder: str = "All",
    help: str | None = None,
) -> tuple[str, ...]:
    """A multi-select bound to the address bar: chosen ids in the order of choice."""
    accept(key, labels)
    kept = st.session_state.get(key)
    if kept is not None and any(option not in labels for option in kept):
        st.session_state[key] = [option for option in kept if option in labels]
    return tuple(
        st.multiselect(
            label, list(labels), default=list(default) or None, key=key, bind=BIND,
            format_func=lambda option: labels.get(option, str(option)), placeholder=placeholder, help=help,
        )
    )  # fmt: skip


def choose_date(
    label: str, key: str, *, help: str | None = None, width: int | Literal["stretch"] = "stretch"
) -> date | None:
    """A date bound to the address bar, or None where it is left open."""
    accept_date(key)
    return st.date_input(
        label, value=None, key=key, bind=BIND, format="YYYY-MM-DD", min_value=date(1, 1, 1), max_value=date(9999, 12, 31),
        help=help, width=width,
    )  # fmt: skip
