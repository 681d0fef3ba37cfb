"""A report as text, Markdown, CSV or JSON: the same words and numbers as on its page."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd

from sayso.errors import printable
from sayso.exports.csv_table import csv_bytes
from sayso.model.frames import records
from sayso.reports.report import Part, Report

Writer = Callable[[Report, tuple[Part, ...]], bytes]
"""Some parts of a report in, a file out."""
_WIDEST = 60  # characters of a cell in a terminal
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})


def text(report: Report, parts: tuple[Part, ...]) -> bytes:
    """For a terminal: title, subtitle, notes, each part's table, the sources. Long cells are cut."""
    blocks = [report.title, report.subtitle, "\n".join(report.notes)]
    for part in parts:
        blocks += [_heading(part), _columns(part.table()), part.provenance]
    sources = [f"{row['number']:>3}  {_source(row)}" for row in records(report.sources)]
    blocks += ["Sources", "\n".join(sources) or "None."]
    return ("\n\n".join(printable(block) for block in blocks if block) + "\n").encode()


def markdown(report: Report, parts: tuple[Part, ...]) -> bytes:
    """For a memo or a wiki: headings, tables, and a numbered list of sources."""
    blocks = [f"# {_plain(report.title)}", _plain(report.subtitle), *map(_plain, report.notes)]
    for part in parts:
        blocks += [f"## {_plain(_heading(part))}", _pipes(part.table()), _plain(part.provenance)]
    sources = [f"{row['number']}. {_plain(_source(row))}" for row in records(report.sources)]
    blocks += ["## Sources", "\n".join(sources) or "None."]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def csv(report: Report, parts: tuple[Part, ...]) -> bytes:
    """The table of the first part, safe to open in a spreadsheet."""
    return csv_bytes(parts[0].table())


def as_json(report: Report, parts: tuple[Part, ...]) -> bytes:
    """Everything but the pictures: the statements behind each mark by their ids, too."""
    content = {
        "page": report.page, "dataset": report.view.database.title, "data_version": report.view.database.version,
        "as_of": report.view.scope.as_of, "title": report.title, "subtitle": report.subtitle, "notes": list(report.notes),
        "parts": [_part(part) for part in parts],
        "sources": records(report.sources),
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_value) + "\n").encode()


FORMATS: dict[str, Writer] = {
    "text": text, "md": markdown, "csv": csv, "json": as_json,
}  # fmt: skip


def _part(part: Part) -> dict[str, Any]:
    return {
        "name": part.name, "title": part.title, "provenance": part.provenance, "method": part.method,
        "table": records(part.table()),
        "statements": {"/".join(mark): list(ids) for mark, ids in part.ids().items()},
    }  # fmt: skip


def _heading(part: Part) -> str:
    return part.name.replace("-", " ").capitalize()


def _source(row: dict[str, Any]) -> str:
    facts = [row["outlet"], row["title"], row["published_on"], row["url"], row["rating"]]
    return ", ".join(str(fact) for fact in facts if fact)


def _columns(table: pd.DataFrame) -> str:
    """Columns side by side, numbers to the right; ids are for files."""
    table = table.drop(columns=[name for name in table.columns if name == "id" or str(name).endswith("_id")])
    if table.empty:
        return "None."
    columns = [_aligned(str(name), table[name]) for name in table.columns]
    return "\n".join("  ".join(line).rstrip() for line in zip(*columns, strict=True))


def _aligned(name: str, values: pd.Series[Any]) -> list[str]:
    cells = [name, *(_short(_word(value)) for value in values.astype(object))]
    width = max(map(len, cells))
    is_number = pd.api.types.is_numeric_dtype(values)
    return [cell.rjust(width) if is_number else cell.ljust(width) for cell in cells]


def _pipes(table: pd.DataFrame) -> str:
    if table.empty:
        return "None."
    lines = [[str(name) for name in table.columns], ["---"] * len(table.columns)]
    lines += [[_plain(_word(value)) for value in row] for row in table.astype(object).to_numpy()]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _word(value: object) -> str:
    if value is None or value is pd.NA or value is pd.NaT or value != value:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _short(word: str) -> str:
    line = " ".join(word.split())
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"


def _plain(word: str) -> str:
    return " ".join(printable(word).split()).translate(_MARKDOWN)


def _value(value: Any) -> Any:
    if isinstance(value, pd.Timestamp | date):
        return value.isoformat()[:10]
    return value.item() if hasattr(value, "item") else str(value)
