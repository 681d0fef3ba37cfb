"""A dataset's file to take along, and where its backups are: for whoever works in it."""

from __future__ import annotations

from sayso.model.wording import counted
from sayso.store import backups
from sayso.store.hub import Database
from sayso.store.keeper import backup_hours
from sayso.store.scratch import scratch_folder


def whereabouts(database: Database) -> str:
    """Where the file is, what backups there are, and when the next is made; nothing for a dataset without a file."""
    if database.path is None:
        return ""
    folder, copies = backups.folder_of(database.path).name, backups.scheduled(database.path)
    there = (
        f"{counted(len(copies), 'backup')} of it lie in {folder} beside it, the latest of {copies[-1][0]:%d %b %Y, %H:%M} UTC."
        if copies
        else f"There is no backup of it in {folder} yet."
    )
    hours = backup_hours()
    again = (
        f" While Sayso runs it makes one every {hours:g} hours, if something was changed." if hours else ""
    )
    return f"The file itself is {database.path}. {there}{again}"


def whole(database: Database) -> bytes:
    """The file as it is now. Raises StoreError if it cannot be copied."""
    with scratch_folder() as place:
        return backups.backup(database, place / "copy.duckdb").read_bytes()
