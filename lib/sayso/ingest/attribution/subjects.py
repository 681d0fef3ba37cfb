"""Whose verb it is: the subject to the left."""

from __future__ import annotations

from sayso.ingest.attribution.nouns import COMMAS, INSIDE, Phrase, describes, is_noun_phrase, stripped
from sayso.ingest.attribution.phrases import verb_group_start
from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.lexicon.function_words import (
    AUXILIARIES,
    PERSONAL,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
)
from sayso.ingest.text.tokens import Token


def subject_before(t: list[Token], verb: int, low: int = 0) -> Phrase | None:
    """The subject of the verb group that ends at `verb`, looking left."""
    at = _past_time(t, verb_group_start(t, verb) - 1, low)
    if at < low:
        return None
    if t[at].lower in ("who", "which") or (t[at].lower == "that" and t[at].tag == "WDT"):
        return Phrase(at, at + 1, "relative")
    if t[at].text == ")":
        opening = at
        while opening > low and t[opening].text != "(":
            opening -= 1
        at = opening - 1
        if at < low:
            return None
    if t[at].text in COMMAS:
        return _across_commas(t, at, low)
    if t[at].quote and t[at].last == ",":
        return _before_inserted(t, at, low)
    return _adjacent(t, at, low)


def _before_inserted(t: list[Token], quote: int, low: int) -> Phrase | None:
    """`Smith, who calls it "a farce," said …`: whoever stands before the clause that ends with the quotation."""
    for at in range(quote - 2, max(low, quote - 20), -1):
        if t[at].text == "," and (t[at + 1].lower in ("who", "which", "whose") or t[at + 1].tag == "VBG"):
            found = _adjacent(t, at - 1, low)
            return Phrase(found.start, found.end, "apposition") if found else None
        if t[at].text == ";" or t[at].quote:
            return None
    return None


_DAYS = WEEKDAYS | {"today", "yesterday", "tonight", "overnight"}


def _past_time(t: list[Token], at: int, low: int) -> int:
    """Before "on Friday", "this past week", "last month" that stands between a subject and its verb."""
    end = at
    while at > low and t[at].word and t[at].lower in TIME_WORDS:
        at -= 1
    if at == end:
        return end
    while at > low and t[at].lower in ("on", "last", "this", "past", "late", "early", "earlier", "in"):
        at -= 1
    if t[at].tag.startswith("VB"):
        return end
    return at if at < end - 1 or t[end].lower in _DAYS else end


def _across_commas(t: list[Token], comma: int, low: int) -> Phrase | None:
    """`Smith, a lawyer from Ohio, said`: the phrase before the description."""
    segments: list[tuple[int, int]] = []
    end = comma
    while end > low and len(segments) < 7:
        start = end
        while start > low and not (
            t[start - 1].text in (*COMMAS, ";", ":")
            or (
                t[start - 1].quote
                and (t[start - 1].size > 8 or (t[start - 1].size > 3 and t[start - 1].last in ",?!"))
            )
        ):
            start -= 1
        segments.append((start, end))
        if start <= low or t[start - 1].text in (";", ":") or t[start - 1].quote:
            break
        end = start - 1
    end_of = [end for _, end in segments]
    for number, (start, _) in enumerate(segments[:-1]):
        if t[start].lower in ("who", "whose") and end_of[number] > start + 1 and end_of[number + 1] > low:
            found = _adjacent(t, end_of[number + 1] - 1, low)
            if found and not t[found.start].text[0].isdigit():
                return Phrase(found.start, found.end, "apposition")
    for number, (start, end) in enumerate(segments):
        if number == 0:
            if len(segments) == 1 and is_noun_phrase(t, start, end) and not describes(t, start, end):
                return Phrase(start, end, "comma")
            continue
        phrase = stripped(t, start, _before_relative(t, start, end))
        if (
            phrase is None
            or not is_noun_phrase(t, phrase.start, phrase.end)
            or t[phrase.start].text[0].isdigit()
        ):
            continue
        further = segments[number + 1] if number + 1 < len(segments) else None
        if further and t[phrase.start].lower in (
            "a",
            "an",
            "of",
            "from",
            "in",
            "who",
            "which",
            "now",
            "then",
            "former",
        ):
            outer = stripped(t, *further)
            if outer and is_noun_phrase(t, outer.start, outer.end):
                continue
        cut = phrase.start
        for at in range(phrase.end - 1, phrase.start, -1):
            if t[at].lower in SUBORDINATORS and t[at].lower not in ("and", "or", "of", "as"):
                cut = at + 1
                break
        shorter = stripped(t, cut, phrase.end)
        if shorter and is_noun_phrase(t, shorter.start, shorter.end):
            return Phrase(shorter.start, shorter.end, "apposition")
    return None


def _before_relative(t: list[Token], start: int, end: int) -> int:
    """`voters who heard him speak`: where the relative clause begins."""
    for at in range(start + 1, end):
        if t[at].lower in ("who", "whose") and t[at - 1].word and t[at - 1].nominal:
            return at
        if t[at].finite:
            break
    return end


