"""Content first, then who said it: `"…", Smith said`, `…, said Smith`, `…, Smith said, …`."""

from __future__ import annotations

from sayso.ingest.attribution.adjuncts import addressee, complement, medial_comma, skip_time
from sayso.ingest.attribution.clauses import clause_end, clause_start
from sayso.ingest.attribution.cue import Cue
from sayso.ingest.attribution.draft import Draft, Reading
from sayso.ingest.attribution.joints import another_speaks
from sayso.ingest.attribution.nouns import COMMAS, Phrase, is_title
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.cues import CUES, INVERTS, NEVER_AFTER_CONTENT
from sayso.ingest.lexicon.function_words import TIME_WORDS
from sayso.ingest.lexicon.people import PERSON_ROLES
from sayso.ingest.text.tokens import Token

_AFTER_INVERSION = frozenset("in on at during of who from to as after before".split())
_FRONTED = frozenset(
    "after when while as although though because since if in on at during before asked".split()
)
_FRONTED_BUT_SAID = frozenset("in on at if when while because".split())
_LINKS = frozenset(
    "but|and|so|still|yet|however|ultimately|nevertheless|nonetheless|meanwhile|indeed|also|overall|in particular|"
    "for example|for instance|in addition|of course|in fact|by contrast|in short|but still|and yet".split("|")
)
LONG_ENOUGH = 5  # words that are a clause even if no verb was recognised among them
_OF_PLANS = ("announce", "reveal", "describe", "promise", "predict")
_OBJECT_TAGS = ("VBG", "PRP$", "NNS", "NN")
_SKIPPED = (*COMMAS, "'", "’")
_COGNITION_AFTER = ("think", "believe", "hope", "fear")


def inverted(r: Reading, cue: Cue) -> bool:
    """`"…," said Smith` and `…, said Smith.`"""
    t, high = r.tokens, r.high
    left = cue.start - 1
    while left >= 0 and t[left].text in (",", "'", "’"):
        left -= 1
    if left < 0 or cue.passive or cue.kind != "speech" or cue.verb in NEVER_AFTER_CONTENT or r.used[left]:
        return False
    mark = t[cue.start - 1]
    if not (mark.text in COMMAS or t[left].quote):
        return False
    speaker = phrase_after(t, cue.at + 1, high)
    if speaker is None or t[speaker.start].lower in ("that", "it"):
        return False
    if t[speaker.end - 1].lower in TIME_WORDS:
        return False  # `Smith, the mayor, wrote last week`
    if not (t[left].quote and (mark.quote or mark.text in COMMAS)):
        if cue.verb not in INVERTS or mark.text not in COMMAS or t[left].quote or speaker.start != cue.at + 1:
            return False
        after = t[speaker.end] if speaker.end < high else None
        if after is not None and after.text not in (",", ".", "—") and after.lower not in _AFTER_INVERSION:
            return False
        if _content_after(t, speaker.end, high):
            return False  # `Smith, for example, said the visit of the pope was off`
        if not any(token.finite or token.quote for token in t[: left + 1]):
            return _inverted_between(r, cue, speaker, left)
    elif cue.at + 1 < high and speaker.start == cue.at + 1 and speaker.end < high and t[speaker.end].finite:
        return False  # `"…" said he was`: what follows is content
    draft = r.emit(
        [(clause_start(t, left), left + 1)],
        (cue.start, cue.end),
        speaker,
        "quote" if t[left].quote else "inverted",
    )
    if draft and t[left].quote:
        _continue(r, draft, speaker.end)
    elif (
        draft
        and speaker.end + 1 < high
        and t[speaker.end].text == ","
        and t[speaker.end + 1].lower in ("but", "and", "because", "so")
    ):
        _rest(r, draft, speaker.end + 1)
    r.take(cue.start, speaker.end)
    return True


def _content_after(t: list[Token], start: int, high: int) -> bool:
    for token in t[start:high]:
        if not token.word or token.lower in ("who", "which", "that", "after", "as", "when", "while"):
            return False
        if token.finite:
            return True
    return False


