"""Where the words that are attributed begin and end."""

from __future__ import annotations

from sayso.ingest.attribution.joints import (
    OPENS_CLAUSE,
    another_speaks,
    ends_with_who,
    following_speaks,
    list_goes_on,
    sums_up,
)
from sayso.ingest.attribution.nouns import is_dash, past_dateline
from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.text.tokens import Token

_CONTRASTS = frozenset("while whereas although though".split())
_CIRCUMSTANCES = frozenset("after when although before during since unless".split())
_INNER_FRONTS = frozenset(
    "while although though if when given unless since because despite in as based after".split()
)


def clause_end(
    t: list[Token], start: int, high: int, long: bool = True, relative: bool = False, fronted: bool = False
) -> int:
    """Where content that begins at `start` ends (exclusive).

    `long`: a whole clause, else a noun phrase. `relative`: the verb that takes it stands in a relative clause;
    `fronted`: in a clause before the main one ("While he said …, he went on").
    """
    verbs = 0
    opened = False  # a subordinate clause whose verb is still to come
    first: Token | None = None  # the first finite verb of the content
    at = _past_inner_front(t, start, high) - 1
    while at + 1 < high:
        at += 1
        token = t[at]
        if token.text == ";" or (at > start and _dash(t, start, at, high)):
            return at
        if at > start and is_dash(t, at) and another_speaks(t, at + 1, high):
            return at
        if token.text == "," and at + 1 < high and _comma_ends(t, at, start, high, long, relative, fronted):
            return at
        if (
            token.quote
            and at + 1 < high
            and t[at + 1].lower in ("and", "but")
            and _speech_near(t, at + 2, high)
        ):
            return at + 1
        if (
            token.quote
            and token.last == ","
            and at + 1 < high
            and (not long or _after_quote_ends(t, at + 1, high, relative, fronted))
        ):
            return at + 1
        if not token.word or at == start:
            continue
        after = t[at + 1] if at + 1 < high else None
        if token.lower in ("and", "but") and after is not None and after.word and at > start:
            if long and another_speaks(t, at + 1, high):
                return at
            joined = _conjunct(t, at + 1, high)
            if joined is not None and _belongs_outside(t, start, token, joined, first, long):
                return at
        if (
            relative
            and at > start + 1
            and token.finite
            and (not long or verbs)
            and t[at - 1].tag not in ("WP", "WDT")
            and t[at - 1].nominal
            and t[at - 1].tag != "PRP"
            and token.tag != "MD"
            and not opened
        ):
            return at
        opened = not token.finite and (opened or token.lower in OPENS_CLAUSE)
        verbs += token.finite
        if token.finite and first is None:
            first = token
        if not long and token.lower in _CIRCUMSTANCES:
            return at
    return high


def _conjunct(t: list[Token], at: int, high: int) -> Token | None:
    """The verb right after "and" or "but", past adverbs: `and repeatedly warned`."""
    while at < high and t[at].word and t[at].tag == "RB":
        at += 1
    return t[at] if at < high and (t[at].finite or (t[at].tag == "VBG" and t[at].lower in CUES)) else None


def _belongs_outside(
    t: list[Token], start: int, joint: Token, verb: Token, first: Token | None, long: bool
) -> bool:
    """Whether a joined verb goes on with the speaker's own doing, not with what is said.

    `said it was late and called for help`, `vowed to stay and rejected the offer`, but `said he left and was hurt`.
    """
    matrix = next(
        (token for token in reversed(t[max(0, start - 12) : start]) if token.tag.startswith("VB")), None
    )
    if verb.tag == "VBG":
        return verb.lower in CUES and (matrix is None or matrix.tag == "VBG")
    if not long or first is None:
        return True
    attributes = verb.lower in CUES and CUES[verb.lower][1] in ("speech", "attitude") and verb.tag != "VBP"
    alike = _time(first) == _time(verb)
    with_matrix = matrix is not None and _time(matrix) == _time(verb)
    return (attributes and (with_matrix or not alike)) or (joint.lower == "but" and not alike and with_matrix)


def _time(verb: Token) -> str:
    if verb.tag == "MD":
        return "modal"
    return "past" if verb.tag in ("VBD", "VBN") else "present"


