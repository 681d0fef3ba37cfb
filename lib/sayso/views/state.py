"""Names of the values that live in the address bar, and how links that name them are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal

import streamlit as st

DATASET, AS_OF, ACTORS, FACTIONS, ISSUES = "dataset", "asof", "actors", "factions", "issues"
KINDS, OUTLETS, CREDIBILITY, COUNT_BY, MEASURE = "kinds", "outlets", "cred", "count", "measure"
FILTERS = (ACTORS, FACTIONS, ISSUES, KINDS, OUTLETS, CREDIBILITY)
SAID_SINCE, KNOWN_BY = "said_since", "known"
SHARED = (AS_OF, SAID_SINCE, *FILTERS, COUNT_BY, MEASURE, KNOWN_BY)
VERSION = "v"
# Of single pages.
ROWS, ORDER, BY_ISSUE, GROUPED, UNIT_CHOSEN, ISSUE_CHOSEN = "rows", "order", "by", "group", "actor", "on"
WAITING, FADE = "waiting", "fade"
LANES, FROM, TO, EVENT, STATEMENT = "lanes", "from", "to", "event", "said"
OVERLAYS, OVERLAY_COUNTRIES, OVERLAY_TYPES = "overlays", "overlay_country", "overlay_type"
OVERLAY_LANGUAGES, OVERLAY_WORDS, OVERLAY_BAR = "overlay_language", "overlay_words", "overlay_bar"
PAIR_FIRST, PAIR_SECOND, CAMP_ISSUE, WINDOW = "one", "other", "over", "around"
MEMBER, WEEK, WEEK_ISSUE = "member", "week", "weekon"
COMPARE, SIDES, ISSUE = "compare", "sides", "issue"
MIX, OUTLET_CHOSEN, QUOTED, LEFT_OUT, MOVES, WITHDRAWN = (
    "mix",
    "outlet",
    "quoted",
    "without",
    "moves",
    "withdraw",
)
ACTOR, ACTOR_ISSUE = "who", "about"
SEARCH, PAGE, QUOTE = "q", "page", "quote"
ARTICLE, PART = "article", "part"
FORMAT = "format"
BRIEFING, SHOWN, AT = "briefing", "show", "at"
SINCE = "since"
ISSUE_EDITED, FACTION_EDITED, ACTOR_EDITED = "issue_edited", "faction_edited", "actor_edited"
OUTLET_EDITED = "outlet_edited"

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


def hold(keys: Sequence[str]) -> None:
    """Keep what was chosen under `keys` in the address bar. Before their widgets are made.

    The browser drops what belongs to a widget in a closed popover when the reader moves to another page.
    """
    for key in keys:
        if st.session_state.get(key) and key not in st.query_params:
            st.session_state[key] = st.session_state[key]  # a value set by code is written back


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
    """A select box bound to the address bar: one of `labels`' ids; `default`, or None, where nothing is chosen.

    The default is only shown, never chosen: Streamlit leaves a chosen default out of the address bar, and a
    link that names it would then give way to what was chosen earlier in the session.
    """
    accept(key, labels)
    usual = default if default in labels else None
    if st.session_state.get(key) not in (*labels, None):
        st.session_state[key] = None  # the dataset changed under it
    chosen = st.selectbox(
        label, list(labels), index=None, key=key, bind=BIND, on_change=on_change, help=help, width=width,
        format_func=lambda option: labels.get(option, str(option)),
        placeholder=placeholder or (labels[usual] if usual is not None else "Choose"),
    )  # fmt: skip
    return usual if chosen is None else chosen


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
