"""What was done, in a few words: for “Undo: …” and lists of what happened."""

from __future__ import annotations

from collections import Counter

from sayso.model.wording import counted, listed, quoted
from sayso.store.undoing import Done

_NOUNS = {"memberships": "membership", "aliases": "alias", "event_actors": "participant"}
_PLURALS = {"alias": "aliases"}
LONGEST = 60


def in_words(done: Done) -> str:
    """The change's own note; without one, what happened to how many rows: "3 quotes accepted"."""
    if done.note:
        return done.note
    counts = Counter((each.action, each.table) for each in done.operations)
    pieces = []
    for (action, table), count in counts.items():
        noun = _NOUNS.get(table, table.removesuffix("s"))
        pieces.append(f"{counted(count, noun, _PLURALS.get(noun, ''))} {action}")
    return listed(pieces)


def named(text: str) -> str:
    """`text` in quotation marks, cut where it is long."""
    flat = " ".join(text.split())
    return quoted(flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1].rstrip()}…")
