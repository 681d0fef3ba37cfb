"""ACLED's export of single events, as written since 2016: a row an event.

Columns: `event_date` and `event_type` are needed; the others are used where they are there. Facts from ACLED's
codebook: `time_precision` 1 is the day, 2 a week whose middle is given, 3 a month whose middle is given.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from sayso.errors import IntakeError
from sayso.ingest.overlays.table import (
    BadRowError,
    Cells,
    as_cells,
    in_the_past,
    missing,
    plain,
    reading,
    short,
)
from sayso.model.overlays import EXACTNESS, Exactness, Problem, Read, Record
from sayso.model.wording import counted

NEEDED = ("event_date", "event_type")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_NAMED = re.compile(r"(\d{1,2})[ -]([A-Za-z]+)[ -](\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def is_acled(header: Sequence[str]) -> bool:
    """Whether these columns, in lower case, are ACLED's."""
    return set(NEEDED) <= set(header)


def read_acled(name: str, header: list[str], rows: Sequence[tuple[int, list[str]]], today: date) -> Read:
    """The events; rows that cannot be used are problems. Raises IntakeError if the columns are not ACLED's."""
    if not is_acled(header):
        raise missing(name, ", ".join(NEEDED), header)
    if len(set(filter(None, header))) < len(list(filter(None, header))):
        raise IntakeError(
            reading(name),
            "Two of its columns have the same name. Nothing was added.",
            "Download it again, or remove one of them.",
        )
    notes = []
    where = header.index("event_date")
    dates = [row[where].strip() for _, row in rows if len(row) == len(header)]
    month_first, note = _order(dates)
    notes += [note] if note else []
    if "time_precision" not in header:
        notes.append("It has no column time_precision: every date is taken to be exact.")
    kept: dict[str, tuple[str, Record]] = {}
    problems = []
    for line, row in rows:
        try:
            cells = as_cells(header, row)
            record = _record(line, cells, month_first, today)
        except BadRowError as error:
            problems.append(Problem(line, str(error)))
            continue
        key, stamp = record.record_id or f"line {line}", cells.get("timestamp") or ""
        if key in kept and (len(kept[key][0]), kept[key][0]) > (len(stamp), stamp):
            continue
        kept[key] = (stamp, record)
    if again := len(rows) - len(problems) - len(kept):
        notes.append(f"{counted(again, 'row')} repeated an event_id_cnty; the latest timestamp was kept.")
    return Read("ACLED", tuple(record for _, record in kept.values()), tuple(problems), tuple(notes))


def _record(line: int, cells: Cells, month_first: bool, today: date) -> Record:
    day = _day(cells["event_date"], month_first)
    if day is None:
        raise BadRowError(f"has the event_date {short(cells['event_date'])}, which is no date")
    in_the_past(day, today)
    kind = plain(cells["event_type"])
    if kind is None:
        raise BadRowError("has no event_type")
    exactness = _exactness(cells.get("time_precision"))
    low, high = _bounds(day, exactness)
    return Record(
        line, day, low, high, exactness,
        record_id=plain(cells.get("event_id_cnty")), type=kind, subtype=plain(cells.get("sub_event_type")),
        who=" – ".join(filter(None, (plain(cells.get("actor1")), plain(cells.get("actor2"))))) or None,
        country=plain(cells.get("country")),
        place=", ".join(dict.fromkeys(filter(None, (plain(cells.get("location")), plain(cells.get("admin1")))))) or None,
        text=plain(cells.get("notes")), source=plain(cells.get("source")), fatalities=_count(cells.get("fatalities")),
    )  # fmt: skip


def _exactness(value: object) -> Exactness:
    text = plain(value)
    if text is None:
        return "day"
    code = text.removesuffix(".0")
    if code not in ("1", "2", "3"):
        raise BadRowError(f"has the time_precision {short(text)}; 1, 2 or 3 is expected")
    return EXACTNESS[int(code) - 1]


def _bounds(day: date, exactness: Exactness) -> tuple[date, date]:
    if exactness == "day":
        return day, day
    if exactness == "week":
        return day - timedelta(days=3), day + timedelta(days=3)
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _count(value: object) -> int | None:
    text = plain(value)
    if text is None:
        return None
    if not re.fullmatch(r"\d{1,7}(\.0)?", text):
        raise BadRowError(f"has {short(text)} fatalities, which is no number")
    return int(text.removesuffix(".0"))


def _order(dates: Sequence[str]) -> tuple[bool, str]:
    """Whether 03/04/2021 is 4 March, for the file as a whole, and what to say of it."""
    pairs = [
        (int(a), int(b)) for a, b, _ in (match.groups() for match in map(_NUMBERS.fullmatch, dates) if match)
    ]
    if not pairs:
        return False, ""
    if any(second > 12 >= first for first, second in pairs) and not any(first > 12 for first, _ in pairs):
        return (
            True,
            "Its dates put the month first (12/31/2021), as a spreadsheet in the United States writes them.",
        )
    return False, "Its dates are read with the day first (31/12/2021), as ACLED writes them."


def _day(text: str, month_first: bool) -> date | None:
    text = text.strip()
    try:
        if match := _ISO.fullmatch(text):
            year, month, day = map(int, match.groups())
        elif match := _NAMED.fullmatch(text):
            day, month, year = int(match[1]), _MONTHS[match[2].lower()], int(match[3])
        elif match := _NUMBERS.fullmatch(text):
            first, second, year = map(int, match.groups())
            day, month = (second, first) if month_first else (first, second)
        else:
            return None
        found = date(year, month, day)
    except (ValueError, KeyError):
        return None
    return found if found.year >= 1900 else None
