"""Long alternations made quick: each alternative runs only on text with a word that begins as it does.

A pattern of a hundred alternatives is tried at every place of a text; looking up the beginnings of the words first
leaves a handful that need to run.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_LEADS = re.compile(r"(?:\\b|\(\?<![^()]*\))+")
_LITERAL = re.compile(r"[a-zA-Z’' -]+")
_REPEATS = ("?", "*", "{0")
_LEAST = 2  # letters that tell anything


class Gated(NamedTuple):
    """An alternative and the words that its match can begin with; none: it always runs."""

    starts: tuple[str, ...]
    pattern: re.Pattern[str]


_WORD = re.compile(r"\w+")
_LONGEST = 4  # letters of a beginning that are compared


def index(alternatives: list[Gated]) -> dict[str, list[int]]:
    """The numbers of the alternatives by the letters that they begin with; "" for those that always run."""
    found: dict[str, list[int]] = {}
    for number, one in enumerate(alternatives):
        for key in {start.split()[0][:_LONGEST] for start in one.starts} or {""}:
            found.setdefault(key, []).append(number)
    return found


def that_may_match(text: str, indexed: dict[str, list[int]]) -> list[int]:
    """The numbers of the alternatives that can match a text, in order."""
    keys = {""}
    for word in _WORD.findall(text.lower()):
        keys.update((word[:2], word[:3], word[:_LONGEST]))
    return sorted({number for key in keys & indexed.keys() for number in indexed[key]})


def gated(source: str) -> list[Gated]:
    """The alternatives of a pattern, matched without regard to case."""
    found = []
    for piece in split(source):
        starts = _starts(piece)
        found.append(Gated(tuple(sorted(starts)) if starts else (), re.compile(piece, re.IGNORECASE)))
    return found


def split(source: str) -> list[str]:
    """The alternatives at the top of a pattern."""
    pieces, depth, start, at, in_class = [], 0, 0, 0, False
    while at < len(source):
        mark = source[at]
        if mark == "\\":
            at += 1
        elif mark == "[":
            in_class = True
        elif mark == "]":
            in_class = False
        elif not in_class:
            depth += (mark == "(") - (mark == ")")
            if mark == "|" and depth == 0:
                pieces.append(source[start:at])
                start = at + 1
        at += 1
    return [*pieces, source[start:]]


def _starts(piece: str) -> set[str] | None:
    """What a match begins with, lower case; None if that is open."""
    lead = _LEADS.match(piece)
    rest = piece[lead.end() :] if lead else piece
    if rest.startswith("(?:"):
        end = _closing(rest)
        inner, after = rest[3:end], rest[end + 1 :]
        found: set[str] = set()
        for option in split(inner):
            starts = _starts(option)
            if starts is None:
                return None
            found |= starts
        if after.startswith(_REPEATS):
            more = _starts(after.lstrip("?*"))
            return None if more is None else found | more
        return found
    literal = _LITERAL.match(rest)
    if not literal:
        return None
    word, after = literal.group(), rest[literal.end() :]
    if after.startswith(_REPEATS):
        word = word[:-1]
    word = word.lower()
    return {word} if len(word.strip()) >= _LEAST else None


def _closing(rest: str) -> int:
    depth, at = 0, 0
    while at < len(rest):
        if rest[at] == "\\":
            at += 1
        elif rest[at] == "(":
            depth += 1
        elif rest[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        at += 1
    return at
