"""Confirmed articles stored and searched one by one, each whole; what became of each is kept."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import streamlit as st

from sayso.coding.adding import Added, add_article, known_text
from sayso.coding.finding import Found, find_in
from sayso.errors import SaysoError
from sayso.model.wording import counted, listed
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.views.add.drafts import Adding, Draft, Result
from sayso.views.add.fields import Ready

_log = logging.getLogger(__name__)


def store(database: Database, by: str, adding: Adding, ready: Ready) -> None:
    """Store each, with a progress bar. One that cannot be stored stays a draft, with the reason as a result."""
    adding.results = [result for result in adding.results if result.draft is None]
    bar = st.progress(0.0, "Adding …")
    for done, (draft, wanted) in enumerate(ready):
        bar.progress(done / len(ready), f"Adding {done + 1} of {len(ready)}")
        try:
            added = add_article(database, by, wanted)
        except SaysoError as error:
            reason = f"{error.message} {error.next_step}"
            adding.results.append(Result("failed", wanted.title or draft.name, reason, draft=draft.number))
            continue
        adding.drafts.remove(draft)  # what is stored is never offered again, even if the page is left now
        adding.results.append(_searched(database, added))
        adding.outlet, adding.language, adding.rights = wanted.outlet, wanted.language or "", wanted.rights
    bar.empty()


def left_out(database: Database, drafts: Sequence[Draft]) -> list[Result]:
    """What the coder did not tick: texts that are there already, and others."""
    told = []
    for draft in drafts:
        known = known_text(database, draft.article.text)
        if known:
            told.append(_there(draft.article.title, known))
        else:
            told.append(Result("left", draft.article.title or draft.name, "It was not ticked."))
    return told


def _there(title: str, article_id: str) -> Result:
    return Result(
        "duplicate", title, f"The same text is in the dataset already, as {article_id}.", article_id
    )


def _searched(database: Database, added: Added) -> Result:
    if added.what == "duplicate":
        return _there(added.title, added.article_id)
    copy = ""
    if added.copy_of:
        original = ask(read_article_labels, database).get(added.copy_of, added.copy_of)
        copy = f" It may be a copy of {original}: you decide on the Review page."
    try:
        detail = found_words(find_in(database, added.article_id))
    except SaysoError as error:
        detail = f"It is stored but was not searched: {error.message}"
    except Exception:  # the text is stored; a fault of the rules must not look like a failed addition
        _log.exception("The search of %s failed", added.article_id)
        detail = "It is stored, but the search failed: a fault in Sayso. Its quotes can be marked by hand."
    return Result(added.what, added.title, detail + copy, added.article_id)


def found_words(found: Found) -> str:
    """ "12 quotes, 3 events and 5 new actors wait for your decision." """
    kinds = (
        (found.quotes, "quote"),
        (found.statements, "stance"),
        (found.events, "event"),
        (found.actors, "new actor"),
    )
    some = [counted(n, noun) for n, noun in kinds if n]
    return f"{listed(some, most=4)} wait for your decision." if some else "Nothing was found in it."
