"""The dates of a text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sayso.ingest.dates.calendar import Context, Meaning, meaning
from sayso.ingest.dates.patterns import PATTERNS
from sayso.ingest.records import DateFound

_SINCE = re.compile(r"\bsince (?:the )?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:by|before|until|till)\s+(?:the )?$", re.IGNORECASE)
_AFTER = re.compile(r"\bafter\s+$", re.IGNORECASE)
_MAY_MONTH = re.compile(
    r"(?:in|since|by|until|last|next|of|late|early|mid|from|to|through|and|this)[ -]$", re.IGNORECASE
)
_SEASON_AFTER = re.compile(r"\b(?:in|the|during|by|since)\s(?:the\s)?$", re.IGNORECASE)
_MONEY = re.compile(r"[$£€#]\s?$")
_CONFIDENCE = {"stated": 0.95, "inferred": 0.8, "unresolved": 0.3}


def find_dates(text: str, published_on: date | None) -> tuple[DateFound, ...]:
    """Dates in order; relative ones stay unresolved while the publication date is unknown."""
    found: list[DateFound] = []
    anchor: date | None = None
    for start, end, rule, parts in _matches(text):
        sentence = max(text.rfind(mark, max(0, start - 400), start) for mark in ".\n") + 1
        context = Context(published_on, anchor, text[sentence : end + 40], text[sentence:start])
        try:
            what = meaning(rule, parts, context)
        except (ValueError, OverflowError):
            continue
        if what is None:
            found.append(
                DateFound((start, end), None, "unknown", "unresolved", rule, _CONFIDENCE["unresolved"])
            )
            continue
        if what.precision == "day":
            anchor = what.low
        what = _bounded(text, start, what, bool(parts.get("part")) or rule == "part of year")
        basis = "stated" if what.stated else "inferred"
        found.append(DateFound((start, end), what.edtf, what.precision, basis, rule, _CONFIDENCE[basis]))  # type: ignore[arg-type]
    return tuple(found)


def _matches(text: str) -> list[tuple[int, int, str, dict[str, str]]]:
    taken = bytearray(len(text))
    found = []
    for rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            parts = {key: value for key, value in match.groupdict().items() if value}
            if any(taken[start:end]) or not _is_date(text, start, rule, parts):
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, rule, parts))
    return sorted(found)


def _is_date(text: str, start: int, rule: str, parts: dict[str, str]) -> bool:
    before = text[max(0, start - 12) : start]
    if rule == "bare month" and not parts.get("part"):
        month = parts["month"]
        if month in ("May", "Mar"):
            return bool(_MAY_MONTH.search(before))
        if month == "March":
            return not re.search(r"\b(?:the|a|on|and|to|of)\s$", before)
    if rule == "season" and not (parts.get("relation") or parts.get("year")):
        return bool(_SEASON_AFTER.search(before))
    return not (rule == "year" and _MONEY.search(before))


def _bounded(text: str, start: int, what: Meaning, whole: bool) -> Meaning:
    before = text[max(0, start - 20) : start]
    if "/" in what.edtf and what.edtf.endswith(".."):
        return what
    first, last = what.edtf.split("/")[0], what.edtf.split("/")[-1]
    if _SINCE.search(before) or _AFTER.search(before):
        return replace(what, edtf=f"{first}/..", precision="after")
    if _UNTIL.search(before) or (whole and text[max(0, start - 3) : start].lower() == "by "):
        end = what.high.isoformat() if what.high else last
        return replace(what, edtf=f"../{end}", precision="before")
    return what