def _past_inner_front(t: list[Token], start: int, high: int) -> int:
    """`that, given the divide, this is hard`: past the comma of a clause that opens the content itself."""
    at = start
    while at < high and (t[at].lower == "that" or t[at].text == ","):
        at += 1
    if at >= high or at == start or t[at].lower not in _INNER_FRONTS:
        return start
    comma = next((place for place in range(at, high) if t[place].text == ","), None)
    return comma + 1 if comma is not None else start


def _dash(t: list[Token], start: int, at: int, high: int) -> bool:
    """A dash after which nothing closes it: what follows is the writer's."""
    if not is_dash(t, at) or (at + 1 < high and t[at + 1].lower in ("but", "and", "or", "not")):
        return False
    if sum(is_dash(t, before) for before in range(start + 1, at)) % 2:
        return False
    return not any(is_dash(t, further) for further in range(at + 1, high))


def _speech_near(t: list[Token], start: int, high: int) -> bool:
    """A new subject with its own verb of speech."""
    near = range(start + 1, min(start + 5, high))
    return any(t[at].finite and t[at].lower in CUES and CUES[t[at].lower][1] == "speech" for at in near)


def _after_quote_ends(t: list[Token], at: int, high: int, relative: bool, fronted: bool) -> bool:
    token = t[at]
    if not token.word:
        return False
    if token.lower in _CONTRASTS or token.lower in ("which", "who", "according") or token.tag == "VBG":
        return True
    if (relative and token.finite) or (fronted and token.tag in ("NNP", "PRP", "DT", "NN", "NNS", "JJ")):
        return True
    if token.lower in ("and", "but"):
        return any(
            t[further].lower in CUES and t[further].finite for further in range(at + 1, min(at + 6, high))
        )
    return False


def _comma_ends(
    t: list[Token], at: int, start: int, high: int, long: bool, relative: bool, fronted: bool
) -> bool:
    following = t[at + 1]
    if not following.word:
        return not long
    if following.lower == "which" and at - start >= 2:
        return not long or any(token.finite for token in t[start:at])
    if relative and following.finite and following.tag != "MD":
        return True
    if fronted and following.tag in ("NNP", "PRP", "DT", "NN", "NNS", "PRP$") and at - start >= 2:
        return any(token.finite for token in t[at + 1 : min(at + 10, high)])
    if following.tag == "VBD" and following.lower in CUES and at - start >= 3:
        return True
    if following.lower == "according":
        return True
    if following.lower in _CONTRASTS:
        return not long or following_speaks(t, at + 2, high)
    if following.tag == "VBG" and following.lower in CUES:
        return True
    if following.lower in ("but", "and") and long:
        for further in range(at + 2, min(at + 16, high)):
            if t[further].text in (",", ";"):
                break
            if t[further].finite:
                return t[further].lower in CUES and CUES[t[further].lower][1] in ("speech", "cognition")
    if long:
        return another_speaks(t, at + 1, high) or sums_up(t, at + 1, high) or ends_with_who(t, at, high)
    return not list_goes_on(t, at + 1, high)


def clause_start(t: list[Token], end: int) -> int:
    """Where content that ends with the token `end`, before its speaker, begins."""
    quote = t[end].quote
    closed = 0
    for at in range(end, 0, -1):
        before = t[at - 1]
        closed += (before.text == ")") - (before.text == "(")
        if before.text == ";" or closed < 0:
            return at
        if (
            quote
            and before.word
            and before.lower in CUES
            and before.tag in ("VBD", "VBZ")
            and CUES[before.lower][1] == "speech"
        ):
            return at
        if quote and before.text == ":":
            return at
    start = past_dateline(t[: end + 1])
    while start < end and (
        (t[start].kind == "p" and t[start].text not in "(‘[")
        or t[start].lower in ("but", "and", "yet", "still", "meanwhile")
    ):
        start += 1
    if quote:
        words = [token for token in t[start:end] if token.word]
        inner = t[end].text.strip("“”\"'‘’` ")
        if words and inner[:1].isupper() and len(words) <= 3 and not any(token.finite for token in words):
            return end
    return start
