"""The publication date that a plain text's own first lines tell."""

from __future__ import annotations

import re
from datetime import date, datetime

from sayso.ingest.dates.find import find_dates
from sayso.model.dates import parse

LINES = 6  # a dateline stands at the top
LONGEST = 40  # characters of a date in a table
_LABEL = re.compile(r"(?:published|updated|posted|issued|released|date)\b", re.IGNORECASE)
# Possessive: else capitals in a row could be split into words in millions of ways.
_PLACE = re.compile(r"(?:[A-Z][\w.'’/-]*+(?:\s+(?:of|al|el|the|de|la)\s+)?[\s,/–—-]*+){0,6}[(,\s]*")
_AGENCY = re.compile(r"\)?[\s,.:]*(?:\([^()]{1,30}\)|/[A-Z]{2,8}/|[A-Z]{2,8})?[\s.:]*(?:[-–—]|$)")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def dateline(text: str) -> str | None:
    """The full date (EDTF day) that one of the first lines bears as a dateline, or None.

    "KARSUNA, 24 July 2021 (VPA) —" and "Published: July 24, 2021" are datelines; a date in a sentence is not.
    """
    for line in [line.strip() for line in text[:4_000].split("\n") if line.strip()][:LINES]:
        for found in find_dates(line[:300], None):
            if found.basis == "stated" and found.precision == "day" and found.edtf:
                start, end = found.span
                if _stands_alone(line, start, end) or _opens(line, start, end):
                    return found.edtf
    return None


def as_edtf(text: str) -> str | None:
    """A date as tables write it, as EDTF: ISO, "24 July 2021", "24/07/2021" if only one reading fits; else None."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    try:
        if re.match(r"\d{4}-\d\d-\d\d[T ]", text):
            text = datetime.fromisoformat(text.replace("Z", "+00:00")).date().isoformat()
        parse(text)
        return text
    except ValueError:
        pass
    if match := _SLASHED.fullmatch(text):
        return _slashed(*map(int, match.groups()))
    found = find_dates(text, None)
    whole = len(found) == 1 and found[0].span == (0, len(text)) and found[0].basis == "stated"
    return found[0].edtf if whole else None


def _slashed(first: int, second: int, year: int) -> str | None:
    """24/07/2021 and 07/24/2021 have one reading, 03/04/2021 has two and gives None."""
    readings = set()
    for day, month in ((first, second), (second, first)):
        try:
            readings.add(date(year, month, day).isoformat())
        except ValueError:
            continue
    return readings.pop() if len(readings) == 1 else None


def _stands_alone(line: str, start: int, end: int) -> bool:
    around = f"{line[:start]} {line[end:]}"
    words = re.findall(r"[^\W\d_]+", around)
    is_sentence = line.rstrip().endswith((".", "!", "?"))
    return len(words) <= 6 and not is_sentence and (len(words) <= 3 or bool(_LABEL.search(line[:start])))


def _opens(line: str, start: int, end: int) -> bool:
    return bool(_PLACE.fullmatch(line[:start]) and re.match(_AGENCY, line[end : end + 60]))