def _adjacent(t: list[Token], at: int, low: int) -> Phrase | None:
    """The longest noun phrase that ends right before the verb group."""
    end, start = at + 1, at
    while start >= low:
        token = t[start]
        if token.quote:
            if token.size <= 3 and token.last not in ",.?!" and start < at:
                start -= 1
                continue
            break
        if token.kind == "p":
            if token.text not in "'’&-%$/‘*#@":
                break
        elif token.finite and not _past_adjective(t, start, low):
            relative = _relative_before(t, start, low)
            if _reduced(t, start, at):
                token.tag = "VBN"
                start -= 1
                continue
            if relative is not None and start < at:
                phrase = subject_before(t, relative, low)
                if phrase and phrase.how != "relative":
                    return Phrase(phrase.start, phrase.end, "relative clause")
            break
        elif (
            (token.lower in SUBORDINATORS and token.lower not in ("and", "or"))
            or token.tag == "WDT"
            or (token.lower in ("and", "or") and not _joins_nouns(t, start, low))
        ):
            break
        start -= 1
    phrase = stripped(t, start + 1, end)
    if phrase is None:
        return None
    if t[phrase.end - 1].lower in PERSONAL:
        return Phrase(phrase.end - 1, phrase.end, "phrase")
    if is_noun_phrase(t, phrase.start, phrase.end):
        return Phrase(phrase.start, phrase.end, "phrase")
    start = phrase.end - 1
    while start > phrase.start and t[start - 1].tag in INSIDE and t[start - 1].word:
        start -= 1
    return Phrase(start, phrase.end, "phrase") if is_noun_phrase(t, start, phrase.end) else None


_REDUCED = frozenset(
    "named called published released conducted obtained posted led based dated written sent".split()
)


_ASKED = frozenset("polled surveyed interviewed questioned contacted involved".split())


def _reduced(t: list[Token], at: int, end: int) -> bool:
    """`a report published Wednesday said`: a participle behind the head of the phrase, not the verb."""
    if (
        at == 0
        or t[at].tag not in ("VBD", "VBN")
        or not t[at - 1].word
        or not t[at - 1].nominal
        or t[at - 1].tag == "PRP"
    ):
        return False
    following = t[at + 1] if at < end else None
    if following is None:
        return t[at].lower in _ASKED
    prepositional = (
        following.tag == "IN" or following.lower in TIME_WORDS or following.lower in ("earlier", "late")
    )
    return t[at].lower in _REDUCED and (prepositional or t[at].lower in ("named", "called"))


def _past_adjective(t: list[Token], at: int, low: int) -> bool:
    return (
        t[at].tag == "VBD"
        and t[at].lower.endswith("ed")
        and at > low
        and t[at - 1].tag in ("DT", "JJ", "PRP$")
    )


def _relative_before(t: list[Token], verb: int, low: int) -> int | None:
    for at in range(verb - 1, max(low, verb - 12), -1):
        if t[at].text in (",", ";", ":"):
            return None
        if (
            t[at].lower in ("who", "which", "that", "whose")
            and at > low
            and t[at - 1].word
            and t[at - 1].nominal
            and t[at - 1].tag != "PRP"
        ):
            return at
        if t[at].finite and t[at].lower not in AUXILIARIES:
            return None
    return None


def _joins_nouns(t: list[Token], at: int, low: int) -> bool:
    if at <= low or at + 1 >= len(t) or not t[at - 1].nominal:
        return False
    names = t[at - 1].tag.startswith("NNP") and t[at + 1].tag.startswith("NNP")
    return names or not any(token.finite for token in t[low:at])


def main_subject(t: list[Token], low: int, high: int) -> Phrase | None:
    """The subject of the first finite verb that has one."""
    for at in range(low, high):
        if t[at].finite:
            phrase = subject_before(t, at, low)
            if phrase:
                return phrase
    return None


def nearest_subject(t: list[Token], low: int, high: int) -> Phrase | None:
    """The subject of the last finite verb before `high` that has one of its own, a main clause before others."""
    inner: Phrase | None = None
    for at in range(high - 1, low - 1, -1):
        if t[at].finite:
            if t[at].lower in _TITLED and at + 1 < len(t) and t[at + 1].quote:
                continue  # `a song called "Perception"`
            phrase = subject_before(t, at, low)
            if phrase is None or phrase.how in ("relative", "relative clause"):
                continue
            if not _relates(t, phrase.start):
                return phrase
            inner = inner or (phrase if t[phrase.start - 1].lower not in _RELATIVE else None)
    return inner


_TITLED = frozenset("called titled entitled dubbed named".split())
_RELATIVE = frozenset("that which who whom what whether how why if".split())
_INNER = frozenset(
    "that which who whom what whether how why if after before because as while when since until".split()
)


def _relates(t: list[Token], start: int) -> bool:
    """Whether a subject is that of a clause inside: `after he won`, `says he is`."""
    if start == 0:
        return False
    before = t[start - 1]
    if before.lower in _INNER:
        return True
    return before.lower in CUES and before.tag in ("VBD", "VBZ", "VBP", "VB", "VBG", "VBN")
