"""A dataset's file to take along, and where its backups are: for whoever works in it."""

from __future__ import annotations

from functools import partial

import streamlit as st

from sayso.model.wording import counted
from sayso.store import backups
from sayso.store.hub import Database
from sayso.store.keeper import backup_hours
from sayso.store.scratch import scratch_folder
from sayso.views import markup


def show(database: Database) -> None:
    """A button that makes a copy now, and what copies there are."""
    if database.path is None:
        st.caption("This dataset lives in memory only: there is no file. Its tables: sayso export.")
        return
    st.markdown(
        "One .duckdb file with everything that was saved: tables, texts, what waits for a decision, the whole history."
        " It opens like this one (`sayso serve FILE`). Texts are in it whatever their rights: it is a copy for yourself."
    )
    st.download_button(
        "Download this dataset", data=partial(whole, database), mime="application/octet-stream",
        file_name=database.path.name, key="about-download", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
    copies = backups.scheduled(database.path)
    latest = f", the latest of {copies[-1][0]:%d %b %Y %H:%M} UTC" if copies else ""
    st.caption(
        f"The file is {markup.plain_markdown(str(database.path))}. Beside it, in"
        f" {markup.plain_markdown(backups.folder_of(database.path).name)}: {counted(len(copies), 'backup')}{latest}."
        + (
            f" One is made when there were changes and the latest is {backup_hours():g} hours old."
            if backup_hours()
            else ""
        )
    )


def whole(database: Database) -> bytes:
    """The file as it is now. Raises StoreError if it cannot be copied."""
    with scratch_folder() as place:
        return backups.backup(database, place / "copy.duckdb").read_bytes()
