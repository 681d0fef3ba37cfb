"""What an import made, and what it moved; until it is undone or something else is changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from sayso.coding.table import Imported
from sayso.ingest.coded_table.mapping import TableMap
from sayso.model.wording import counted
from sayso.reports import cell_changes
from sayso.views import links, markup, moved
from sayso.views.importing.desk import Desk

_DONE, _ROUND = "_import_table_done", "_import_table_round"


def round_() -> int:
    """Part of the uploader's key: the next import starts with an empty one."""
    return int(st.session_state.get(_ROUND, 0))


def remember(desk: Desk, file: str, made: Imported, mapping: TableMap) -> None:
    """Keep what was made for the page that follows."""
    st.session_state[_DONE] = (desk.database.name, desk.database.version, file, made, mapping)


def show(desk: Desk) -> bool:
    """Tell it, if an import was just made and still stands; whether it was told."""
    kept: Any = st.session_state.get(_DONE)
    if kept is None or kept[:2] != (desk.database.name, desk.database.version):
        return False
    _, _, file, made, mapping = kept
    left_out = f" {counted(len(made.left_out), 'row')} left out." if made.left_out else ""
    there = f" {counted(len(made.plan.there), 'row')} there already." if made.plan.there else ""
    markup.show(
        markup.tag("h2", f"{markup.text(file)} is in the dataset", "sy-h2", dir="auto"),
        markup.tag(
            "p", markup.text(f"{made.in_words()}.{left_out}{there} Undo takes all of it back."), "sy-lead"
        ),
    )
    with st.container(horizontal=True, gap="small", key="import-done"):
        st.button("Import another table", key="import-again", icon=":material/upload_file:", on_click=_again)
        st.download_button(
            "Save the mapping", mapping.to_json(), f"{Path(file).stem}-mapping.json", "application/json", key="import-save-map",
            on_click="ignore", icon=":material/save:",
        )  # fmt: skip
    links.to_page("matrix", "See where everyone stands", key="import-next", icon=":material/grid_on:")
    markup.show(
        markup.tag("h2", "What moved", "sy-h2"),
        markup.tag("p", markup.text(cell_changes.sentence(made.moved)), "sy-fine"),
    )
    moved.show(made.moved, desk.view.lookup)
    return True


def _again() -> None:
    st.session_state.pop(_DONE, None)
    st.session_state[_ROUND] = round_() + 1
