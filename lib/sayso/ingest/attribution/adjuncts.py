"""What follows an attributing verb: adjuncts, an addressee, a complement."""

from __future__ import annotations

from sayso.ingest.attribution.nouns import COMMAS, Phrase, is_title
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.lexicon.cues import TAKES_ADDRESSEE, TAKES_CLAUSE, TO_ADDRESSEE
from sayso.ingest.lexicon.function_words import PERSONAL, PRONOUNS, TIME_WORDS
from sayso.ingest.text.tokens import Token

_OCCASIONS = frozenset(
    "statement interview tweet speech email letter post rally memo blog debate report conference briefing release "
    "appearance interviews statements tweets column op-ed note article press news town".split()
)


_OPENERS = frozenset("win even just despite unless".split())


def complement(t: list[Token], start: int, high: int, verb: str) -> str | None:
    """What follows a verb: that, clause, quote or nothing of the kind."""
    if verb == "say" and start < high and t[start].lower == "of":
        return None  # `said of the plan`: what it is about
    found = _complement(t, start, high, verb)
    if found is None and verb in TAKES_CLAUSE and start < high:
        token = t[start]
        if verb in ("say", "think", "argue", "believe") and (token.tag == "IN" or token.lower in _OPENERS):
            return "clause" if _comma_then_clause(t, start, high) else None
        opens = token.tag in ("DT", "PRP", "PRP$", "NNP", "NNPS", "NNS", "NN", "JJ", "CD", "EX", "VBG")
        if token.word and token.lower not in TIME_WORDS and (opens or token.lower in PRONOUNS):
            return "clause"
    return found


def _comma_then_clause(t: list[Token], start: int, high: int) -> bool:
    """`after years of war, the country needs peace`: an adjunct, a comma, a subject and its verb."""
    comma = next((at for at in range(start, min(high, start + 14)) if t[at].text == ","), None)
    if comma is not None and comma + 1 < high and t[comma + 1].quote:
        return t[comma + 1].size >= 3
    if (
        comma is None
        or comma + 1 >= high
        or not t[comma + 1].word
        or t[comma + 1].tag in ("VBG", "CC", "IN", "WDT", "WP")
    ):
        return False
    near = t[comma + 1 : min(high, comma + 12)]
    verb = next((at for at, token in enumerate(near) if token.finite), 0)
    return verb > 0 and not any(token.text in COMMAS or token.quote for token in near[:verb])


def _complement(t: list[Token], start: int, high: int, verb: str) -> str | None:
    noun = False
    for count, at in enumerate(range(start, min(high, start + 18))):
        token = t[at]
        if token.quote and count and token.size <= 5 and is_title(token):
            continue
        if token.quote:
            return "quote" if count == 0 or t[at - 1].text in (",", ":") else "clause"
        if token.text == ":":
            return "quote"
        if token.text in COMMAS:
            return None
        if not token.word:
            continue
        if token.lower == "that" and count < 12:
            return "that"
        if token.lower in ("how", "why", "whether", "if", "what") and count < 4:
            return "clause"
        if token.lower in ("when", "while", "after", "as", "during", "before", "because"):
            return None
        if token.finite:
            return "clause" if noun or token.tag == "MD" else None
        if token.lower == "to" and count == 0:
            infinitive = any(later.tag == "VB" for later in t[at + 1 : min(at + 3, high)])
            return (
                "clause" if infinitive and verb not in ("say", "respond", "speak", "point", "refer") else None
            )
        if (
            token.nominal or token.lower in ("there", "it", "this", "that", "these", "those")
        ) and token.lower not in TIME_WORDS:
            noun = True
    return None


