"""Where commands find their dataset, and the articles they are given."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.errors import IntakeError, StoreError
from sayso.model.wording import counted

SUFFIX = ".duckdb"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)  # also of schemes that fetching then refuses
DATA = click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Database file, folder of tables, or the name of a dataset.  [default: SAYSO_DATA, if it holds one]",
)

# The datasets of the process that runs a command for another one (see cli_served).
SERVED: ContextVar[Hub | None] = ContextVar("served", default=None)

if TYPE_CHECKING:
    from sayso.coding.finding import Found
    from sayso.ingest.reading.article import ReadArticle
    from sayso.store.hub import Database, Hub


@contextmanager
def one_dataset(named: Path | None, *, may_read_only: bool = False) -> Iterator[Database]:
    """The dataset that a command works on, open for writing; `may_read_only`: also where nothing may be written.

    `named` is a file, a folder, or the name of one of the datasets that the app would serve; None means the only
    one of those. Raises StoreError if that is none, or several.
    """
    place = location(named)
    if named is not None and named.suffix == SUFFIX and not named.exists():
        raise StoreError(
            f"Opening {named}", "There is no such file.", f"To start an empty dataset: sayso new {named}"
        )
    with open_at(place, may_read_only=may_read_only) as databases:
        name = None if named is None or named.exists() else str(named)
        found = [database for key, database in databases.items() if name in (None, key)]
        if len(found) != 1:
            what = "There are several datasets" if found else f"There is no file, folder or dataset {name}"
            raise StoreError(
                "Choosing the dataset",
                f"{what} in {place}." if found else f"{what}.",
                f"Name a database file, a folder with a datapackage.json, or one of: {', '.join(databases)}.",
            )
        if found[0].path is None and place.is_dir():
            _refuse_stale(place, found[0])
        yield found[0]


@contextmanager
def open_at(place: Path, *, may_read_only: bool = False) -> Iterator[dict[str, Database]]:
    """The datasets at a path, by name; those that this process serves are used as they are, others opened and closed.

    Raises as `store.datasets.open_datasets` does.
    """
    from sayso.store.datasets import open_datasets
    from sayso.store.locking import NotWritableError

    if served := _served_at(place):
        yield served
        return
    try:
        hub = open_datasets(place, may_copy=False)
    except NotWritableError:
        if not may_read_only:
            raise
        hub = open_datasets(place, may_copy=True)  # its tables are read into memory
    try:
        yield hub.databases
    finally:
        hub.close()


def _served_at(place: Path) -> dict[str, Database]:
    """Those of the datasets that this process serves that `place` names: a file, its package, or their folder."""
    from sayso.store.datasets import built_file

    hub = SERVED.get()
    here = (place, built_file(place), *place.glob(f"*{SUFFIX}")) if hub else ()
    return {name: each for name, each in hub.databases.items() if each.path in here} if hub else {}


def _refuse_stale(place: Path, database: Database) -> None:
    """Raise StoreError if a database file stands beside tables that were read into memory: it may hold more than they."""
    from sayso.store.datasets import built_file, packages

    for folder in packages(place):
        file = built_file(folder)
        if file.stem == database.name and file.exists():
            raise StoreError(
                f"Opening {folder}",
                f"{file} stands beside these tables, may hold what was coded since, and cannot be brought up to date"
                " there. Nothing was written.",
                f"Name {file} instead, or copy both to a folder that you may write to.",
            )


def location(named: Path | None) -> Path:
    """The path that `named` is, else where the app's own datasets are."""
    from sayso.store.datasets import chosen_location

    return named.resolve() if named is not None and named.exists() else chosen_location()


def sources(paths: tuple[str, ...]) -> Iterator[tuple[str, Callable[[], list[ReadArticle]]]]:
    """A name and a reader for each file and address; folders give the files in them that can be read."""
    from sayso.ingest.reading.kinds import SUFFIXES

    for path in paths:
        if _ADDRESS.match(path):
            yield path, partial(_from_web, path)
            continue
        place = Path(path)
        files = [place]
        if place.is_dir():
            files = sorted(
                file for file in place.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file()
            )
            if not files:
                yield path, partial(_nothing_in, path)
        for file in files:
            yield str(file), partial(_from_file, file)


def _from_web(url: str) -> list[ReadArticle]:
    from sayso.ingest.reading.fetch import fetch, read_fetched

    return read_fetched(fetch(url))


def _from_file(file: Path) -> list[ReadArticle]:
    from sayso.ingest.reading.files import read

    return read(file.name, _content(file))


def _content(file: Path) -> bytes:
    from sayso.ingest.reading.article import LARGEST_FILE

    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)  # one more than allowed is enough to refuse it
    except OSError as error:
        raise IntakeError(
            f"Reading {file}", f"It cannot be opened: {error.strerror}.", "Check the path."
        ) from error


def _nothing_in(folder: str) -> list[ReadArticle]:
    from sayso.ingest.reading.kinds import KNOWN

    raise IntakeError(f"Reading {folder}", "There is no file in it that Sayso reads.", f"It reads {KNOWN}.")


def coder_or_login(given: str) -> str:
    """Who codes: as given, else as SAYSO_CODER says, else by the login name."""
    from getpass import getuser

    from sayso.model.slugs import slug

    for name in (given, os.environ.get("SAYSO_CODER", "")):
        if found := slug(name):
            return found
    try:
        return slug(getuser()) or "coder"
    except (KeyError, OSError):  # a container without user names
        return "coder"


def found_words(found: Found) -> str:
    """What a search brought: "4 quotes, 0 statements, 2 events, 1 new actor proposed, 3 decided before"."""
    finds = (
        (found.quotes, "quote"),
        (found.statements, "statement"),
        (found.events, "event"),
        (found.actors, "new actor"),
    )
    words = ", ".join(counted(n, noun) for n, noun in finds) + " proposed"
    return f"{words}, {found.decided:,} decided before" if found.decided else words
