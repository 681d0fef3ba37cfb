"""The formulas a second time, as plain loops over statements: slow, and written apart from what they check."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

Statement = dict[str, Any]
Matrix = dict[tuple[str, str], float]


def without_repeats(statements: list[Statement], duplicates: str, by_level: bool) -> list[Statement]:
    """Of repeats the first."""
    seen, kept = set(), []
    for said in statements:
        day: date = said["said_on"]
        iso = day.isocalendar()
        stretch: dict[str, Any] = {
            "include": object(), "document": said["document_id"], "week": (iso[0], iso[1]),
            "month": (day.year, day.month), "year": day.year, "range": None,
            "week number": iso[1], "month number": day.month,
        }  # fmt: skip
        key = (said["unit"], said["issue"], said["level"] if by_level else None, stretch[duplicates])
        if key not in seen:
            seen.add(key)
            kept.append(said)
    return kept


def spoken(statements: list[Statement]) -> list[Statement]:
    """Those that have an actor and an issue."""
    return [said for said in statements if said["unit"] and said["issue"]]


def chosen(
    statements: list[Statement],
    first: date | None = None,
    last: date | None = None,
    only: tuple[str, frozenset[str]] | None = None,
    exclude: tuple[str, frozenset[str]] | None = None,
) -> list[Statement]:
    """Those of the days from `first` to `last`, with one of the wanted values, and none of the unwanted."""
    found = []
    for said in statements:
        if (first and said["said_on"] < first) or (last and said["said_on"] > last):
            continue
        if only and _written(said[only[0]]) not in only[1]:
            continue
        if exclude and _written(said[exclude[0]]) in exclude[1]:
            continue
        found.append(said)
    return found


def _written(value: Any) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def windows(statements: list[Statement], unit: str, size: int) -> Iterator[tuple[date, list[Statement]]]:
    """The middle of each window and what was said in it: half the size (its whole part) on either side."""
    half = size // 2
    if unit == "events":
        for place, said in enumerate(statements):
            if half <= place < len(statements) - half:
                yield said["said_on"], statements[place - half : place + half + 1]
        return
    if not statements:
        return
    begin, end = statements[0]["said_on"], statements[-1]["said_on"]
    step, middle = 0, begin
    while middle <= end:
        low, high = _later(middle, unit, -half), _later(middle, unit, half)
        if begin <= low and high <= end:
            yield middle, [said for said in statements if low <= said["said_on"] <= high]
        step += 1
        middle = _later(begin, unit, step)


def _later(day: date, unit: str, many: int) -> date:
    if unit in ("days", "weeks"):
        return day + timedelta(days=many * (7 if unit == "weeks" else 1))
    months = day.year * 12 + day.month - 1 + many * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def one_mode(
    statements: list[Statement], units: list[str], levels: list[float], tie: str, norm: str
) -> Matrix:
    """Every pair of statements of two units on one issue adds its share."""
    spread = levels[-1] - levels[0] or 1
    said: dict[str, list[Statement]] = defaultdict(list)
    for each in statements:
        said[each["unit"]].append(each)
    found: Matrix = {}
    for one in units:
        for other in units:
            total = 0.0
            for a in said[one]:
                for b in said[other]:
                    if a["issue"] == b["issue"]:
                        gap = abs(a["level"] - b["level"]) / spread
                        total += {
                            "ignore": 1,
                            "congruence": 1 - gap,
                            "conflict": gap,
                            "subtract": 1 - 2 * gap,
                        }[tie]
            size = _size(said[one], said[other], norm)
            found[one, other] = 0.0 if one == other or size == 0 else total / size
    return found


def _size(one: list[Statement], other: list[Statement], norm: str) -> float:
    if norm == "none":
        return 1.0
    if norm == "average":
        return (len(one) + len(other)) / 2
    if norm == "cosine":
        return len(one) * len(other)
    has_one = {(said["issue"], said["level"]) for said in one}
    has_other = {(said["issue"], said["level"]) for said in other}
    alone: int = sum((said["issue"], said["level"]) not in has_other for said in one)
    alone += sum((said["issue"], said["level"]) not in has_one for said in other)
    both = sum(a["issue"] == b["issue"] and a["level"] == b["level"] for a in one for b in other)
    return float(alone + both)


def two_mode(
    statements: list[Statement],
    units: list[str],
    issues: list[str],
    levels: list[float],
    cell: str,
    share: str,
) -> Matrix:
    """Each statement adds to its cell; then rows or columns are divided by what they hold."""
    is_boolean = levels == [0.0, 1.0]
    found: Matrix = {(unit, issue): 0.0 for unit in units for issue in issues}
    held: Matrix = dict(found)
    present = set()
    for said in statements:
        place = said["unit"], said["issue"]
        held[place] += 1
        if cell == "ignore":
            found[place] += 1
        elif cell == "subtract":
            found[place] += (1 if said["level"] else -1) if is_boolean else said["level"]
        elif (*place, said["level"]) not in present:
            present.add((*place, said["level"]))
            found[place] += 2 ** (len(levels) - 1 - levels.index(said["level"]))
    if share == "none":
        return found
    shared = dict(found)
    for unit, issue in found:
        line = (
            [(unit, other) for other in issues]
            if share == "activity"
            else [(other, issue) for other in units]
        )
        total = sum((found if cell == "ignore" else held)[place] for place in line)
        shared[unit, issue] = found[unit, issue] / total if total else 0.0
    return shared
