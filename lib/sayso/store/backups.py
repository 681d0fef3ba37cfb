"""Copies of a database file: made, dated, checked against their sum, thinned out, and put back."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sayso.errors import StoreError
from sayso.store import schema
from sayso.store.atomic import replacing, write_file
from sayso.store.building import building
from sayso.store.connection import LOG, log_of
from sayso.store.database import Database
from sayso.store.locking import FileLock, NotWritableError
from sayso.store.old_file import NotOursError, opened
from sayso.store.replay import differences
from sayso.store.workplace import sweep_folder

TITLE, RESTORING = "Making a backup", "Restoring a backup"
SUM = ".sha256"
KEPT = 3  # copies made before a recovery
DAYS, WEEKS = 7, 4  # of each of the last so many the newest scheduled copy is kept
_SCHEDULED = re.compile(r".*-(\d{8}-\d{6}-\d{6})-change-(\d+)\.duckdb")
_STAMP = "%Y%m%d-%H%M%S-%f"
# In a process of its own: to open and close the file in this one would let go of DuckDB's lock on it.
_COPY = "import shutil, sys; shutil.copyfile(sys.argv[1], sys.argv[2])"


def folder_of(file: Path) -> Path:
    """Where the backups of `file` lie: in a folder beside it."""
    return file.with_name(f"{file.name}.backups")


def backup(database: Database, target: Path | None = None) -> Path:
    """Copy an open dataset, with all that was saved, to `target`, with its checksum beside it.

    The default is a dated name among its backups. Raises StoreError if `target` is there already, the dataset
    lives in memory, or the copy cannot be written.
    """
    if database.path is None:
        raise StoreError(
            TITLE, f"“{database.title}” lives in memory only: there is no file to copy.", "Export it instead."
        )
    if target is None:
        folder = folder_of(database.path)
        target = folder / f"{_stamped(database.path)}-change-{_last_change(database)}.duckdb"
    if target.exists():
        raise StoreError(TITLE, f"{target} is there already. Nothing was changed.", "Choose another name.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with database.whole_file() as file, replacing(target) as beside:
            subprocess.run(
                [sys.executable, "-I", "-c", _COPY, str(file), str(beside)],
                check=True, capture_output=True,
            )  # fmt: skip
        _write_sum(target)
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode(errors="replace").strip().splitlines()
        raise NotWritableError(target, OSError(told[-1] if told else "the copy failed")) from error
    except OSError as error:
        raise NotWritableError(target, error) from error
    return target


def sweep_copies(file: Path) -> None:
    """Remove what copies that were cut short left among the backups of `file`."""
    folder = folder_of(file)
    if not folder.is_dir():
        return
    sweep_folder(folder)
    for part in folder.iterdir():
        if part.suffix in (LOG, SUM) and not part.with_suffix("").exists():
            part.unlink(missing_ok=True)


def keep_aside(file: Path, reason: str) -> Path:
    """Copy `file`, and what is still in its log, among its backups: before anything is done to it.

    The caller holds the file's lock, and nobody has it open. Raises NotWritableError.
    """
    target = folder_of(file) / f"{_stamped(file)}-{reason}.duckdb"
    try:
        target.parent.mkdir(exist_ok=True)
        if log_of(file).is_file():
            with replacing(log_of(target)) as beside:
                shutil.copyfile(log_of(file), beside)
        with replacing(target) as beside:
            shutil.copyfile(file, beside)
        _write_sum(target)
    except OSError as error:
        thin_out([target])
        raise NotWritableError(target, error) from error
    return target


def keep_before_recovery(file: Path) -> None:
    """Copy file and log aside if a program was killed with it open, before DuckDB reads the log and drops it.

    The newest few are kept. The caller holds the file's lock. Raises NotWritableError.
    """
    if not file.is_file() or not log_of(file).is_file() or not log_of(file).stat().st_size:
        return
    keep_aside(file, "before-recovery")
    thin_out(sorted(folder_of(file).glob("*-before-recovery.duckdb"))[:-KEPT])


def restore(source: Path, target: Path) -> list[str]:
    """Make the backup `source` the new database file `target`; returns what its check found wrong.

    Raises StoreError, with nothing written, if `target` is there, the copy is not what its checksum says, or it is
    no dataset of this Sayso.
    """
    with FileLock(target):
        if target.exists():
            raise StoreError(
                RESTORING,
                f"{target} is there already. Nothing was changed.",
                "Name a new file; move the old one away first if it is to be replaced.",
            )
        try:
            _check_sum(source)
            with building(target) as path:
                shutil.copyfile(source, path)
                if log_of(source).is_file():
                    shutil.copyfile(log_of(source), log_of(path))
                with opened(path, read_only=False) as copy:
                    if not schema.is_ours(copy):
                        raise NotOursError(source)
                    is_older = schema.version(copy) < schema.SCHEMA_VERSION  # its log has no order yet
                    wrong = [] if is_older else [str(each) for each in differences(copy)]
                    copy.execute("CHECKPOINT")
        except OSError as error:
            raise NotWritableError(target, error) from error
    return wrong


def scheduled(file: Path) -> list[tuple[datetime, int, Path]]:
    """The dated backups of `file`, the oldest first: when, after which change, where."""
    copies = []
    for path in folder_of(file).glob("*.duckdb") if folder_of(file).is_dir() else ():
        if match := _SCHEDULED.fullmatch(path.name):
            made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            copies.append((made_at, int(match[2]), path))
    return sorted(copies)


def backup_if_due(database: Database, hours: float, now: datetime | None = None) -> Path | None:
    """Back up a dataset that has changed since its newest backup, if that is `hours` old; thin out the old ones.

    A dataset that was never changed in Sayso needs none. Raises as `backup` does.
    """
    if database.path is None or not database.is_writable or not database.own_changes():
        return None
    copies = scheduled(database.path)
    if copies:
        made_at, change, _ = copies[-1]
        age = ((now or datetime.now(UTC)) - made_at).total_seconds()
        if change == _last_change(database) or 0 <= age < hours * 3600:
            return None
    made = backup(database)
    thin_out(path for path in _too_many(scheduled(database.path)))
    return made


def thin_out(paths: Iterable[Path]) -> None:
    """Remove backups with their logs and checksums."""
    for path in paths:
        for each in (path, log_of(path), path.with_name(f"{path.name}{SUM}")):
            each.unlink(missing_ok=True)


def _too_many(copies: list[tuple[datetime, int, Path]]) -> list[Path]:
    """Scheduled copies that are neither the newest of one of the last days nor of one of the last weeks."""
    by_day = {made_at.date(): path for made_at, _, path in copies}
    by_week = {made_at.isocalendar()[:2]: path for made_at, _, path in copies}
    kept = {by_day[day] for day in sorted(by_day)[-DAYS:]} | {
        by_week[week] for week in sorted(by_week)[-WEEKS:]
    }
    return [path for _, _, path in copies if path not in kept]


def _write_sum(target: Path) -> None:
    write_file(target.with_name(f"{target.name}{SUM}"), f"{_sha256(target)}  {target.name}\n")


def _check_sum(source: Path) -> None:
    beside = source.with_name(f"{source.name}{SUM}")
    if not beside.is_file():
        return
    expected = beside.read_text("utf-8").split()[0]
    if expected != _sha256(source):
        raise StoreError(
            RESTORING,
            f"{source.name} is not what its checksum says: it was damaged or changed since. Nothing was written.",
            "Take another backup; without its .sha256 file it is restored unchecked.",
        )


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _last_change(database: Database) -> int:
    return int(database.rows("SELECT coalesce(max(sequence), 0) FROM revisions")[0][0])


def _stamped(file: Path) -> str:
    return f"{file.stem}-{datetime.now(UTC):{_STAMP}}"
