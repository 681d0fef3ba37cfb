"""Overlays added, taken off and deleted: for who may change the dataset."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from sayso.coding import overlays as coding
from sayso.errors import SaysoError
from sayso.ingest.overlays import LARGEST_FILE, MOST_ROWS, read
from sayso.model.dates import day_words
from sayso.model.overlays import NOUNS, TERMS, Overlay, Read
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.views import coder, empty, markup
from sayso.views.markup import plain_markdown

_READ, _ROUND, _FAILED = "_overlay_read", "_overlay_round", "_overlay_failed"
MOST_TOLD = 12


def show(database: Database, overlays: Sequence[Overlay]) -> None:
    """What is there, each with a button that takes it off; then the way to add a file."""
    if error := st.session_state.pop(_FAILED, None):
        empty.failed(error)
    for overlay in overlays:
        _line(database, overlay)
    st.divider() if overlays else None
    _add(database)


def _line(database: Database, overlay: Overlay) -> None:
    name = plain_markdown(overlay.label)
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key=f"overlay-{overlay.overlay_id}"
    ):
        if not overlay.is_removed:
            _button(f"Take off {name}", "remove", coding.set_removed, database, overlay.overlay_id, True)
            return
        st.caption(f"Taken off: {name}")
        _button("Put it back", "back", coding.set_removed, database, overlay.overlay_id, False)
        _button("Delete for good", "delete", coding.delete_overlay, database, overlay.overlay_id)


def _button(label: str, verb: str, act: Any, database: Database, overlay_id: str, *more: Any) -> None:
    icon = {"remove": ":material/layers_clear:", "back": ":material/undo:", "delete": ":material/delete:"}[
        verb
    ]
    st.button(
        label,
        key=f"overlay-{verb}-{overlay_id}",
        icon=icon,
        wrap=True,
        on_click=_do,
        args=(act, database, overlay_id, *more),
    )


def _do(act: Any, *args: Any) -> None:
    try:
        act(*args, by=coder.coder_name())
    except SaysoError as error:
        st.session_state[_FAILED] = error


def _add(database: Database) -> None:
    st.markdown("**Lay others' counts over the timeline**")
    st.caption(
        "ACLED's export of single events (CSV), or GDELT's Global Quotation Graph (JSON lines, packed or not, or CSV)."
        f" At most {MOST_ROWS:,} rows. It is kept beside this dataset and never leaves in its exports."
    )
    file = st.file_uploader(
        "ACLED or GDELT file", key=f"overlay-file-{st.session_state.get(_ROUND, 0)}",
        max_upload_size=LARGEST_FILE // 2**20, label_visibility="collapsed",
    )  # fmt: skip
    if file is None:
        st.session_state.pop(_READ, None)
        return
    content = file.getvalue()
    try:
        found = _read(file.file_id, file.name, content)
    except SaysoError as error:
        empty.failed(error)
        return
    _confirm(database, found, file.name, content)


def _read(file_id: str, name: str, content: bytes) -> Read:
    """Read once for each file that was chosen, not in every run."""
    kept: tuple[str, Read] | None = st.session_state.get(_READ)
    if kept is None or kept[0] != file_id:
        with st.spinner("Reading …"):
            kept = st.session_state[_READ] = (file_id, read(name, content, date.today()))
    return kept[1]


def _confirm(database: Database, found: Read, name: str, content: bytes) -> None:
    days = [each.day for each in found.records]
    noun = counted(len(found.records), NOUNS[found.kind])
    st.markdown(f"**{found.kind}**: {noun}, {day_words(min(days))} to {day_words(max(days))}")
    for note in found.notes:
        st.caption(plain_markdown(note))
    if found.problems:
        rows = [f"row {each.row:,} {each.wrong}" for each in found.problems[:MOST_TOLD]]
        rest = len(found.problems) - len(rows)
        st.warning(f"{counted(len(found.problems), 'row')} cannot be read and would be left out.")
        lines = [*rows, *([f"and {rest:,} more"] if rest else [])]
        markup.show(
            markup.tag(
                "ul", "".join(markup.tag("li", markup.text(line), dir="auto") for line in lines), "sy-list"
            )
        )
    accessed = st.date_input(
        "Downloaded on", value=date.today(), max_value=date.today(), format="YYYY-MM-DD", key="overlay-accessed",
        help="It stands in the source line: both publishers revise what they once published.",
    )  # fmt: skip
    st.caption(TERMS[found.kind])
    out = f", leaving out {counted(len(found.problems), 'row')}" if found.problems else ""
    st.button(
        f"Add {noun}{out}", type="primary", key="overlay-add", icon=":material/layers:", wrap=True,
        on_click=_store, args=(database, found, name, content, accessed),
    )  # fmt: skip


def _store(database: Database, found: Read, name: str, content: bytes, accessed: date) -> None:
    try:
        coding.add_overlay(
            database, found, name=name, content=content, accessed_on=accessed, by=coder.coder_name()
        )
    except SaysoError as error:
        st.session_state[_FAILED] = error
        return
    st.session_state.pop(_READ, None)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
