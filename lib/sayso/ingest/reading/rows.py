"""Tables of articles: a row of a .csv, a line of a .jsonl, each an article."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sayso.errors import IntakeError
from sayso.ingest.reading.article import (
    LARGEST_FILE,
    Basis,
    ReadArticle,
    checked_size,
    clean_text,
    one_line,
    reading,
)
from sayso.ingest.reading.dateline import as_edtf, dateline
from sayso.ingest.reading.decoding import decode
from sayso.ingest.reading.shape import english, headline

MOST_ROWS = 5_000
NAMES = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "fulltext"),
    "title": ("title", "headline", "heading", "subject"),
    "url": ("url", "link", "address", "source_url", "article_url"),
    "outlet": ("outlet", "outlet_name", "source", "publisher", "publication", "newspaper", "sitename", "outlet_id"),
    "published_on": ("published_on", "published", "date", "publication_date", "pubdate", "published_at", "date_published"),
    "language": ("language", "lang"),
}  # fmt: skip
_BY_NAME = {name: field for field, names in NAMES.items() for name in names}


def read_csv(name: str, content: bytes) -> list[ReadArticle]:
    """An article for each row; the first row names the columns.

    Raises IntakeError if there is no column of texts, or any row cannot be read: then none is taken.
    """
    text, notes = decode(name, content)
    csv.field_size_limit(LARGEST_FILE)
    try:
        table = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), _dialect(text), strict=True)
        header = next(table, [])
        fields, unknown = _fields(header)
        if "text" not in fields.values():
            raise IntakeError(
                reading(name),
                f"It has no column of texts. Its columns: {', '.join(header)[:300] or 'none'}.",
                "Name one “text”; others may be title, url, outlet, published_on, language.",
            )
        said = notes + _left_out("column", unknown)
        rows = []
        for row in table:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                raise _row_error(
                    name, f"Line {table.line_num}", f"has {len(row)} cells, the first line {len(header)}."
                )
            values = {fields[i]: cell for i, cell in enumerate(row) if i in fields}
            rows.append((f"Line {table.line_num}", values))
    except csv.Error as error:
        raise IntakeError(
            reading(name),
            f"It cannot be read as CSV: {error}.",
            "Save it from your spreadsheet as CSV, UTF-8.",
        ) from error
    return _articles(name, rows, said)


def read_jsonl(name: str, content: bytes) -> list[ReadArticle]:
    """An article for each line, a JSON object. Raises IntakeError, naming the line, and then takes none."""
    text, notes = decode(name, content)
    rows = []
    unknown: dict[str, None] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError) as error:
            wrong = f"is not JSON: {error}." if isinstance(error, json.JSONDecodeError) else "is not JSON."
            raise _row_error(name, f"Line {number}", wrong) from error
        if not isinstance(found, dict):
            raise _row_error(name, f"Line {number}", "is no object: {“text”: …} is wanted.")
        fields, left_out = _fields(list(found))
        unknown |= dict.fromkeys(left_out)
        keys = list(found)
        rows.append((f"Line {number}", {field: found[keys[i]] for i, field in fields.items()}))
    return _articles(name, rows, notes + _left_out("field", list(unknown)))


def _dialect(text: str) -> type[csv.Dialect] | str:
    """Commas unless the first line has more of another separator: spreadsheets write ; in many countries."""
    first = text.split("\n", 1)[0]
    separator = max(",;\t|", key=first.count)
    if separator == ",":
        return "excel"
    return type("Separated", (csv.excel,), {"delimiter": separator})


def _fields(header: list[str]) -> tuple[dict[int, str], list[str]]:
    """Which of our fields each column holds, by position, and the names of the others."""
    fields: dict[int, str] = {}
    plain = [re.sub(r"[\s_-]+", "_", name.strip().lower()) for name in header]
    for field, names in NAMES.items():
        position = next((plain.index(name) for name in names if name in plain), None)
        if position is not None:
            fields[position] = field
    unknown = [name.strip() for i, name in enumerate(header) if i not in fields and name.strip()]
    return fields, unknown


def _left_out(what: str, names: list[str]) -> tuple[str, ...]:
    if not names:
        return ()
    listed = ", ".join(one_line(name)[:40] for name in names[:8]) + (" …" if len(names) > 8 else "")
    return (f"Not used, {what}{'s' if len(names) > 1 else ''} {listed}.",)


def _articles(
    name: str, rows: Sequence[tuple[str, Mapping[str, Any]]], notes: tuple[str, ...]
) -> list[ReadArticle]:
    if not rows:
        raise IntakeError(reading(name), "There are no rows in it.", "Choose the file with the articles.")
    if len(rows) > MOST_ROWS:
        raise IntakeError(
            reading(name), f"It has {len(rows):,} rows; the most is {MOST_ROWS:,} a file.", "Split it."
        )
    return [_article(name, where, values, notes) for where, values in rows]


def _article(name: str, where: str, values: Mapping[str, Any], notes: tuple[str, ...]) -> ReadArticle:
    raw = values.get("text")
    if not isinstance(raw, str) or not (text := clean_text(raw)):
        raise _row_error(name, where, "has no text.")
    checked_size(f"{name}, {where.lower()}", text)
    said = {key: one_line(str(value)) for key, value in values.items() if key != "text" and value is not None}
    found = list(notes)
    written = said.get("published_on", "")
    day = as_edtf(written) if written else None
    basis: Basis | None = "stated" if day else None
    if written and not day:
        found.append(
            f"The date “{written[:40]}” cannot be read, or has two readings: write it as 2021-07-24."
        )
    elif not day and (day := dateline(text)):
        basis = "inferred"
        found.append("The date is a guess from the first lines.")
    return ReadArticle(
        said.get("title") or headline(text) or _opening(text),
        text,
        said.get("outlet") or None,
        next(_addresses(said.get("url", ""), found), None),
        day,
        basis,
        next(_languages(said.get("language", ""), found), None) or english(text),
        tuple(found),
    )


def _addresses(written: str, notes: list[str]) -> Iterator[str]:
    if re.fullmatch(r"https?://[^\s<>\"]+", written):
        yield written
    elif written:
        notes.append(f"“{written[:60]}” is no web address and was left out.")


def _languages(written: str, notes: list[str]) -> Iterator[str]:
    if match := re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", written):
        yield match.group(1).lower()
    elif written:
        notes.append(f"The language “{written[:20]}” is no two-letter code (ISO 639-1) and was left out.")


def _opening(text: str) -> str:
    words = text.split()
    return one_line(" ".join(words[:10]) + (" …" if len(words) > 10 else ""))


def _row_error(name: str, where: str, wrong: str) -> IntakeError:
    return IntakeError(
        reading(name), f"{where} {wrong} Nothing of the file was taken.", "Mend it and add the file again."
    )
