"""Quotations that no verb took: alone in their sentence, or woven into somebody's sentence."""

from __future__ import annotations

from sayso.ingest.attribution.draft import Draft, Reading
from sayso.ingest.attribution.nouns import Phrase, is_title
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.attribution.subjects import main_subject, nearest_subject, subject_before
from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.lexicon.function_words import AUXILIARIES
from sayso.ingest.lexicon.people import PERSON_ROLES
from sayso.ingest.text.tokens import Token

_STOPS = frozenset(".?!…")
LONG = 10  # words: a quotation of this length is somebody's, whatever the verb


def floating(r: Reading) -> bool:
    """A sentence of nothing but quotations goes on with the speaker before it. True if it is one."""
    t = r.tokens
    if not r.quotes or any(token.word for token in t):
        return False
    pieces = [(t[place].start, t[place].end) for place in r.quotes]
    previous = _goes_on_from(r)
    if previous:
        previous.pieces += pieces
        previous.sentence = r.number
    elif sum(t[place].size for place in r.quotes) >= (2 if t[r.quotes[-1]].last in _STOPS else 4):
        r.drafts.append(_alone(r, pieces, _announced(r)))
    return True


def _announced(r: Reading) -> Draft | None:
    """Who the sentence before is about: `The mayor shook his head. "No."`, `She issued this statement:` "…"."""
    t = r.previous
    near = r.last if r.last and r.last.sentence >= r.number - 1 else None
    found = nearest_subject(t, 0, len(t)) if t and near is None else None
    if found is None or not any(_is_somebody(token) for token in t[found.start : found.end]):
        return r.last
    speaker = (t[found.start].start, t[found.end - 1].end)
    return Draft([], None, speaker, "announced", "speech", "direct", r.number)


def _is_somebody(token: Token) -> bool:
    named = token.tag.startswith("NNP") or token.lower in ("he", "she")
    return named or token.lower in PERSON_ROLES or token.lower in HEADS


def _goes_on_from(r: Reading) -> Draft | None:
    """The speech that a bare quotation continues: a quotation in the sentence before, else the last words before."""
    speech = [draft for draft in r.before if draft.cue_class == "speech"]
    near = [draft for draft in speech if draft.sentence >= r.number - 1]
    quoted = [
        draft
        for draft in near
        if draft.kind != "indirect" and draft.rule in ("quote", "before quote", "floating", "woven")
    ]
    if quoted:
        return quoted[0]
    return next(reversed(near), None)


def _alone(r: Reading, pieces: list[tuple[int, int]], like: Draft | None) -> Draft:
    speaker = like.speaker if like else None
    return Draft(
        pieces,
        None,
        speaker,
        "announced" if like and not like.pieces else "floating",
        "speech",
        "direct",
        r.number,
        None,
        like.antecedent if like else None,
    )


def leftover(r: Reading) -> None:
    """Quotations that are still free: attach them to the verb nearest to them."""
    for place in r.quotes:
        if not r.used[place] and r.tokens[place].size >= 3 and not is_title(r.tokens[place]):
            _woven(r, place)


def _woven(r: Reading, place: int) -> None:
    t, quote = r.tokens, r.tokens[place]
    verb = None
    for at in range(place - 1, -1, -1):
        if t[at].text == ";":
            break
        if t[at].finite or (t[at].word and t[at].tag in ("VBG", "VBN")):
            verb = at
            break
    if quote.size < 5 and verb is None:
        return
    if place > 1 and t[place - 1].text == ":" and quote.size >= 4:
        found = nearest_subject(t, 0, place)
        verbs = [at for at in range(found.end if found else place, place) if t[at].finite]
        if found and verbs:
            r.emit([(place, place + 1)], (verbs[0], verbs[0] + 1), found, "colon")
            return
    after = _speaker_after(r, place)
    if after is not None:
        speaker, said = after
        r.emit([(place, place + 1)], (said, said + 1), speaker, "quote")
        return
    if _stands_alone(r, place, verb):
        draft = r.emit([(place, place + 1)], None, None, "floating")
        if draft and r.last:
            draft.speaker, draft.antecedent = r.last.speaker, r.last.antecedent
        return
    found = (subject_before(t, verb) or main_subject(t, 0, verb + 1)) if verb is not None else None
    if found is None:
        for at in range(place + 1, min(place + 8, r.high)):
            if t[at].finite:
                found, verb = subject_before(t, at, place + 1), at
                break
    if found is None and quote.size < 5:
        return
    start = place
    if (
        (
            verb is not None
            and verb < place
            and quote.size < 12
            and place - verb <= 10
            and t[place - 1].text not in (",", ":")
        )
        and t[verb].lower not in AUXILIARIES
        and not any(r.used[verb + 1 : place])
    ):
        start = verb + 1
    cue = (verb, verb + 1) if verb is not None else None
    if quote.size < LONG and (verb is None or t[verb].lower not in CUES):
        return  # words in marks that nobody is said to have said
    r.emit([(start, place + 1)], cue, found, "woven")


def _speaker_after(r: Reading, place: int) -> tuple[Phrase, int] | None:
    """`"…," the minister went on` or `"…," went on the minister`, whatever the verb."""
    t, quote = r.tokens, r.tokens[place]
    after = t[place + 1] if place + 1 < r.high else None
    if after is None or not (quote.last in (",", "?", "!", "—", "–", "-") or after.text == ","):
        return None
    at = place + 1
    while at < r.high and t[at].text in (",", "—", "–"):
        at += 1
    if at >= r.high or not t[at].word:
        return None
    if t[at].finite and t[at].lower not in AUXILIARIES:
        phrase = phrase_after(t, at + 1, r.high)
        return (phrase, at) if phrase else None
    named = phrase_after(t, at, r.high) if t[at].tag in ("NNP", "PRP") else None
    for verb in range(at + 1, min(at + 12, r.high)):
        if t[verb].finite:
            subject = subject_before(t, verb, at)
            if subject and subject.start == at:
                return subject, verb
            break
    if named and named.start == at and named.end < r.high and t[named.end].word and quote.last == ",":
        return named, named.end
    return None


def _stands_alone(r: Reading, place: int, verb: int | None) -> bool:
    t, quote = r.tokens, r.tokens[place]
    inner = quote.text.strip("“\"'‘`")
    if quote.size < 8 or not inner[:1].isupper() or r.last is None:
        return False
    far = verb is None or t[verb].lower in AUXILIARIES or place - verb > 6
    return far or t[place - 1].text in (".", "!", "?")
