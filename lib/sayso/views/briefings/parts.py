"""The parts of an open briefing, in order, each with what can be done with it."""

from __future__ import annotations

import streamlit as st

from sayso.briefings import writing
from sayso.briefings.freshness import since_pinned
from sayso.briefings.records import Briefing, Item
from sayso.errors import SaysoError
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.reports.exhibit import Exhibit
from sayso.reports.view import View
from sayso.views import empty, markup
from sayso.views.briefings import current, desk, drawing, starting, words

_MOST_ROWS = 12


def show(view: View, briefing: Briefing, may_write: bool) -> None:
    """All of them."""
    for place, item in enumerate(briefing.items):
        with st.container(border=True, key=f"briefing-part-{place}"):
            _show(item, place)
            if item.exhibit:
                _picture(item, item.exhibit)
                _later(view.database, item, item.exhibit, may_write)
            if may_write:
                _actions(view.database, briefing, item, place)
    if not briefing.items:
        st.caption(
            "No parts yet: “Add to briefing” stands beneath every chart; judgements and text are added here."
        )


def _show(item: Item, place: int) -> None:
    if item.exhibit:
        mine = markup.tag(
            "p", markup.text(f"Your title. Proposed: {item.proposed_title}"), "sy-fine", dir="auto"
        )
        markup.show(
            markup.tag("h3", f"{place + 1}. {markup.told(item.exhibit.title)}", "sy-h3", dir="auto"),
            mine if item.title else "",
            markup.tag("p", markup.told(item.exhibit.subtitle), "sy-fine"),
        )
    if item.fault:
        st.warning(markup.plain_markdown(item.fault), icon=":material/error:")
    markup.show(words.judged(item)) if item.text else None


def _picture(item: Item, exhibit: Exhibit) -> None:
    fold = st.expander(
        "Show the view", icon=":material/visibility:", key=f"shown-{item.item_id}", on_change="rerun"
    )
    if fold.open:
        with fold:
            drawing.show(exhibit, key=f"drawn-{item.item_id}")
            markup.show(markup.tag("p", markup.text(exhibit.provenance), "sy-fine"))


def _later(database: Database, item: Item, exhibit: Exhibit, may_write: bool) -> None:
    """Where the data have moved on: what is different now, and the new version beside the old."""
    if exhibit.data_version == database.version:
        return
    fold = st.expander(
        "The data have changed since: what is different?",
        icon=":material/update:",
        key=f"later-{item.item_id}",
        on_change="rerun",
    )
    if not fold.open:
        return
    with fold:
        try:
            difference = since_pinned(database, exhibit.retitled(item.proposed_title))
        except SaysoError as error:
            empty.failed(error)
            return
        if difference is None or difference.is_same:
            st.caption("Nothing that this view shows.")
            return
        then, now = difference.n_statements
        sentences = [f"Its finding is now: {difference.new.title}"] if difference.is_retitled else []
        sentences += [f"{counted(now, 'statement')}, not {then:,}."] if then != now else []
        more = len(difference.rows) - _MOST_ROWS
        rows = [*difference.rows[:_MOST_ROWS], *([f"{more:,} further rows."] if more > 0 else [])]
        markup.show(
            "".join(markup.tag("p", markup.told(each), dir="auto") for each in sentences),
            markup.tag(
                "ul", "".join(markup.tag("li", markup.told(row), dir="auto") for row in rows), "sy-list"
            ),
        )
        old, new = st.columns(2)
        for column, title, version in (
            (old, "As pinned", difference.old),
            (new, "As it is now", difference.new),
        ):
            with column:
                markup.show(markup.tag("h4", title, "sy-h3"))
                drawing.show(version, key=f"{title[:5]}-{item.item_id}")
        if may_write:
            st.button(
                "Show the new version instead", key=f"renew-{item.item_id}", icon=":material/update:",
                on_click=desk.attempt, args=(writing.put_version, database, current.by(), item.item_id, difference.new),
            )  # fmt: skip


def _actions(database: Database, briefing: Briefing, item: Item, place: int) -> None:
    key, by = item.item_id, current.by()
    last = len(briefing.items) - 1
    with st.container(horizontal=True, gap="small", key=f"briefing-part-actions-{place}"):
        for label, icon, steps, is_off in (
            ("Up", "arrow_upward", -1, place == 0),
            ("Down", "arrow_downward", 1, place == last),
        ):
            st.button(
                label, key=f"{label}-{key}", icon=f":material/{icon}:", disabled=is_off, type="tertiary",
                on_click=desk.attempt, args=(writing.move, database, by, briefing.briefing_id, key, steps),
            )  # fmt: skip
        with (
            st.popover("Edit", icon=":material/edit:", key=f"edit-{key}", type="tertiary"),
            st.form(f"form-{key}", border=False),
        ):
            if item.kind == "view":
                st.text_area(
                    "Title", item.title or item.proposed_title, key=f"form-{key}-title", max_chars=writing.LONGEST["title"],
                    help="Empty: the proposed one.",
                )  # fmt: skip
            starting.words(f"form-{key}", item.text, item.likelihood, item.confidence, item.kind)
            st.form_submit_button("Save", type="primary", on_click=_save, args=(database, item))
        if item.needs_check:
            st.button(
                "Read and right", key=f"right-{key}", icon=":material/done:", type="tertiary",
                on_click=desk.attempt, args=(writing.edit_item, database, by, key, {"to_check": False}),
            )  # fmt: skip
        st.button(
            "Remove", key=f"remove-{key}", icon=":material/delete:", type="tertiary",
            on_click=desk.attempt, args=(writing.remove_item, database, by, key),
        )  # fmt: skip


def _save(database: Database, item: Item) -> None:
    values: dict[str, object] = dict(starting.given(f"form-{item.item_id}", item.kind))
    seen: dict[str, object] = {name: getattr(item, name) for name in values}
    if item.kind == "view":
        title = (st.session_state.get(f"form-{item.item_id}-title") or "").strip()
        values["title"] = None if title == item.proposed_title else title
        seen["title"] = item.title
    if item.needs_check:
        values["to_check"] = False
    desk.attempt(writing.edit_item, database, current.by(), item.item_id, values, seen)