def _inverted_between(r: Reading, cue: Cue, speaker: Phrase, left: int) -> bool:
    """`The problem, say engineers, is the mud.`"""
    t, comma = r.tokens, speaker.end
    if comma + 2 >= r.high or t[comma].text != "," or not (t[comma + 1].finite or t[comma + 1].tag == "VBN"):
        return False
    parts = [(clause_start(t, left), left + 1), (comma + 1, clause_end(t, comma + 1, r.high))]
    done = r.emit(parts, (cue.start, cue.end), speaker, "medial")
    r.take(cue.start, speaker.end)
    return done is not None


def _continue(r: Reading, draft: Draft, start: int) -> None:
    """Quotations later in the sentence go on with the same words."""
    t = r.tokens
    for place in r.quotes:
        if place < start or r.used[place]:
            continue
        linked = t[place].continued or t[place - 1].text in (",", ":", "—", "–", ".") or t[place].size >= 4
        if linked and not any(_speaks(token) for token in t[start:place]):
            draft.pieces.append((t[place].start, t[place].end))
            r.used[place] = True


def _speaks(token: Token) -> bool:
    return token.word and token.lower in CUES and token.tag in ("VBD", "VBZ", "VBG")


def ends_sentence(r: Reading, cue: Cue) -> bool:
    """Whether nothing but an addressee or a time follows: `…, Smith told reporters on Friday.`"""
    if cue.kind != "speech" or cue.passive or r.tokens[cue.at].tag == "VBG":
        return False
    if cue.start and (r.tokens[cue.start - 1].text in COMMAS or r.tokens[cue.start - 1].quote):
        speaker = phrase_after(r.tokens, cue.at + 1, r.high)
        return speaker is not None and speaker.end == r.high and r.tokens[cue.at].finite
    told = addressee(r.tokens, cue.end, r.high, cue.verb)
    return skip_time(r.tokens, told.end if told else cue.end, r.high) >= r.high


def postposed(r: Reading, cue: Cue) -> bool:
    """`"…," Smith said` and `…, Smith said` with what may follow."""
    t, subject = r.tokens, cue.subject
    if subject is None or subject.how == "relative" or cue.participle or cue.verb in NEVER_AFTER_CONTENT:
        return False
    if cue.kind not in ("speech", "evidential") and cue.verb not in _COGNITION_AFTER:
        return False
    mark = subject.start - 1
    left = mark
    while left >= 0 and t[left].text in _SKIPPED:
        left -= 1
    if left < 0 or r.used[left] or not (t[mark].text in COMMAS or t[mark].quote):
        return False
    head = t[subject.end - 1]
    something = head.text.islower() and head.lower not in PERSON_ROLES and head.lower not in HEADS
    if cue.verb in _OF_PLANS and t[subject.start].lower in ("a", "an") and something and not t[left].quote:
        return False  # `…, a plan announced this year`
    follows = complement(t, cue.end, r.high, cue.verb)
    if t[left].quote:
        if left and is_title(t[left]) and follows and not any(token.finite for token in t[:left]):
            return False  # `Sunday on "Meet the Press," Smith said it was over`
        if follows == "that" or (follows == "clause" and t[left].size < 4 and t[left].last != ","):
            return False
        after = skip_time(t, cue.end, r.high) + 1
        if follows == "quote" and t[left].size < 5 and after < r.high and opens_new(t[after]) and left > 0:
            return False
        if follows == "clause" and t[left].last != "," and t[mark].text not in COMMAS:
            return False
        return _after_quote(r, cue, subject, left)
    if t[mark].text not in COMMAS:
        return False
    if any(token.finite or (token.quote and token.size >= 2) for token in t[: left + 1]):
        return follows is None and _after_clause(r, cue, subject, left)
    if follows is None and _closes_clause(r, cue, left):
        return _after_clause(r, cue, subject, left)
    return _between(r, cue, subject, left)


def _closes_clause(r: Reading, cue: Cue, left: int) -> bool:
    """`Her fate hinges on the vote, analysts say.`: enough words for a clause whose verb was not seen."""
    t = r.tokens
    after = skip_time(t, cue.end, r.high)
    opens = t[0].tag in ("IN", "RB", "VBG", "VBN", "TO", "WRB", "CC") or t[0].lower in TIME_WORDS
    return (after >= r.high or t[after].text == ";") and left >= LONG_ENOUGH and not opens


def _after_quote(r: Reading, cue: Cue, subject: Phrase, left: int) -> bool:
    draft = r.emit([(clause_start(r.tokens, left), left + 1)], (cue.start, cue.end), subject, "quote")
    if draft is None:
        return False
    r.take(subject.start, cue.end)
    told = addressee(r.tokens, cue.end, r.high, cue.verb)
    draft.addressee = r.chars(told)
    _continue(r, draft, cue.end)
    return True


