"""Links that name ids or aliases: put into the labels that the address bar holds, before any widget is made.

Widgets write labels into the address bar and read nothing else from it. Ids never change, and exports print them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from sayso.briefings.reading import labels as briefing_labels
from sayso.reports import datasets
from sayso.reports.datasets import Database
from sayso.reports.lookup import (
    Lookup,
    read_article_labels,
    read_event_labels,
    read_lookup,
    read_statement_labels,
)
from sayso.reports.memo import ask
from sayso.views import state

_READ = "_link_read"


def read_link(page_path: Path) -> None:
    """In a session's first run, reload `page_path` with labels if the link names anything otherwise."""
    if st.session_state.get(_READ):
        return
    st.session_state[_READ] = True
    asked = {key: st.query_params.get_all(key) for key in st.query_params}
    databases = datasets.databases()
    titles = {name: database.title for name, database in databases.items()}
    worded = {state.DATASET: _labels(asked.get(state.DATASET, []), titles, {})}
    named = next(
        (name for name, title in titles.items() if [title] == worded[state.DATASET]), next(iter(databases))
    )
    database = databases[named]
    lookup = ask(read_lookup, database)
    for key, names in _names(database, lookup).items():
        worded[key] = _labels(asked.get(key, []), names, lookup.aliases if names is not lookup.issues else {})
    changed = {key: tokens for key, tokens in worded.items() if tokens != asked.get(key, [])}
    if changed:
        st.switch_page(page_path, query_params={**asked, **changed})


def _names(database: Database, lookup: Lookup) -> dict[str, Mapping[str, str]]:
    """What each key of the address bar may name: labels by id."""
    return {
        state.ACTORS: lookup.actors,
        state.FACTIONS: lookup.factions,
        state.ISSUES: lookup.issues,
        state.OUTLETS: lookup.outlets,
        state.UNIT_CHOSEN: lookup.units,
        state.ISSUE_CHOSEN: lookup.issues,
        state.BY_ISSUE: lookup.issues,
        state.SIDES: lookup.units,
        state.ISSUE: lookup.issues,
        state.PAIR_FIRST: lookup.actors,
        state.PAIR_SECOND: lookup.actors,
        state.CAMP_ISSUE: lookup.issues,
        state.OUTLET_CHOSEN: lookup.outlets,
        state.LEFT_OUT: lookup.outlets,
        state.QUOTED: lookup.actors,
        state.WITHDRAWN: ask(read_article_labels, database),
        state.ACTOR: lookup.actors,
        state.ACTOR_ISSUE: lookup.issues,
        state.ISSUE_EDITED: lookup.issues,
        state.FACTION_EDITED: lookup.factions,
        state.ACTOR_EDITED: lookup.actors,
        state.ARTICLE: ask(read_article_labels, database),
        state.EVENT: ask(read_event_labels, database),
        state.BRIEFING: ask(briefing_labels, database),
        state.STATEMENT: ask(read_statement_labels, database),
    }


def _labels(tokens: list[str], names: Mapping[str, str], aliases: Mapping[str, str]) -> list[str]:
    """Labels for tokens that are ids or aliases; other tokens as they are."""
    known = set(names.values())
    ids = [token if token in names else aliases.get(token.casefold(), "") for token in tokens]
    return [
        token if token in known else names.get(key, token) for token, key in zip(tokens, ids, strict=True)
    ]
