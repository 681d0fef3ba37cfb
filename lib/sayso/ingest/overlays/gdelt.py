"""GDELT's Global Quotation Graph: JSON lines as published (an article a line), or a table with a quotation a row.

A line holds date, url, title, lang and quotes, each with pre, quote and post. In a table, which people export from
BigQuery, the three are columns (`quote` or `quotes.quote`, …), or `quotes` holds the JSON list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from sayso.ingest.overlays.table import (
    MOST_ROWS,
    BadRowError,
    Cells,
    address,
    as_cells,
    in_the_past,
    json_rows,
    missing,
    plain,
    short,
    too_long,
)
from sayso.model.overlays import Problem, Read, Record
from sayso.model.wording import counted

NEEDED = "date, url and quote (or quotes)"
_PREFIX = re.compile(r"^(quotes?|q)[._](?=(pre|quote|post)$)")
_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?\d.*)?")


def is_gdelt(header: Iterable[str]) -> bool:
    """Whether these columns or keys are those of quotations."""
    names = {_PREFIX.sub("", name) for name in header}
    return {"date", "url"} <= names and bool({"quote", "quotes"} & names)


def read_lines(name: str, text: str, today: date) -> Read:
    """The quotations in JSON lines. Raises IntakeError if no line is an article with quotations."""
    lines = list(json_rows(name, text))
    keys = [list(found) for _, found in lines if isinstance(found, dict)]
    if not any(map(is_gdelt, keys)):
        raise missing(name, NEEDED, keys[0] if keys else [])
    return _read(name, lines, today)


def read_table(name: str, header: list[str], rows: Sequence[tuple[int, list[str]]], today: date) -> Read:
    """The quotations in a table. Raises IntakeError if its columns are others."""
    if not is_gdelt(header):
        raise missing(name, NEEDED, header)
    names = [_PREFIX.sub("", column) for column in header]

    def articles() -> Iterator[tuple[int, Any]]:
        for line, row in rows:
            try:
                cells = as_cells(names, row)
                cells["quotes"] = _listed(cells)
            except BadRowError as error:
                yield line, Problem(line, str(error))
            else:
                yield line, cells

    return _read(name, articles(), today)


def _read(name: str, lines: Iterable[tuple[int, Any]], today: date) -> Read:
    records: dict[tuple[object, ...], Record] = {}
    problems, n_empty, n_again = [], 0, 0
    for line, found in lines:
        if isinstance(found, Problem):
            problems.append(found)
            continue
        try:
            own = _records(line, found, today)
        except BadRowError as error:
            problems.append(Problem(line, str(error)))
            continue
        n_empty += not own
        for record in own:
            key = (record.url, record.before, record.text, record.after)
            n_again += key in records
            records.setdefault(key, record)
        if len(records) > MOST_ROWS:
            raise too_long(name)
    notes = [f"{counted(n_empty, 'article')} held no quotation."] if n_empty else []
    if n_again:
        notes.append(
            f"{counted(n_again, 'quotation')} stood there twice and {'is' if n_again == 1 else 'are'} counted once."
        )
    return Read("GDELT", tuple(records.values()), tuple(problems), tuple(notes))


def _records(line: int, article: Cells, today: date) -> list[Record]:
    day = _day(article.get("date"))
    if day is None:
        raise BadRowError(f"has the date {short(article.get('date'))}, which is no date")
    in_the_past(day, today)
    url = address(article.get("url"))
    quotes = article.get("quotes")
    if not isinstance(quotes, list) or not all(isinstance(each, dict) for each in quotes):
        raise BadRowError("has no list of quotes")
    return [
        Record(
            line, day, day, day, "day", text=text, before=plain(each.get("pre")), after=plain(each.get("post")),
            title=plain(article.get("title")), url=url, source=_domain(url), language=plain(article.get("lang")),
        )
        for each in quotes
        if (text := plain(each.get("quote")))
    ]  # fmt: skip


def _listed(cells: Cells) -> list[Cells]:
    """A row's quotations: its own three cells, or the JSON in `quotes`."""
    if "quote" in cells:
        return [{name: cells.get(name) for name in ("pre", "quote", "post")}]
    try:
        found = json.loads(cells["quotes"] or "[]")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise BadRowError("has a cell quotes that is no JSON list")
    return found


def _day(value: object) -> date | None:
    match = _DATE.fullmatch(plain(value) or "")
    try:
        found = date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
    return found if found and found.year >= 1979 else None


def _domain(url: str | None) -> str | None:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None if url else None
    except ValueError:
        return None
