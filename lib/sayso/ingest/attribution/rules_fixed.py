"""Rules with a fixed frame: "according to", "Name: …", transcripts."""

from __future__ import annotations

from sayso.ingest.attribution.clauses import clause_end
from sayso.ingest.attribution.draft import Draft, Reading
from sayso.ingest.attribution.nouns import Phrase, is_dash, is_noun_phrase, past_dateline
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.text.tokens import Token

_NOT_SPEAKERS = frozenset(
    "breaking exclusive update watch video live factcheck by photo read wow look shock busted note editor".split()
)
_FRONTS = frozenset("while although though if when as".split())
TALK = 4  # paragraphs with labels that come back: the text is a conversation
_SOURCE_ENDS = (",", ";", ":", "—", "–")


def label_of(t: list[Token]) -> int | None:
    """Where the colon of `SMITH:`, `Ann Smith:`, `Q:` stands that opens a paragraph."""
    noted = False  # `SMITH (by telephone):`, `SMITH, HOST:`
    for at in range(1, min(10, len(t) - 1)):
        if t[at].text == ":":
            break
        noted = noted or (t[at].text in ("(", ",") and all(_loud(token) for token in t[:at]))
        if (t[at].kind != "w" and t[at].text != "." and not noted) or (at > 5 and not noted):
            return None
    else:
        return None
    if len(t) <= at + 1 or t[at].text != ":" or t[at + 1].start - t[at].end > 3:
        return None
    head = t[: name_end(t, at)]
    if any(token.lower in _NOT_SPEAKERS for token in head):
        return None
    return (
        at if all(token.text == "." or (token.word and token.text[0].isupper()) for token in head) else None
    )


def _loud(token: Token) -> bool:
    return token.text == "." or (token.text.isupper() and len(token.text) > 1)


def name_end(t: list[Token], colon: int) -> int:
    """Where the name of a label ends: before a note in brackets or after a comma."""
    return next((at for at in range(1, colon) if t[at].text in ("(", ",")), colon)


def repeated_labels(paragraphs: list[list[Token]]) -> frozenset[str]:
    """The labels of a transcript or interview: they come back."""
    found = [words_of(t, name_end(t, at)) for t in paragraphs if (at := label_of(t))]
    often = frozenset(label for label in found if found.count(label) > 1)
    talk = len(often) > 1 and sum(label in often for label in found) >= TALK
    return frozenset(found) if talk else often


def words_of(t: list[Token], end: int) -> str:
    """The words before a place, lower case."""
    return " ".join(token.lower for token in t[:end])


def transcript(t: list[Token], number: int, paragraph: int, labels: frozenset[str]) -> Draft | None:
    """`SMITH: We will go on.` A whole paragraph of one speaker."""
    at = label_of(t)
    if at is None:
        return None
    head = t[: name_end(t, at)]
    shouted = any(token.text.isupper() and len(token.text) > 1 for token in head) and (
        len(head) <= 2 or all(token.text.isupper() or token.text == "." for token in head)
    )
    if not (shouted or (paragraph == 0 and at <= 3) or words_of(t, len(head)) in labels):
        return None
    last = t[-2] if t[-1].text in (".", ";") and len(t) > at + 2 else t[-1]
    pieces = [(t[at + 1].start, last.end)]
    cue, speaker = (t[at].start, t[at].end), (head[0].start, head[-1].end)
    return Draft(pieces, cue, speaker, "transcript", "speech", "direct" if paragraph else "indirect", number)


def headline(r: Reading) -> bool:
    """`Minister Says Talks Failed`: in capitals only the verb of speech tells the two apart."""
    t = r.tokens
    for at in range(1, min(10, r.high - 1)):
        if t[at].text in (":", ",") or r.quotes:
            return False
        if t[at].tag == "VBZ" and _is_of_speech(t[at]):
            start = at + 1
            return r.emit([(start, r.high)], (at, at + 1), Phrase(0, at), "headline") is not None
    return False


def labelled(r: Reading) -> bool:
    """`Ms Smith: "We will go on."` Returns whether the sentence is that and nothing else."""
    t = r.tokens
    colon = next((at for at in range(1, min(9, r.high - 1)) if t[at].text == ":"), None)
    if colon is None or not t[colon + 1].quote or t[colon + 1].size < 4:
        return False
    head = t[:colon]
    if not all(token.word for token in head) or not is_noun_phrase(t, 0, colon):
        return False
    if any(token.lower in CUES and token.tag.startswith("VB") for token in head):
        return False
    return r.emit([(colon + 1, r.high)], (colon, colon + 1), Phrase(0, colon), "label") is not None


def signed(r: Reading) -> bool:
    """`"We will go on." — Ann Smith`: a quotation, a dash, a name, nothing else."""
    t = r.tokens
    if r.high < 3 or not t[0].quote or t[0].size < 3 or not is_dash(t, 1):
        return False
    name = t[2 : r.high]
    if len(name) > 8 or not all(
        token.word and token.tag in ("NNP", "NNPS", "IN", "DT", "NN") for token in name
    ):
        return False
    return r.emit([(0, 1)], (1, 2), Phrase(2, r.high), "label") is not None


