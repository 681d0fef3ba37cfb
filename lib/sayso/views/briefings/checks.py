"""Before it is shown: what to look at, and what it rests on."""

from __future__ import annotations

import streamlit as st

from sayso.briefings import source_summary, writing
from sayso.briefings.preflight import preflight
from sayso.briefings.records import Briefing
from sayso.reports.view import View
from sayso.views import markup
from sayso.views.briefings import current, desk


def show(view: View, briefing: Briefing) -> None:
    """The pre-flight list; made when it is opened, for it asks changed views anew."""
    fold = st.expander(
        "Before you present: what to look at",
        icon=":material/fact_check:",
        key="briefing-checks",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold, st.spinner("Asking the views anew …"):
        cautions = preflight(view.database, briefing)
        if not cautions:
            st.caption(
                "Nothing: no cell with one statement, no inferred date, no conflict, and every title holds."
            )
            return
        places = {item.item_id: str(place) for place, item in enumerate(briefing.items, 1)}
        by_words: dict[str, list[str]] = {}
        for each in cautions:
            by_words.setdefault(each.words, []).append(places.get(each.item_id or "", ""))
        lines = []
        for words, where in by_words.items():
            parts = ", ".join(filter(None, where))
            label = markup.tag("span", markup.text(f"Part {parts}: " if parts else ""), "sy-facts")
            lines.append(markup.tag("li", label + markup.told(words), dir="auto"))
        markup.show(markup.tag("ul", "".join(lines), "sy-list"))


def show_sources(view: View, briefing: Briefing, may_write: bool) -> None:
    """The source summary: drafted, or the analyst's own."""
    draft = source_summary.draft(briefing)
    if not draft and not briefing.source_summary:
        return
    fold = st.expander(
        "Source summary", icon=":material/library_books:", key="briefing-sources", on_change="rerun"
    )
    if not fold.open:
        return
    with fold:
        whose = "Yours" if briefing.source_summary else "Drafted from the views’ own statements and sources"
        st.caption(f"{whose}. It stands at the end of every file.")
        if not may_write:
            markup.show(markup.tag("p", markup.told(briefing.source_summary or draft), dir="auto"))
            return
        key = f"sources-{briefing.briefing_id}"
        with st.form(f"{key}-form", border=False):
            st.text_area(
                "Source summary",
                briefing.source_summary or draft,
                key=key,
                height=180,
                max_chars=writing.LONGEST["source_summary"],
            )
            st.form_submit_button("Save", on_click=_save, args=(view, briefing, key, draft))
        if briefing.source_summary:
            st.button("Back to the draft", key=f"{key}-back", on_click=_forget, args=(view, briefing, key))


def _save(view: View, briefing: Briefing, key: str, draft: str) -> None:
    words = (st.session_state.get(key) or "").strip()
    own = None if words == draft else words
    _write(view, briefing, own)


def _forget(view: View, briefing: Briefing, key: str) -> None:
    st.session_state.pop(key, None)
    _write(view, briefing, None)


def _write(view: View, briefing: Briefing, own: str | None) -> None:
    seen = {"source_summary": briefing.source_summary}
    desk.attempt(
        writing.edit, view.database, current.by(), briefing.briefing_id, {"source_summary": own}, seen
    )
