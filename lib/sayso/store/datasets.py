"""Which datasets the app serves: the packages that ship, or what SAYSO_DATA names."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from sayso.errors import StoreError
from sayso.model.slugs import free_id
from sayso.store.hub import Database, Hub
from sayso.store.load import build_digest, ensure_built
from sayso.store.locking import LockedError, NotWritableError
from sayso.store.new import SUFFIX, create_dataset
from sayso.store.old_file import DamagedError, UnreadableError, origin, was_started
from sayso.store.package import is_package

ENVIRONMENT = "SAYSO_DATA"
READ_ONLY = "SAYSO_READ_ONLY"
STARTING = "Starting a dataset"
_log = logging.getLogger(__name__)
BUNDLED = Path(__file__).resolve().parents[3] / "data"


def chosen_location() -> Path:
    """Where datasets come from: the path in SAYSO_DATA, else the folder that ships."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named).expanduser().resolve() if named else BUNDLED


def open_datasets(location: Path | None = None, *, may_copy: bool = True) -> Hub:
    """Open every dataset at `location`: a database file, a package, or a folder of packages and of what was
    started beside them.

    A .duckdb file that is not there yet is made, empty, unless the app is for reading only.

    Packages are built into `<package>.duckdb` beside them when that is missing or out of date;
    with `may_copy` in memory instead, for reading only, if another program has the file, it cannot be read now, or
    the folder is read-only. Files that cannot be opened beside others are left out, and `left_out` of the hub says so.
    Raises StoreError if there is nothing there, or a package or file cannot be used.
    """
    location = location or chosen_location()
    for_readers = bool(os.environ.get(READ_ONLY))  # recipients of a hosted copy change nothing
    hub = Hub()
    try:
        if location.suffix == SUFFIX and not location.exists() and not for_readers:
            create_dataset(location)
        if location.is_file():
            hub.attach(location, read_only=for_readers)
        else:
            folders = packages(location)
            for folder in folders:
                _open_package(hub, folder, may_copy, for_readers)
            _open_started(hub, location, {built_file(folder) for folder in folders}, for_readers)
    except Exception:
        hub.close()
        raise
    return hub


def packages(location: Path) -> list[Path]:
    """The package at `location`, or those in it. Raises StoreError if there is none."""
    if is_package(location):
        return [location]
    found = sorted(path for path in location.glob("*/") if is_package(path)) if location.is_dir() else []
    if not found:
        raise StoreError(
            "Opening datasets",
            f"{location} is neither a Sayso database nor a folder with a data package in it.",
            "Name a .duckdb file or a folder that holds a datapackage.json.",
        )
    return found


def built_file(folder: Path) -> Path:
    """The database that a package is built into."""
    folder = folder.resolve()
    return folder.parent / f"{folder.name}.duckdb"


def start_dataset(hub: Hub, title: str, location: Path | None = None) -> Database:
    """Make an empty dataset in a file beside those that are open, and open it.

    Raises StoreError if the title is empty or taken, the app is for reading only, or the folder cannot be written.
    """
    name = title.strip()
    if os.environ.get(READ_ONLY):
        raise StoreError(
            STARTING, "This Sayso is for reading only. Nothing was made.", "Run one of your own."
        )
    if not name:
        raise StoreError(STARTING, "It has no title yet. Nothing was made.", "Say what it is about.")
    if any(name.casefold() == each.title.casefold() for each in hub.databases.values()):
        raise StoreError(STARTING, f"There is a dataset “{name}” already.", "Choose another title.")
    folder = started_folder(location)
    taken = {*hub.databases, *(path.stem for path in folder.glob(f"*{SUFFIX}"))}
    target = folder / f"{free_id(name, taken, 'dataset')}{SUFFIX}"
    return hub.attach(create_dataset(target, name))


def started_folder(location: Path | None = None) -> Path:
    """Where a dataset is made that is started while the app runs: beside those that are open."""
    location = location or chosen_location()
    return location if location.is_dir() and not is_package(location) else location.parent


def _open_started(hub: Hub, location: Path, built: set[Path], for_readers: bool) -> None:
    """Open the database files in a folder that no package was built into: datasets that were started empty."""
    for path in sorted(location.glob(f"*{SUFFIX}")) if not is_package(location) else []:
        try:
            if path.resolve() not in built and was_started(path):
                hub.attach(path, read_only=for_readers)
        except StoreError as error:  # this one serves the others
            _log.warning("%s is left out: %s", path, error.message)
            hub.left_out.append(error)


def _open_package(hub: Hub, folder: Path, may_copy: bool, for_readers: bool) -> None:
    target = built_file(folder)
    notice = ""
    try:
        if os.access(target.parent, os.W_OK):
            notice = ensure_built(folder, target)
        elif not target.is_file() or (known := origin(target)) is None or known.build != build_digest(folder):
            raise NotWritableError(target, PermissionError("read-only"))
        database = hub.attach(target, target.stem, read_only=for_readers)
        database.notice = notice or database.notice
    except (LockedError, NotWritableError, UnreadableError, DamagedError) as error:
        if not may_copy:
            raise
        hub.load_into_memory(folder, target.stem, _in_memory(error), is_writable=False)


def _in_memory(error: StoreError) -> str:
    """Why a package's tables are shown as they came, and where one's own work is."""
    as_it_came = "Shown here are the tables that came with it, for reading only"
    if isinstance(error, LockedError):
        address = error.holder.address if error.holder else ""
        where = f"at {address}" if address else "in that one"
        return f"Another Sayso has this dataset open: work {where}. {as_it_came}; what was added there is not here."
    return f"{error.message} {as_it_came}. {error.next_step}"
