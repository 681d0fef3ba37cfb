"""What cells mean: stances in words and numbers, dates in the ways tables write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache

from sayso.ingest.coded_table.table import Cell, clean
from sayso.ingest.reading.dateline import as_edtf

WORDS: dict[int, tuple[str, ...]] = {
    2: ("strongly supports", "strongly support", "strong support", "strongly agree", "strongly agrees", "strongly in favour", "strongly in favor", "strongly for", "++"),
    1: ("supports", "support", "supported", "supportive", "for", "pro", "yes", "y", "agree", "agrees", "agreed", "agreement", "in favour", "in favor", "favours", "favors", "favour", "favor", "approve", "approves", "positive", "true", "+", "endorse", "endorses"),
    0: ("neutral", "neither", "undecided", "abstain", "abstains", "abstention", "ambivalent", "0"),
    -1: ("opposes", "oppose", "opposed", "against", "contra", "con", "anti", "no", "n", "disagree", "disagrees", "disagreement", "reject", "rejects", "rejected", "disapprove", "disapproves", "negative", "false", "-", "−", "–"),
    -2: ("strongly opposes", "strongly oppose", "strong opposition", "strongly disagree", "strongly disagrees", "strongly against", "--", "−−"),
}  # fmt: skip
_BY_WORD = {word: stance for stance, words in WORDS.items() for word in words}
_SCALE = {str(value): value for value in range(-2, 3)}
_SPLIT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[T ].*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}")
_EXCEL_ZERO = date(1899, 12, 30)
_EXCEL = range(10_000, 80_000)  # 1927 to 2119


class CellError(ValueError):
    """What is wrong with a cell, and what would be right."""

    def __init__(self, wrong: str, right: str) -> None:
        super().__init__(wrong, right)
        self.wrong = wrong
        self.right = right


def stance_key(cell: Cell) -> str:
    """A cell as the mapping of stances knows it: “Support ”, “SUPPORT” and “support” are one, as are 1 and +1."""
    text = " ".join(clean(cell).casefold().split()).replace("−", "-")
    return text[1:] if re.fullmatch(r"\+\d+", text) else text


def stance_values(cells: Iterable[Cell]) -> dict[str, int]:
    """How many cells hold each value of a column of stances, the most frequent first; empty ones are left out."""
    return dict(Counter(key for cell in cells if (key := stance_key(cell))).most_common())


def guess_stances(keys: Iterable[str]) -> dict[str, int]:
    """What values mean where that is plain; those with two readings, such as 0 and 1, are left to the person."""
    found = list(keys)
    numbers = {key for key in found if re.fullmatch(r"-?\d+", key)}
    guessed = {key: _BY_WORD[key] for key in found if key in _BY_WORD and key not in numbers}
    if numbers <= set(_SCALE) and any(key.startswith("-") for key in numbers):
        guessed |= {key: _SCALE[key] for key in numbers}
    elif numbers <= {"1", "2", "3", "4", "5"} and numbers & {"3", "4", "5"}:
        guessed |= {key: int(key) - 3 for key in numbers}
    return guessed


def day_order(cells: Iterable[Cell]) -> tuple[str, int]:
    """ "dmy" or "mdy" if days such as 24/07/2021 settle it, else ""; and how many dates have two readings."""
    orders: set[str] = set()
    open_ = 0
    for cell in cells:
        if not isinstance(cell, str) or not (match := _SPLIT.fullmatch(cell.strip())) or match[2] == ".":
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            orders.add("dmy")
        elif second > 12 >= first:
            orders.add("mdy")
        elif first != second:
            open_ += 1
    return (orders.pop() if len(orders) == 1 else ""), open_


def read_date(cell: Cell, order: str = "") -> str:
    """A date as EDTF. `order` reads 03/04/2021; a point between figures means day first.

    Raises CellError for what is no date, a day that does not exist, or one with two readings and no `order`.
    """
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if int(cell) in _EXCEL:  # a date whose cell lost its format
            return (_EXCEL_ZERO + timedelta(days=int(cell))).isoformat()
        return _read_text(clean(cell), order)
    return _read_text(clean(cell), order)


@lru_cache(maxsize=4096)
def _read_text(text: str, order: str) -> str:
    shown = text[:40]
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(shown, int(match[1]), int(match[2]), int(match[3]))
    if match := _SPLIT.fullmatch(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] == "." or order == "dmy" or first == second:
            return _day(shown, year, second, first)
        if order == "mdy":
            return _day(shown, year, first, second)
        if first <= 12 and second <= 12:
            raise CellError(f"“{shown}” has two readings.", "Say whether the day or the month comes first.")
        day, month = (first, second) if first > 12 else (second, first)
        return _day(shown, year, month, day)
    if _SHORT_YEAR.fullmatch(text):
        raise CellError(f"“{shown}” has a year of two figures.", "Write the year with four, as 2021-07-24.")
    if re.fullmatch(r"\d{5}", text):
        raise CellError(
            f"“{shown}” looks like Excel’s number of a day.",
            "Format the column as a date, or save it as .xlsx.",
        )
    if found := as_edtf(text):
        return found
    raise CellError(f"“{shown}” is no date.", "Write 2021-07-24, 2021-07, 2021 or 24 July 2021.")


def _day(shown: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise CellError(f"“{shown}” is a day that does not exist.", "Look it up and correct it.") from None
