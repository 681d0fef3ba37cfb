"""The tab as a whole, and what is kept of it for this session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from sayso.errors import SaysoError
from sayso.ingest.coded_table.mapping import TableMap, from_json, guess
from sayso.ingest.coded_table.table import Table, read_table
from sayso.ingest.reading.article import LARGEST_FILE
from sayso.views import empty, markup
from sayso.views.importing import upload
from sayso.views.importing.desk import Desk
from sayso.views.importing.table import columns, done, preview, values

_READ = "_import_table"


@dataclass(frozen=True)
class Uploaded:
    """A file's bytes; `token` is the same for the same bytes, so that forms start anew with another file."""

    content: bytes
    token: str


def show(desk: Desk) -> None:
    """Draw the tab."""
    if done.show(desk):
        return
    left, right = st.columns([2, 1], gap="large", vertical_alignment="bottom")
    with left:
        found = upload.ask(
            "A table with a statement in each row", f"import-table-{done.round_()}",
            ["csv", "tsv", "xlsx"], _uploaded, LARGEST_FILE,
            "CSV in any encoding, or Excel. The file is only read; formulas count as the values they show.",
        )  # fmt: skip
    with right:
        known = _mapping()
    if found is None:
        return
    name, file = found
    token = file.token + (known[0] if known else "")
    table = _table(name, file, known[1] if known else None, token)
    if table is None:
        return
    start = guess(table, known[1] if known else None)
    if st.session_state.get(f"{_READ}-row"):  # titles where they would not be found
        start = replace(start, header_row=table.header_row)
    mapping = columns.ask(table, start, token)
    mapping = values.ask(table, mapping, start, token)
    preview.show(desk, table, mapping, token)


def _uploaded(name: str, content: bytes) -> Uploaded:
    read_table(name, content)  # what cannot be read at all is told at once
    return Uploaded(content, hashlib.sha256(name.encode() + content).hexdigest()[:12])


def _mapping() -> tuple[str, TableMap] | None:
    """A mapping that was saved before, with its token."""
    with st.popover(
        "Use a saved mapping", icon=":material/settings_backup_restore:", key="import-map-popover"
    ):
        found = upload.ask("A mapping saved here (.json)", "import-map", ["json"], from_json, 2**20)
    if found is None:
        return None
    st.caption(f"With the mapping {markup.plain_markdown(found[0])}.")
    return hashlib.sha256(found[1].to_json().encode()).hexdigest()[:8], found[1]


def _table(name: str, file: Uploaded, known: TableMap | None, token: str) -> Table | None:
    """The table that is worked on: its sheet and row of titles can be chosen."""
    first = _attempt(
        token,
        lambda: read_table(
            name, file.content, known.sheet if known else "", known.header_row if known else 0
        ),
    )
    if first is None:
        return None
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="import-sheet-bar"):
        sheet = first.sheet
        if len(first.sheets) > 1:
            sheet = st.selectbox(
                "Sheet", first.sheets, index=first.sheets.index(first.sheet), key=f"import-sheet-{token}", width=240
            ) or first.sheet  # fmt: skip
        row = st.number_input(
            "Titles are in row", 1, 1_000, first.header_row, key=f"import-header-{token}-{sheet}", width=150
        )
    table: Table | None = first
    st.session_state[f"{_READ}-row"] = row != first.header_row
    if sheet != first.sheet or row != first.header_row:
        # The number stands for the first sheet until it is changed: another's titles are found anew.
        title_row = 0 if sheet != first.sheet and row == first.header_row else int(row)
        table = _attempt(
            f"{token}-{sheet}-{title_row}", lambda: read_table(name, file.content, sheet, title_row)
        )
    if table is not None:
        for note in table.notes:
            st.caption(f":material/info: {markup.plain_markdown(note)}")
    return table


def _attempt(key: str, read: Callable[[], Table]) -> Table | None:
    """What `read` gives, remembered under `key`; an error is told."""
    kept: dict[str, Any] = st.session_state.setdefault(_READ, {})
    if key not in kept:
        try:
            kept[key] = read()
        except SaysoError as error:
            kept[key] = error
        for old in list(kept)[:-3]:  # sheets of tables that were left
            del kept[old]
    if isinstance(kept[key], SaysoError):
        empty.failed(kept[key])
        return None
    table: Table = kept[key]
    return table
