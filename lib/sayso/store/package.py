"""A Frictionless tabular data package on disk: `datapackage.json` beside one CSV a table."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import StoreError
from sayso.store.catalog import BRIEFING_TABLES, Table
from sayso.store.problems import Problem
from sayso.store.swapping import settle

DESCRIPTOR = "datapackage.json"
_TEXTS = ("name", "title", "description")
SPANS_PATTERN = "[0-9]+-[0-9]+(;[0-9]+-[0-9]+)*"
Row = tuple[str | None, ...]

csv.field_size_limit(10_000_000)  # an article's text is one cell; Python stops at 131,072 characters


@dataclass(frozen=True)
class Package:
    """A package as read: text cells, empty ones as None. `lines` gives each row's line in its file."""

    name: str
    descriptor: dict[str, Any]
    headers: dict[str, tuple[str, ...]]
    rows: dict[str, list[Row]]
    lines: dict[str, list[int]]


def read_package(folder: Path, tables: tuple[Table, ...]) -> tuple[Package, list[Problem]]:
    """Read `folder`, with the problems of form that were met.

    Raises StoreError if the folder has no readable `datapackage.json`.
    """
    finish_export(folder)
    descriptor = _read_descriptor(folder)
    problems = _descriptor_problems(descriptor)
    headers, rows, lines = {}, {}, {}
    for table in tables:
        path = folder / f"{table.name}.csv"
        headers[table.name], rows[table.name], lines[table.name] = _read_table(path, table, problems)
    name = str(descriptor.get("name") or folder.name)
    return Package(name, descriptor, headers, rows, lines), problems


def digest(folder: Path, *, without: tuple[str, ...] = ()) -> str:
    """SHA-256 over the names and bytes of the descriptor and every CSV: changes when the content does.

    `without`: tables whose content is left out of it.
    """
    finish_export(folder)
    content = hashlib.sha256()
    for path in sorted([folder / DESCRIPTOR, *folder.glob("*.csv")]):
        if path.is_file() and path.stem not in without:
            content.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return content.hexdigest()


def read_about(text: str) -> dict[str, Any]:
    """A descriptor as a database keeps it, without what is not of its kind: the file may have been made elsewhere."""
    try:
        about = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(about, dict):
        return {}
    known = {key: value for key, value in about.items() if key not in _TEXTS or isinstance(value, str)}
    if "licenses" in known:
        listed = known["licenses"] if isinstance(known["licenses"], list) else []
        known["licenses"] = [licence for licence in listed if isinstance(licence, dict)]
    return known


def finish_export(folder: Path) -> None:
    """Put in place what an export into `folder` that was killed had begun to. Raises StoreError if it cannot."""
    try:
        settle(folder)
    except OSError as error:
        raise StoreError(
            f"Reading the data package {folder}",
            f"An export into it was cut short, and the rest cannot be put in place: {error.strerror or error}.",
            "Export into it again, or let Sayso write there once.",
        ) from error


def is_package(folder: Path) -> bool:
    """Whether `folder` looks like a data package."""
    return (folder / DESCRIPTOR).is_file()


def table_csv(header: tuple[str, ...], rows: list[Row]) -> str:
    """CSV text of one table, as packages hold it: UTF-8, `\\n`, empty cells for None."""
    out = io.StringIO()
    usual = csv.writer(out, lineterminator="\n")
    # Python before 3.13 leaves a lone carriage return unquoted, and readers then take it for a line end.
    whole = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    usual.writerow(header)
    for row in rows:
        (whole if any(map(_is_bare, row)) else usual).writerow(row)
    return out.getvalue()


def _is_bare(cell: str | None) -> bool:
    """Whether a cell has a carriage return, and nothing else for which it would be quoted."""
    return cell is not None and "\r" in cell and not any(mark in cell for mark in ',"\n')


def _read_descriptor(folder: Path) -> dict[str, Any]:
    path = folder / DESCRIPTOR
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(descriptor, dict):
            raise ValueError("its top level is not an object")
    except (OSError, ValueError, RecursionError) as error:
        raise StoreError(
            f"Reading the data package {folder}",
            f"{DESCRIPTOR} cannot be read: {error}. Nothing was changed.",
            f"A package is a folder with a {DESCRIPTOR} and one CSV a table.",
        ) from error
    return descriptor


def _descriptor_problems(descriptor: dict[str, Any]) -> list[Problem]:
    problems = [
        Problem(DESCRIPTOR, None, key, "it is not text.", "text in quotation marks.")
        for key in _TEXTS
        if not isinstance(descriptor.get(key, ""), str)
    ]
    licences = descriptor.get("licenses", [])
    if not isinstance(licences, list) or not all(isinstance(licence, dict) for licence in licences):
        right = 'a list such as [{"name": "CC-BY-4.0", "title": "…"}].'
        problems.append(Problem(DESCRIPTOR, None, "licenses", "it is not a list of licences.", right))
    return problems


def _read_table(
    path: Path, table: Table, problems: list[Problem]
) -> tuple[tuple[str, ...], list[Row], list[int]]:
    expected = tuple(column.name for column in table.columns)
    if table.name in BRIEFING_TABLES and not path.exists() and not path.is_symlink():
        return expected, [], []  # a package from before there were briefings
    text = _read_text(path, problems)
    if text is None:
        return expected, [], []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    lines: list[int] = []
    number = 1
    header: tuple[str, ...] = ()
    try:
        header = tuple(next(reader, ()))
        _check_header(path.name, header, table, problems)
        for number, cells in enumerate(reader, start=2):
            if not cells:
                continue
            if len(cells) != len(header):
                wrong, right = f"{len(cells)} cells.", f"{len(header)} cells, as in the header."
                problems.append(Problem(path.name, number, "", wrong, right))
                continue
            named = dict(zip(header, cells, strict=True))
            rows.append(tuple(named.get(name) or None for name in expected))
            lines.append(number)
            problems += [
                Problem(path.name, number, name, "the cell holds a NUL character.", "text without it.")
                for name, cell in named.items()
                if "\0" in cell
            ]
    except csv.Error as error:
        right = "quoted cells with doubled quotes inside."
        problems.append(Problem(path.name, number + 1, "", f"not well-formed CSV ({error}).", right))
    return header or expected, rows, lines


def _read_text(path: Path, problems: list[Problem]) -> str | None:
    try:
        if path.exists() and (not path.is_file() or path.resolve().parent != path.parent.resolve()):
            # Whoever made the package chose where a link leads to: to other files of whoever opens it.
            problems.append(
                Problem(path.name, None, "", "it is no file of this folder.", "a file, not a link.")
            )
            return None
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        wrong, right = "the file is missing.", "a CSV with a header row, even if no rows follow."
    except (OSError, UnicodeDecodeError) as error:
        wrong, right = f"the file cannot be read ({error}).", "a UTF-8 text file."
    problems.append(Problem(path.name, None, "", wrong, right))
    return None


def _check_header(file: str, header: tuple[str, ...], table: Table, problems: list[Problem]) -> None:
    for name in dict.fromkeys(header):
        if name not in table.column:
            right = "one of " + ", ".join(table.column) + "."
            problems.append(Problem(file, 1, name or "(no name)", "unknown column.", right))
        elif header.count(name) > 1:
            problems.append(Problem(file, 1, name, "the column stands twice.", "each column once."))
    for column in table.columns:
        if column.is_required and column.name not in header:
            problems.append(Problem(file, 1, column.name, "the column is missing.", column.comment))
