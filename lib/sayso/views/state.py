"""Names of the values that live in the address bar, and how links that name them are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import streamlit as st

DATASET, AS_OF, ACTORS, FACTIONS, ISSUES = "dataset", "asof", "actors", "factions", "issues"
KINDS, OUTLETS, CREDIBILITY, COUNT_BY, MEASURE = "kinds", "outlets", "cred", "count", "measure"
FILTERS = (ACTORS, FACTIONS, ISSUES, KINDS, OUTLETS, CREDIBILITY)
VERSION = "v"

_SCOPE, _LOOKUP, _GONE = "_scope", "_lookup", "_gone"
Binding = Literal["query-params"]
BIND: Binding = "query-params"


def accept(key: str, labels: Mapping[str, str], aliases: Mapping[str, str] | None = None) -> None:
    """Read what a link says of `key`, before its widget is made.

    Widgets write labels into the address bar. Links may also name ids, which never change, or an
    alias; whatever is none of these is noted as gone, and the rest is shown.
    """
    asked = st.query_params.get_all(key)
    if not asked or key in st.session_state:
        return
    known = {label: option for option, label in labels.items()}
    found, gone = [], []
    for token in asked:
        option = known.get(token) or (token if token in labels else None) or (aliases or {}).get(token.casefold())
        if option:
            found.append(option)
        elif token:
            gone.append(token)
    if gone:
        st.session_state.setdefault(_GONE, {})[key] = gone
    if found and any(token not in known for token in asked):
        st.session_state[key] = found


def accept_one(key: str, labels: Mapping[str, str], aliases: Mapping[str, str] | None = None) -> None:
    """`accept` for a widget that holds one value."""
    before = key in st.session_state
    accept(key, labels, aliases)
    if not before and isinstance(st.session_state.get(key), list):
        st.session_state[key] = st.session_state[key][0]


def take_gone() -> dict[str, list[str]]:
    """What the link named that is not in the data, by key; told once."""
    return dict(st.session_state.pop(_GONE, {}))


def choose(
    label: str,
    key: str,
    labels: Mapping[str, str],
    *,
    default: str | None = None,
    aliases: Mapping[str, str] | None = None,
    placeholder: str | None = None,
    on_change: Callable[[], None] | None = None,
    help: str | None = None,
    width: int | Literal["stretch"] = "stretch",
) -> str | None:
    """A select box bound to the address bar: one of `labels`' ids, or None where nothing is chosen."""
    accept_one(key, labels, aliases)
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
    aliases: Mapping[str, str] | None = None,
    placeholder: str = "All",
    help: str | None = None,
) -> tuple[str, ...]:
    """A multi-select bound to the address bar: chosen ids in the order of choice."""
    accept(key, labels, aliases)
    kept = st.session_state.get(key)
    if kept is not None and any(option not in labels for option in kept):
        st.session_state[key] = [option for option in kept if option in labels]
    return tuple(
        st.multiselect(
            label, list(labels), default=list(default) or None, key=key, bind=BIND,
            format_func=lambda option: labels.get(option, str(option)), placeholder=placeholder, help=help,
        )
    )  # fmt: skip
