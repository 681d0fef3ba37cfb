"""The filter bar that all pages share: dataset, as-of date and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sayso.model.dates import day_words
from sayso.model.scales import CREDIBILITY
from sayso.model.scope import COUNT_BY, COUNT_WORDS, KINDS, KNOWN_BY, KNOWN_WORDS, MEASURES, Scope
from sayso.reports import datasets
from sayso.reports.datasets import Database
from sayso.reports.lookup import Lookup, read_lookup
from sayso.reports.memo import ask
from sayso.reports.view import KIND_WORDS, View, look
from sayso.views import hosted, markup, sharing, state

MEASURE_WORDS = {"mean": "mean of all statements", "latest": "latest statement"}
CREDIBILITY_WORDS = {str(grade): f"{grade} or better ({CREDIBILITY[grade]})" for grade in range(1, 6)}
_CURRENT = "_view"


@dataclass(frozen=True)
class Bar:
    """The bar as drawn, with what can only be said once the page has read its part of the address."""

    view: View
    link: DeltaGenerator
    notices: DeltaGenerator

    def complete(self) -> None:
        """Put the link in its place, and say what the opened link named in vain."""
        sharing.show_link(self.link, self.view.scope, self.view.database)
        with self.notices:
            _notices(self.view)


def render() -> Bar:
    """Draw the bar; pages get what it says from `current`."""
    found = datasets.databases()
    state.hold(state.SHARED)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="filter-bar"):
        database = _dataset(found)
        lookup = ask(read_lookup, database)
        as_of = state.choose_date(
            "As of", state.AS_OF, width=168,
            help=f"Only what was said or done by this day counts. Empty: the latest, {day_words(lookup.last_day)}.",
        )  # fmt: skip
        since = state.choose_date(
            "Since", state.SAID_SINCE, width=168,
            help="Only what was said or done from this day on counts. Empty: all history.",
        )  # fmt: skip
        scope = _popover(database, lookup, as_of or lookup.last_day, since)
        view = look(database, scope)
        link = sharing.link_button()
    st.session_state[_CURRENT] = view
    return Bar(view, link, st.container())


def current() -> View:
    """The view that `render` drew in this run."""
    view: View = st.session_state[_CURRENT]
    return view


def clear() -> None:
    """Forget every filter but the dataset and the as-of date."""
    for key in state.FILTERS:
        st.session_state[key] = None if key == state.CREDIBILITY else []
    st.session_state[state.SAID_SINCE] = None


def forget() -> None:
    """Forget every filter and the dates: another dataset has other names and days."""
    clear()
    st.session_state[state.AS_OF] = None


def _dataset(found: dict[str, Database]) -> Database:
    first = next(iter(found))
    titles = {name: database.title for name, database in found.items()}
    if len(found) == 1:
        state.accept(state.DATASET, titles)
        st.session_state[state.DATASET] = first
        return found[first]
    chosen = state.choose("Dataset", state.DATASET, titles, default=first, on_change=forget, width=360)
    return found[chosen or first]


def _popover(database: Database, lookup: Lookup, as_of: date, since: date | None) -> Scope:
    count = sum(bool(st.session_state.get(key)) for key in state.FILTERS)
    label = f"Filters · {count}" if count else "Filters"
    with st.popover(label, icon=":material/tune:", key="filter-popover"):
        st.caption("What counts, on every page. Moving between pages keeps it.")
        actors = state.choose_many("Actors", state.ACTORS, lookup.actors)
        factions = state.choose_many("Factions", state.FACTIONS, lookup.factions)
        issues = state.choose_many("Issues", state.ISSUES, lookup.issues)
        outlets = state.choose_many("Outlets", state.OUTLETS, lookup.outlets)
        kinds = state.choose_many("Kind of quote", state.KINDS, {kind: KIND_WORDS[kind] for kind in KINDS})
        credibility = state.choose(
            "Credibility, at least", state.CREDIBILITY, CREDIBILITY_WORDS, placeholder="Any",
            help="6 means that it cannot be judged; a minimum leaves it out.",
        )  # fmt: skip
        count_by = state.choose(
            "Count",
            state.COUNT_BY,
            {str(key): words for key, words in COUNT_WORDS.items()},
            default="article",
        )
        measure = state.choose("A position is the", state.MEASURE, MEASURE_WORDS, default="mean")
        known_by = state.choose(
            "As of counts what was", state.KNOWN_BY, {str(key): words for key, words in KNOWN_WORDS.items()}, default="said",
            help="What did we know on that day? An article of today may report words of last year.",
        )  # fmt: skip
        st.button(
            "Clear filters",
            on_click=clear,
            disabled=not count,
            key="clear-filters",
            icon=":material/filter_alt_off:",
        )
    return Scope(
        dataset=database.name,
        as_of=as_of,
        actors=actors,
        factions=factions,
        issues=issues,
        kinds=kinds,
        outlets=outlets,
        worst_credibility=int(credibility) if credibility else None,
        count_by=next((option for option in COUNT_BY if option == count_by), "article"),
        measure=next((option for option in MEASURES if option == measure), "mean"),
        since=since,
        known_by=next((option for option in KNOWN_BY if option == known_by), "said"),
    )


def _notices(view: View) -> None:
    gone = state.take_gone()
    if gone:
        names = ", ".join(
            f"“{markup.plain_markdown(token)}” ({key})" for key, tokens in gone.items() for token in tokens
        )
        st.warning(
            f"This link names something that is not in the data: {names}. The rest is shown.",
            icon=":material/link_off:",
        )
    if view.database.notice and not hosted.is_hosted():  # it tells its keeper what to do about files
        st.info(view.database.notice)
    if not hosted.is_hosted():
        for error in datasets.hub().left_out:
            st.warning(
                markup.plain_markdown(f"{error.message} {error.next_step} The other datasets are open.")
            )
    sharing.changed_since(view.database)