def _after_clause(r: Reading, cue: Cue, subject: Phrase, left: int) -> bool:
    t, high = r.tokens, r.high
    start = clause_start(t, left)
    fronted = next((k for k in range(start, min(start + 4, left)) if t[k].lower in _FRONTED), None)
    if fronted is not None and any(token.finite for token in t[start:fronted]):
        fronted = None
    after = skip_time(t, cue.end, high)
    goes_on = after < high and t[after].text in COMMAS
    if goes_on and after + 1 < high and opens_new(t[after + 1]):
        return False
    if any(token.lower in ("asked", "pressed") for token in t[start : start + 2]):
        return False
    if fronted is not None:
        closing = after >= high and (t[fronted].lower in _FRONTED_BUT_SAID or _main_clause(t, fronted, left))
        follows = goes_on and any(token.finite or token.quote for token in t[after:high])
        if not closing and not follows and not (goes_on and _main_clause(t, fronted, left)):
            return False
    if after < high and not goes_on and addressee(t, cue.end, high, cue.verb) is None:
        objects = _OBJECT_TAGS if cue.kind == "speech" else (*_OBJECT_TAGS, "DT", "JJ")
        owner = t[after].tag in objects and t[after].lower not in TIME_WORDS
        if owner or (cue.verb in ("ask", "tell") and t[after].tag not in ("IN", "TO")):
            return False  # `The club made money – he reported earning a lot`
    draft = r.emit([(start, left + 1)], (cue.start, cue.end), subject, "postposed")
    if draft is None:
        return False
    r.take(subject.start, cue.end)
    if goes_on:
        _rest(r, draft, after + 1)
    return True


def _main_clause(t: list[Token], fronted: int, left: int) -> bool:
    """Whether a clause of its own follows the fronted one: `As the war went on, prices rose, …`."""
    for at in range(fronted + 1, left):
        if t[at].text != "," or not t[at + 1].word or t[at + 1].tag in ("CC", "IN", "VBG", "WDT", "WP"):
            continue
        verb = next((k for k in range(at + 1, left + 1) if t[k].finite or t[k].text == ","), at + 1)
        if verb > at + 1 and t[verb].finite and any(token.nominal for token in t[at + 1 : verb]):
            return True
    return False


def _only_links(t: list[Token], start: int, end: int) -> bool:
    """`Ultimately, …`, `In particular, …`: words that link sentences and belong to nobody."""
    words = [token.lower for token in t[start:end] if token.word]
    return " ".join(words) in _LINKS


def opens_new(token: Token) -> bool:
    """Whether a quotation begins a sentence of its own."""
    return token.quote and token.text.strip("“\"'‘` ")[:1].isupper() and token.size >= 3


def _rest(r: Reading, draft: Draft, start: int) -> None:
    """What follows the speaker goes on with the content: `…, Smith said, but …`."""
    if r.tokens[start].lower in ("and", "but") and another_speaks(r.tokens, start + 1, r.high):
        return
    end = clause_end(r.tokens, start, r.high)
    piece = r.span(start, end)
    if piece and r.tokens[start].tag != "VBG" and not all(r.used[start:end]):
        draft.pieces.append(piece)
        draft.rule = "medial"
        r.take(start, end)


def _between(r: Reading, cue: Cue, subject: Phrase, left: int) -> bool:
    """`Cost estimates, he added, were wrong.`"""
    t, high = r.tokens, r.high
    comma = medial_comma(t, cue.end, high) if cue.kind == "speech" else None
    if comma is None or any(token.finite for token in t[cue.end : comma]):
        return False
    end = clause_end(t, comma + 1, high)
    clause = any(token.finite or token.quote for token in t[comma + 1 : end]) or end - comma > LONG_ENOUGH
    if opens_new(t[comma + 1]) or not (clause or t[comma + 1].tag == "VBN"):
        return False
    parts = [(clause_start(t, left), left + 1), (comma + 1, end)]
    if _only_links(t, *parts[0]):
        del parts[0]
    if r.emit(parts, (cue.start, cue.end), subject, "medial"):
        r.take(subject.start, cue.end)
    return True
