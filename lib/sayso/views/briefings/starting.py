"""What begins something: a new briefing, one from a file, a judgement, a text."""

from __future__ import annotations

import streamlit as st

from sayso.briefings import transfer, writing
from sayso.briefings.records import Briefing, Kind
from sayso.model.estimates import CONFIDENCES, LIKELIHOODS, likelihood_words
from sayso.reports.datasets import Database
from sayso.reports.exhibit import exhibit
from sayso.reports.two_sides import two_sides
from sayso.reports.view import View
from sayso.views.briefings import current, desk

_TITLE, _FILE, _ISSUE = "briefing-new-title", "briefing-file", "briefing-sides-issue"


def new_and_import(database: Database) -> None:
    """Two popovers."""
    with (
        st.popover("New", icon=":material/add:", key="briefing-new"),
        st.form("briefing-new-form", border=False, clear_on_submit=True),
    ):
        st.text_input("Title", key=_TITLE, max_chars=writing.LONGEST["title"], placeholder="Weekly update")
        st.form_submit_button("Start it", on_click=_create, args=(database,), type="primary")
    with (
        st.popover("Import", icon=":material/upload_file:", key="briefing-import"),
        st.form("briefing-import-form", border=False, clear_on_submit=True),
    ):
        st.file_uploader("A briefing that was saved as a file", type="json", key=_FILE)
        st.form_submit_button("Import it", on_click=_import, args=(database,), type="primary")


def add_words(view: View, briefing: Briefing) -> None:
    """A judgement, text, or two sides' words at the end."""
    database = view.database
    with st.container(horizontal=True, gap="small", key="briefing-add"):
        with (
            st.popover("Add a judgement", icon=":material/gavel:", key="briefing-add-judgement"),
            st.form("judgement-new", border=False, clear_on_submit=True),
        ):
            words("judgement-new", None, None, None, "judgement")
            st.form_submit_button(
                "Add it", on_click=_write, args=(database, briefing, "judgement"), type="primary"
            )
        with (
            st.popover("Add text", icon=":material/notes:", key="briefing-add-text"),
            st.form("text-new", border=False, clear_on_submit=True),
        ):
            words("text-new", None, None, None, "text")
            st.form_submit_button(
                "Add it", on_click=_write, args=(database, briefing, "text"), type="primary"
            )

        with (
            st.popover("Add two sides’ words", icon=":material/forum:", key="briefing-add-sides"),
            st.form("sides-new", border=False),
        ):
            issues = view.lookup.issues
            st.selectbox("Issue", list(issues), key=_ISSUE, format_func=lambda key: issues.get(key, str(key)))
            st.caption("Who stands where, and the two strongest quotes of each side, with the filters above.")
            st.form_submit_button("Add it", on_click=_add_sides, args=(view, briefing), type="primary")


def words(key: str, text: str | None, likelihood: str | None, confidence: str | None, kind: Kind) -> None:
    """The fields of the analyst's own words; likelihood and confidence are two things."""
    label = {"judgement": "Key judgement", "text": "Text", "view": "Your words beneath it"}[kind]
    st.text_area(label, text or "", key=f"{key}-text", max_chars=writing.LONGEST["text"])
    if kind == "judgement":
        st.selectbox(
            "How likely (ICD 203)", list(LIKELIHOODS), _place(list(LIKELIHOODS), likelihood), key=f"{key}-likelihood",
            format_func=likelihood_words, placeholder="Not stated",
        )  # fmt: skip
        st.selectbox(
            "Confidence in the evidence", list(CONFIDENCES), _place(list(CONFIDENCES), confidence), key=f"{key}-confidence",
            format_func=lambda level: f"{level}: {CONFIDENCES[level]}", placeholder="Not stated",
        )  # fmt: skip


def given(key: str, kind: Kind) -> dict[str, str | None]:
    """What stands in those fields."""
    names = ("text", "likelihood", "confidence") if kind == "judgement" else ("text",)
    return {name: st.session_state.get(f"{key}-{name}") for name in names}


def _place(options: list[str], chosen: str | None) -> int | None:
    return options.index(chosen) if chosen in options else None


def _create(database: Database) -> None:
    made = desk.attempt(writing.create, database, current.by(), st.session_state[_TITLE])
    if made:
        desk.open_briefing(made.key)
        current.choose(database, made.key)


def _import(database: Database) -> None:
    upload = st.session_state.get(_FILE)
    if upload is None:
        return
    made = desk.attempt(transfer.from_file, database, current.by(), upload.getvalue())
    if made:
        desk.open_briefing(made.key)


def _write(database: Database, briefing: Briefing, kind: Kind) -> None:
    desk.attempt(
        writing.write, database, current.by(), briefing.briefing_id, kind, given(f"{kind}-new", kind)
    )


def _add_sides(view: View, briefing: Briefing) -> None:
    issue: str | None = st.session_state.get(_ISSUE)
    report = two_sides(view.database, view.scope, issue=issue)
    shown = exhibit(report, report.parts[0], options={"issue": issue})
    desk.attempt(writing.pin, view.database, current.by(), shown, briefing.briefing_id)
