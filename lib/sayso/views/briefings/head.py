"""An open briefing's head: title, day, marking; how to change, copy, renew and remove it."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from sayso.briefings import refilling, writing
from sayso.briefings.records import Briefing
from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.languages import LANGUAGES, language_name
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_lookup
from sayso.reports.memo import ask
from sayso.views import markup
from sayso.views.briefings import current, desk
from sayso.views.state import DATASET, SHOWN

_FIELDS = ("title", "held_on", "marking", "language")


def show(briefing: Briefing) -> None:
    """What it is."""
    facts = [
        date_words(briefing.held_on) if briefing.held_on else "",
        counted(len(briefing.views), "view"),
        language_name(briefing.language) if briefing.language else "",
    ]
    marking = (
        [markup.tag("p", markup.text(briefing.marking), "sy-marking", dir="auto")] if briefing.marking else []
    )
    markup.show(
        *marking,
        markup.tag("h2", markup.told(briefing.title), "sy-h2 sy-briefing", dir="auto"),
        markup.tag("p", markup.text(" · ".join(filter(None, facts))), "sy-fine"),
    )


def edit(database: Database, briefing: Briefing) -> None:
    """Title, day, marking, language."""
    key = f"briefing-head-{briefing.briefing_id}"
    with (
        st.popover("Title and day", icon=":material/edit:", key="briefing-edit"),
        st.form(key, border=False),
    ):
        st.text_input("Title", briefing.title, key=f"{key}-title", max_chars=writing.LONGEST["title"])
        st.text_input(
            "Day",
            briefing.held_on or "",
            key=f"{key}-held_on",
            placeholder="2025-12-20",
            help="As 2025-12-20, or 2025-12 for a month.",
        )
        st.text_input(
            "Marking", briefing.marking or "", key=f"{key}-marking", max_chars=writing.LONGEST["marking"],
            placeholder="For internal use", help="A line that stands on every slide and page.",
        )  # fmt: skip
        codes = list(LANGUAGES)
        place = codes.index(briefing.language) if briefing.language in codes else None
        st.selectbox(
            "Language",
            codes,
            place,
            key=f"{key}-language",
            format_func=language_name,
            placeholder="Not stated",
        )
        st.form_submit_button("Save", on_click=_save, args=(database, briefing, key), type="primary")


def more(database: Database, briefing: Briefing) -> None:
    """Copies: as it is, and for a new day; and its end."""
    key = f"briefing-more-{briefing.briefing_id}"
    with st.popover("More", icon=":material/more_horiz:", key="briefing-more"):
        with st.form(key, border=False):
            st.markdown(
                "**The same for a new day.** Every view is asked anew; your words are kept and marked as to be read again."
            )
            last = ask(read_lookup, database).last_day
            st.date_input(
                "As of",
                last,
                key=f"{key}-as-of",
                format="YYYY-MM-DD",
                min_value=date(1, 1, 1),
                max_value=date(9999, 12, 31),
            )
            st.form_submit_button(
                "Refill it", on_click=_refill, args=(database, briefing, key), icon=":material/event_repeat:"
            )
        st.markdown("**Link for others.** It opens the presentation, for reading only.")
        st.code(_link(database, briefing), language=None, wrap_lines=True)
        st.button(
            "Duplicate",
            key=f"{key}-copy",
            icon=":material/content_copy:",
            on_click=_duplicate,
            args=(database, briefing),
        )
        st.button(
            "Remove",
            key=f"{key}-remove",
            icon=":material/delete:",
            on_click=_remove,
            args=(database, briefing),
        )


def _link(database: Database, briefing: Briefing) -> str:
    parts = urlsplit(st.context.url or "")
    path = f"{parts.path.rsplit('/', 1)[0]}/present"
    asked = urlencode({DATASET: database.name, SHOWN: briefing.briefing_id})
    return urlunsplit((parts.scheme, parts.netloc, path, asked, ""))


def _save(database: Database, briefing: Briefing, key: str) -> None:
    seen = {name: getattr(briefing, name) for name in _FIELDS}
    values = {name: st.session_state.get(f"{key}-{name}") for name in _FIELDS}
    desk.attempt(writing.edit, database, current.by(), briefing.briefing_id, values, seen)


def _refill(database: Database, briefing: Briefing, key: str) -> None:
    as_of = st.session_state.get(f"{key}-as-of")
    if not isinstance(as_of, date):
        return
    answer = desk.attempt(refilling.refill, database, current.by(), briefing.briefing_id, as_of)
    if answer:
        left_out = "".join(f" Left out: {markup.plain_markdown(each)}" for each in answer.left_out)
        desk.say(f"Refilled as of {day_words(as_of)}: read the words that are marked.{left_out}")
        desk.open_briefing(answer.made.key)


def _duplicate(database: Database, briefing: Briefing) -> None:
    if made := desk.attempt(writing.duplicate, database, current.by(), briefing.briefing_id):
        desk.open_briefing(made.key)


def _remove(database: Database, briefing: Briefing) -> None:
    desk.attempt(
        writing.remove, database, current.by(), briefing.briefing_id,
        said="Removed. “Undo” above brings it back.",
    )  # fmt: skip
    desk.open_briefing(None)
