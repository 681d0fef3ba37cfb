"""Ids that people can read: short, ASCII, and the same next year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 60
# Letters that do not come apart into a base letter and a mark.
_WHOLE = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
        "ŋ": "ng", "ə": "e",
    }
)  # fmt: skip
_SILENT = re.compile(r"['’‘ʼʻʿʾ`´]")
_INITIAL = re.compile(r"\b(\w)\.")


def slug(text: str) -> str:
    """`text` as lower-case ASCII words joined by hyphens, at most 60 characters.

    Empty where fewer than half of its letters can be written so (another script): the rest would mislead.
    """
    plain = _INITIAL.sub(r"\1", _SILENT.sub("", text)).lower().translate(_WHOLE)
    apart = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    letters = [sign for sign in apart if sign.isalnum()]
    if 2 * sum(sign.isascii() for sign in letters) < len(letters):
        return ""
    whole = "-".join(re.findall(r"[a-z0-9]+", apart))
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def free_id(text: str, taken: Collection[str], noun: str = "item") -> str:
    """An id for `text` that is not in `taken`: its slug, else the slug with a number.

    What has no slug is called by its `noun` and the first free number: "actor-12".
    """
    base = slug(text)
    if base and base not in taken:
        return base
    number = 2 if base else 1
    while (found := f"{base or noun}-{number}") in taken:
        number += 1
    return found


def own_id(noun: str, key: int) -> str:
    """The id of a row that came with a number, as from DNA, in figures enough that ids sort as numbers do.

    Repeats are told from the first by that order.
    """
    return f"{noun}-{key:05d}"
