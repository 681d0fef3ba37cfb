"""Places as DNA counts them, in UTF-16 units, and texts made of quotes where a text itself may not leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.store.text_check import canonical

BEYOND = 0xFFFF  # a character above it takes two UTF-16 units
BETWEEN = "\n\n"


def units(text: str) -> int:
    """How many UTF-16 units `text` has."""
    return len(text) + sum(ord(sign) > BEYOND for sign in text)


def unit_places(raw: str) -> list[int]:
    """Where in `raw` each character of the text as Sayso keeps it begins; one more place, for the end."""
    if "\r" not in raw and raw == canonical(raw) and max(raw, default="") <= chr(BEYOND):
        return list(range(len(raw) + 1))
    places, unit, number = [], 0, 0
    while number < len(raw):
        places.append(unit)
        is_pair = raw[number : number + 2] == "\r\n"  # one line end in the kept text
        unit += 2 if is_pair or ord(raw[number]) > BEYOND else 1
        number += 2 if is_pair else 1
    places.append(unit)
    whole = raw.replace("\r\n", "\n").replace("\r", "\n")
    lead = len(whole) - len(whole.removeprefix("\ufeff").lstrip())
    return places[lead : lead + len(canonical(raw)) + 1]


def strung(passages: Iterable[str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """A text of `passages`, a paragraph each, and where in it each of them stands (UTF-16 units)."""
    parts: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at = 0
    for passage in passages:
        if passage in places:
            continue
        places[passage] = (at, at + units(passage))
        parts.append(passage)
        at = places[passage][1] + len(BETWEEN)
    return BETWEEN.join(parts), places


def blank(length: int, passages: Sequence[tuple[int, int, str]]) -> str:
    """A text of `length` UTF-16 units, blank but for `passages` in their places (start, stop, words)."""
    found = bytearray(" ".encode("utf-16-le") * length)
    for start, stop, words in passages:
        room = 2 * (min(stop, length) - start)
        own = words.encode("utf-16-le", "replace")[:room]
        found[2 * start : 2 * start + len(own)] = own
    return found.decode(
        "utf-16-le", "replace"
    )  # half a character, where two passages overlap, becomes one sign
