"""Small words and apostrophes inside the name of a body: Farmers' Union, Plan and Budget Commission."""

from __future__ import annotations

from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.people import TITLES
from sayso.ingest.text.tokens import Token

CAUSES = frozenset(
    "committee council alliance front party movement union coalition center centre society institute commission "
    "network coordination league organisation organization campaign forum association fund congress campaign".split()
)
_TASKED = frozenset("committee commission ministry department authority agency council board office".split())
_OWNERS = frozenset("people men women children parliament workers".split())
_LONGEST = 4  # words from the apostrophe to the head


def _head_ahead(words: list[Token], at: int) -> bool:
    """Whether capitalised words from here lead to a head: `Plan and Budget Commission`."""
    for token in words[at : at + _LONGEST]:
        if token.lower in HEADS and token.text[0].isupper():
            return True
        if not token.word or not (token.text[0].isupper() or token.lower == "and"):
            return False
    return False


def owns_body(words: list[Token], start: int, at: int) -> bool:
    """`Farmers' Union`, `Governor's Office`, `Fishermen's Alliance`; not `Smith's Campaign`."""
    mark, owner, following = words[at], words[at - 1], words[at + 1]
    if mark.start != owner.end or not following.word or not following.text[0].isupper():
        return False
    if mark.text in ("'", "’"):
        return (
            owner.lower.endswith("s") and owner.lower.rstrip("s") not in TITLES and _head_ahead(words, at + 1)
        )
    if mark.lower in ("'s", "’s"):
        collective = owner.lower in _OWNERS or owner.lower.endswith("men") or owner.lower in TITLES
        return collective and _head_ahead(words, at + 1)
    return False


def joined_task(words: list[Token], start: int, at: int) -> bool:
    """`the Plan and Budget Commission`: two tasks of one body."""
    lead = words[start - 1].lower if start else ""
    owned = lead in ("the", "'s", "’s") or words[at - 2].lower in ("'s", "’s", "'", "’")
    after = words[at + 1 : at + 4]
    for token in after:
        if not token.word or not token.text[0].isupper():
            return False
        if token.lower in _TASKED:
            return owned and words[at - 1].lower not in HEADS and token is not after[0]
    return False
