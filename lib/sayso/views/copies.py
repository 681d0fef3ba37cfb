"""A dataset's file to take along, and where its backups are: for whoever works in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

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
    _say(
        "One .duckdb file with everything that was saved: tables, texts, what waits for a decision, the whole history."
        " It opens like this one: sayso serve FILE. Texts are in it whatever their rights: it is a copy for yourself."
    )
    st.download_button(
        "Download this dataset", data=partial(whole, database), mime="application/octet-stream",
        file_name=database.path.name, key="about-download", on_click="ignore", icon=":material/download:",
    )  # fmt: skip
    _say(f"The file itself is {database.path}. {_backups(database.path)}", "sy-fine")


def _backups(file: Path) -> str:
    """What backups there are, and when the next is made."""
    folder, copies = backups.folder_of(file).name, backups.scheduled(file)
    there = (
        f"{counted(len(copies), 'backup')} of it lie in {folder} beside it, the latest of {copies[-1][0]:%d %b %Y, %H:%M} UTC."
        if copies
        else f"There is no backup of it in {folder} yet."
    )
    hours = backup_hours()
    return (
        f"{there} While Sayso runs it makes one every {hours:g} hours, if something was changed."
        if hours
        else there
    )


def _say(words: str, style: str = "sy-lead") -> None:
    markup.show(markup.tag("p", markup.text(words), style, dir="auto"))


def whole(database: Database) -> bytes:
    """The file as it is now. Raises StoreError if it cannot be copied."""
    with scratch_folder() as place:
        return backups.backup(database, place / "copy.duckdb").read_bytes()