def after_adjuncts(t: list[Token], start: int, high: int, verb: str) -> int | None:
    """Past "on Friday", "in a statement", "to reporters": to "that", a colon or a quotation, if one comes."""
    for at in range(start, min(high, start + 14)):
        token = t[at]
        if token.lower == "that" and token.tag != "DT" and (token.tag == "IN" or at == start):
            return None if verb not in TAKES_ADDRESSEE and _object(t[start:at]) else at
        if token.quote and not (at > start and t[at - 1].word and token.size <= 5 and is_title(token)):
            return at
        if token.text in COMMAS and at + 1 < high and t[at + 1].tag in ("VBG", "WDT", "WP"):
            return None
        if token.text == ":" or (token.text == "," and at + 1 < high and t[at + 1].quote):
            return at + 1
        if token.finite:
            return None
    return None


def _object(between: list[Token]) -> bool:
    """`wrote a book that …`, `repeated his claim that …`: the verb has its object before "that"."""
    if any(token.tag in ("IN", "TO") or not token.word for token in between):
        return False
    if between and between[0].lower in ("last", "this", "earlier"):
        return False
    return any(token.tag in ("NN", "NNS") and token.lower not in TIME_WORDS for token in between)


_ADJUNCT_OPENS = frozenset("in for at on during from with via through before after".split())


def past_adjunct(t: list[Token], start: int, high: int) -> int:
    """Past "for weeks", "in both listings" before a clause that opens with a pronoun and its verb."""
    if start >= high or t[start].lower not in _ADJUNCT_OPENS:
        return start
    for at in range(start + 2, min(high - 1, start + 12)):
        if (
            not t[at].word
            or t[at].finite
            or t[at].lower in ("that", "who", "which", "when", "as", "if", "to", "it")
        ):
            return start
        if t[at].tag == "PRP" and t[at].lower in PERSONAL and t[at + 1].finite:
            return at
    return start


def skip_time(t: list[Token], start: int, high: int) -> int:
    """Past "Tuesday", "on Friday", "in a statement"."""
    at = start
    while at < high:
        token = t[at]
        following = t[at + 1].lower if at + 1 < high else ""
        if (
            token.word
            and token.lower in TIME_WORDS
            and token.lower not in ("may", "march", "later", "earlier")
        ):
            at += 1
        elif token.lower in ("on", "last", "this", "earlier", "late", "early") and following in TIME_WORDS:
            at += 2
        elif (
            token.lower in ("in", "during", "at", "on", "via")
            and at + 2 < high
            and following in ("a", "an", "his", "her", "the", "their", "its")
            and (t[at + 2].lower in _OCCASIONS)
        ):
            at += 3
            while at < high and t[at].tag in ("NN", "NNP") and t[at].lower in _OCCASIONS:
                at += 1
        else:
            break
    return at


def addressee(t: list[Token], start: int, high: int, verb: str) -> Phrase | None:
    """Who is told: "told CNN", "said to reporters"."""
    if start >= high:
        return None
    if verb in TAKES_ADDRESSEE:
        phrase = phrase_after(t, start, high)
        if phrase is None or phrase.start != start:
            return None
        end = phrase.end
        for at in range(start + 1, phrase.end):
            if (t[at].tag == "PRP" and t[at].lower in PERSONAL) or t[at].tag in ("DT", "PRP$"):
                end = at
                break
        asks = end < high and t[end].lower in ("if", "whether", "about", "why", "how", "what", "to")
        return Phrase(start, end) if end > start and (verb != "ask" or asks) else None
    if t[start].lower == "to" and verb in TO_ADDRESSEE:
        phrase = phrase_after(t, start + 1, high)
        return phrase if phrase and phrase.start == start + 1 else None
    return None


def medial_comma(t: list[Token], start: int, high: int) -> int | None:
    """The comma that ends ", he said on Friday," in the middle of a clause."""
    for at in range(start, min(high, start + 10)):
        token = t[at]
        if token.text == ",":
            return at
        if not token.word or token.finite or token.lower in ("that", "who", "which") or token.tag == "VBG":
            return None
        opens = (
            token.lower in ("in", "on", "at", "to", "during", "reporters", "of") or token.lower in TIME_WORDS
        )
        if at == start and not (opens or token.text[0].isupper() or token.tag == "PRP"):
            return None
    return None
