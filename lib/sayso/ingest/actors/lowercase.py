"""Names of known actors that are no names by their capitals: `the dockers' union`, `foreign troops`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sayso.ingest.records import KnownActor, Span

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16)
def _by_first_word(gazetteer: tuple[KnownActor, ...]) -> dict[str, list[tuple[str, str]]]:
    """First word → aliases in lower case that begin with it, the longest first, with their actors' ids."""
    found: dict[str, list[tuple[str, str]]] = {}
    owners: dict[str, set[str]] = {}
    for known in gazetteer:
        for alias in known.aliases:
            plain = alias.replace("’", "'")
            if plain.isascii() and plain == plain.lower() and " " in plain:
                owners.setdefault(plain, set()).add(known.actor_id)
    for alias, ids in owners.items():
        first = _WORD.match(alias)
        if first and len(ids) == 1:  # a name that two actors share identifies neither
            found.setdefault(first[0], []).append((alias, min(ids)))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row[0]))
    return found


def lowercase_names(text: str, gazetteer: tuple[KnownActor, ...]) -> Iterator[tuple[Span, str]]:
    """Where such names stand, and whose they are; none overlapping."""
    index = _by_first_word(gazetteer)
    if not index:
        return
    flat, end = text.lower().replace("’", "'"), 0
    if len(flat) != len(text):
        return  # a letter that lower case makes longer: places would be wrong
    for word in _WORD.finditer(flat):
        if word.start() < end or word[0] not in index:
            continue
        for alias, actor_id in index[word[0]]:
            stop = word.start() + len(alias)
            if flat.startswith(alias, word.start()) and not flat[stop : stop + 1].isalnum():
                yield (word.start(), stop), actor_id
                end = stop
                break