def said_first(r: Reading) -> None:
    """`Said Smith, "…"` and `But, said Smith, …`: the verb of speech before its speaker, then the content."""
    t = r.tokens
    at = next(
        (k for k in range(min(3, r.high)) if t[k].word and t[k].lower not in ("but", "and", "yet")), r.high
    )
    if (
        at + 3 >= r.high
        or any(token.quote for token in t[:at])
        or t[at].tag not in ("VBD", "VBZ")
        or not _is_of_speech(t[at])
    ):
        return
    speaker = phrase_after(t, at + 1, r.high)
    if speaker is None or speaker.start != at + 1 or speaker.end + 1 >= r.high:
        return
    if t[speaker.end].text not in (",", ":") or not (
        t[speaker.end + 1].quote or (at and t[at - 1].text == ",")
    ):
        return
    start = speaker.end + 1
    end = start + 1 if t[start].quote else clause_end(t, start, r.high)
    if r.emit([(start, end)], (at, at + 1), speaker, "before quote"):
        r.take(at, speaker.end)


def put_it(r: Reading) -> None:
    """`"…," as the chairwoman put it` and `As Smith puts it, "…"`."""
    t = r.tokens
    for verb in range(2, r.high):
        it = verb + 1 < r.high and t[verb + 1].lower == "it"
        if not it or t[verb].lower not in ("put", "puts"):
            continue
        opener = next((at for at in range(verb - 2, max(-1, verb - 12), -1) if t[at].lower == "as"), None)
        if opener is None or r.used[verb]:
            continue
        before, after = _past_comma(t, opener - 1, -1), _past_comma(t, verb + 2, 1)
        if after < r.high and t[after].quote and (opener == 0 or not t[before].quote):
            part = (after, after + 1)
        elif before >= 0:
            part = (before if t[before].quote else 0, before + 1)
        else:
            continue
        if r.emit([part], (verb, verb + 2), Phrase(opener + 1, verb), "as said"):
            r.take(opener, verb + 2)


def _past_comma(t: list[Token], at: int, step: int) -> int:
    while 0 <= at < len(t) and t[at].text in (",", ":", "—", "–"):
        at += step
    return at


def according_to(r: Reading) -> None:
    """`According to the ministry, …` and `…, according to the ministry`."""
    t, high = r.tokens, r.high
    for at in range(high - 2):
        reported = (
            t[at].lower == "reported" and t[at + 1].lower == "by" and at > 0 and t[at - 1].lower == "as"
        )
        if not (reported or (t[at].lower == "according" and t[at + 1].lower == "to")) or r.used[at]:
            continue
        if "that" in (
            t[at - 1].lower if at else "",
            t[at - 2].lower if at > 1 and t[at - 1].text == "," else "",
        ):
            continue  # `said that according to the report, …`: part of what is said
        end = at + 2
        while end < high and not (t[end].text in _SOURCE_ENDS or t[end].quote):
            end += 1
        source, cue = Phrase(at + 2, end), (at, at + 2)
        if all(token.tag in ("RB", "CC", "IN") or token.kind == "p" for token in t[:at]):
            start = _past_description(t, end, high)
            r.emit([(start, clause_end(t, start, high))], cue, source, "according")
            continue
        last = at - 1
        while last >= 0 and t[last].text == ",":
            last -= 1
        start = _opening(t, last)
        while start < last and (
            (t[start].kind == "p" and t[start].text not in "(‘[") or t[start].lower in ("but", "and", "yet")
        ):
            start += 1
        parts = [(start, last + 1)]
        rest = t[end + 1 : high]
        goes_on = end + 1 < high and t[end].text == "," and any(token.finite or token.quote for token in rest)
        verbless = not any(token.finite for token in t[start : last + 1])
        fronted = t[start].lower in _FRONTS and not any(token.text == "," for token in t[start:last])
        if goes_on and t[last].lower in ("because", "since", "but"):
            parts = [(end + 1, clause_end(t, end + 1, high))]
        elif goes_on and (
            verbless or (fronted and t[end + 1].tag not in ("DT", "WP", "WDT")) or t[end + 1].finite
        ):
            parts.append((end + 1, high))
        r.emit(parts, cue, source, "according")


def _opening(t: list[Token], last: int) -> int:
    """Where the sentence, or what is in the bracket that is open at `last`, begins; past `PARIS (AFP) —`."""
    closed = 0
    for at in range(last, -1, -1):
        closed += (t[at].text == ")") - (t[at].text == "(")
        if t[at].text == ";" or closed < 0:
            return at + 1
    return past_dateline(t)


def _past_description(t: list[Token], comma: int, high: int) -> int:
    """Past ", a lawyer from Ohio," after the source, if that is there."""
    after = comma + 1
    if (
        comma >= high
        or t[comma].text != ","
        or after >= high
        or t[after].lower not in ("a", "an", "the", "who", "which")
    ):
        return after
    for at in range(after, min(high, after + 14)):
        if t[at].text == ",":
            words = t[after:at]
            rest = t[at + 1 : high]
            relative = t[after].lower in ("who", "which")
            plain = not any(token.finite for token in words)
            return at + 1 if (relative or plain) and any(token.finite for token in rest) else after
    return after


def _is_of_speech(verb: Token) -> bool:
    cue = CUES.get(verb.lower)
    return cue is not None and cue[1] == "speech"
