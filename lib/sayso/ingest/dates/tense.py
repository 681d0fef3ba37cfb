"""Whether a date without a year or week lies ahead: read from the verb that it goes with."""

from __future__ import annotations

import re

_STOP = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n|;\s")
_WORD = re.compile(r"[A-Za-z]+(?:[’'][a-z]+)?")
_WILL = frozenset("will would shall won't i'll he'll she'll we'll they'll it'll due upcoming".split())
_LEADS_ON = frozenset(
    "expected scheduled plans plan planned planning due set agreed promised vowed pledged intends intend hopes hoped "
    "decided ready going offered threatened wants asked urged ordered invited told needs have has begin continue".split()
)
_BE = frozenset("be been being is are".split())
_PAST = frozenset(
    "said told was were had did went came made took gave won ran held met left fell began broke shot struck sent put led "
    "spoke wrote rose saw found became drew fled got kept lost paid sat sold stood swore threw withdrew hit cut quit "
    "according met blew brought bought built caught chose dealt drew drove fed felt flew fought forbade gave grew heard hid kept "
    "knew laid lay lent made meant rode rang ran seen shook shut sank slept spent stole taught tore thought woke wore won wound".split()
)
_PRESENT = frozenset("is are has have says say".split())
_NOT_VERBS = frozenset("united need indeed red hundred speed bed armed media".split())
_BEFORE_AHEAD = re.compile(
    r"\b(?:ahead of|by|until|till|in time for|in the run-up to|before next|(?:starting|beginning|starts|begins|opens|opening)(?: in| on)?|(?:called|planned|set|scheduled|due|announced|meeting|vote|strike|election)\b.{0,40}\bfor)\s+(?:the )?$",
    re.I,
)
_BEFORE_PAST = re.compile(r"\b(?:since|after|following|in the wake of|from)\s+(?:the )?$", re.I)
_REACH = 300


def lies_ahead(text: str, start: int, end: int) -> bool:
    """Whether the verb beside a date is in the future; False where nothing tells."""
    before = text[max(0, start - _REACH) : start]
    before = before[max((m.end() for m in _STOP.finditer(before)), default=0) :]
    if _BEFORE_AHEAD.search(before):
        return not re.search(r"\bhad\b", before)
    if _BEFORE_PAST.search(before):
        return False
    said = _nearest(_WORD.findall(before.lower().replace("’", "'")))
    if said is not None:
        return said
    after = _STOP.split(text[end : end + _REACH], maxsplit=1)[0]
    return bool(_first(_WORD.findall(after.lower().replace("’", "'"))))


def _nearest(words: list[str]) -> bool | None:
    """The verb before the date, read from the date backwards."""
    infinitive = None
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in _WILL:
            return True
        if word == "to" and at + 1 < len(words) and not words[at + 1].endswith("ing"):
            leads = words[at - 1] if at else ""
            if leads in _LEADS_ON or leads in ("is", "are", "was", "were") or words[at + 1] == "be":
                return True
            infinitive = True if leads else infinitive
        if _past(word):
            helpers = words[max(0, at - 4) : at]
            if any(helper in _WILL for helper in helpers):
                return True
            if "to" in helpers and "be" in helpers:
                return True
            return word in ("expected", "scheduled", "planned") and bool(_BE & set(helpers))
    return infinitive


def _first(words: list[str]) -> bool | None:
    """The verb after the date."""
    for at, word in enumerate(words[:25]):
        if word in _WILL or word in ("should", "must"):
            return True
        if word in _PRESENT and at + 1 < len(words):
            return words[at + 1] in ("expected", "due", "to", "set", "scheduled", "planned", "likely")
        if _past(word):
            return False
    return None


def _past(word: str) -> bool:
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS)
