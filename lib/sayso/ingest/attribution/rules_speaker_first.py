"""Who said it first, then the content: `Smith said (that) …`, `…, saying …`, `Smith rejected …`."""

from __future__ import annotations

from sayso.ingest.attribution.adjuncts import addressee, after_adjuncts, complement, past_adjunct, skip_time
from sayso.ingest.attribution.clauses import clause_end
from sayso.ingest.attribution.cue import Cue
from sayso.ingest.attribution.draft import Reading
from sayso.ingest.attribution.nouns import COMMAS, Phrase
from sayso.ingest.attribution.phrases import phrase_after
from sayso.ingest.attribution.subjects import main_subject, subject_before
from sayso.ingest.lexicon.cues import CUES, PREPOSITIONS, TAKES_NOUN
from sayso.ingest.lexicon.function_words import BE, TIME_WORDS

_SHORT_COGNITION = frozenset(
    "see feel find show expect consider know understand remember forget imagine want".split()
)
_NEEDS_OBJECT = frozenset("want like love seek back order question challenge".split())


def inserted(r: Reading, cue: Cue) -> bool:
    """`which he said would cost jobs`, and `as Smith noted, it would cost jobs`."""
    t, subject = r.tokens, cue.subject
    if subject is None or subject.how == "relative" or subject.start == 0 or cue.end + 1 >= r.high:
        return False
    before, after = t[subject.start - 1], t[cue.end]
    if (
        before.lower in ("which", "that", "who", "whom", "what")
        and (after.finite or (after.tag in ("VBN", "VB") and t[cue.start - 1].tag == "PRP"))
        and cue.kind in ("speech", "cognition")
    ):
        parts = [(subject.start - 1, subject.start), (cue.end, clause_end(t, cue.end, r.high))]
        done = r.emit(parts, (cue.start, cue.end), subject, "inserted", cue.kind)
    elif _reduced_relative(r, cue):
        begin = subject.start - 1
        while (
            begin > 0
            and t[begin - 1].word
            and t[begin - 1].tag in ("DT", "JJ", "NN", "NNS", "NNP", "CD", "PRP$")
        ):
            begin -= 1
        parts = [(begin, subject.start), (cue.end, clause_end(t, cue.end, r.high))]
        done = r.emit(parts, (cue.start, cue.end), subject, "inserted", cue.kind)
    elif before.lower == "as" and cue.kind == "speech" and cue.verb != "tell":
        start = skip_time(t, cue.end, r.high)
        if start + 1 >= r.high or t[start].text != ",":
            return complement(t, start, r.high, cue.verb) is None
        start += 1
        done = r.emit([(start, clause_end(t, start, r.high))], (cue.start, cue.end), subject, "as said")
    else:
        return False
    r.take(subject.start, cue.end)
    return done is not None


def _reduced_relative(r: Reading, cue: Cue) -> bool:
    """`a decision they say caused the flood`: a noun, a pronoun, the verb of speech, the noun's own verb."""
    t, subject = r.tokens, cue.subject
    if subject is None or cue.kind != "speech" or subject.end - subject.start != 1:
        return False
    before, after = t[subject.start - 1], t[cue.end]
    pronoun = t[subject.start].tag == "PRP" and before.tag in ("NN", "NNS")
    verb = after.finite or (after.tag == "VBN" and after.lower.endswith("ed"))
    return pronoun and verb and after.lower not in CUES


def forward(r: Reading, cue: Cue) -> bool:
    """Content after a verb of speech, thought or evidence."""
    t, high, verb = r.tokens, r.high, cue.verb
    told = addressee(t, cue.end, high, verb)
    start = told.end if told else cue.end
    jump = after_adjuncts(t, start, high, verb)
    follows = None
    if jump is not None:
        if jump >= high:
            return False
        rule = "that" if t[jump].lower == "that" else "before quote" if t[jump].quote else "that"
        if t[jump].quote and jump > start and t[jump - 1].text not in (",", ":"):
            occasion = verb in ("say", "tell") and t[start].lower in ("in", "on", "at", "during", "of")
            jump = jump if occasion else skip_time(t, start, high)
        start = jump
    else:
        start = past_adjunct(t, skip_time(t, start, high), high)
        if start >= high:
            return False
        rule, follows = "clause", complement(t, start, high, verb)
        if told and t[start].lower == "to" and start == told.end and verb != "tell":
            start = told.start
        if follows is None and not (verb in PREPOSITIONS and cue.end == cue.at + 2):
            if verb not in TAKES_NOUN or told or t[start].tag in ("IN", "RB") or not t[start].word:
                return False
            rule = "noun"
    subject = cue.subject
    if subject is None and rule == "before quote":
        subject = main_subject(t, 0, cue.at)
    if subject is None and rule not in ("before quote", "that"):
        return False
    if cue.kind == "evidential" and rule == "noun" and verb not in ("show", "find"):
        return False
    long = rule != "noun"
    if rule == "clause" and cue.kind == "cognition" and verb in _SHORT_COGNITION:
        long = follows == "clause"
    if cue.participle and rule != "before quote":
        rule = "participle"
    name = rule if cue.kind == "speech" else cue.kind
    fronted = in_fronted(r, cue) or (cue.participle and cue.at <= 1)
    end = clause_end(t, start, high, long, in_relative(r, cue), fronted)
    if t[start].quote and start + 1 < end and t[start + 1].lower in _AFTER_QUOTE:
        end = start + 1
    end = _up_to_another(r, start, end)
    parts = [(start, end)]
    draft = r.emit(
        parts, (cue.start, max(cue.end, cue.at + 1)), subject, name, cue.kind, told, cue.antecedent
    )
    if draft is None:
        return False
    if subject is None and rule == "before quote" and r.last is not None:
        draft.speaker, draft.antecedent = r.last.speaker, r.last.antecedent
    r.take(cue.start, cue.end)
    return True


def _up_to_another(r: Reading, start: int, end: int) -> int:
    """Content stops where another attribution of the sentence begins: `…: "No," she said` and `…, he added`."""
    t = r.tokens
    for at in range(start + 2, end):
        if r.used[at] and not r.used[at - 1] and (t[at - 1].text in COMMAS or t[at - 1].text == ":"):
            return at - 1
    return end


def in_relative(r: Reading, cue: Cue) -> bool:
    """Whether the verb stands in a relative clause."""
    subject = cue.subject
    if subject is None:
        return False
    before = r.tokens[subject.start - 1] if subject.start else None
    return subject.how == "relative" or (
        before is not None and before.lower in ("who", "whom", "which", "where")
    )


def in_fronted(r: Reading, cue: Cue) -> bool:
    """Whether the verb stands in a clause before the main one."""
    start = cue.subject.start if cue.subject else cue.start
    while start > 0 and r.tokens[start - 1].lower in ("and", "but", "even", "just", "though", "only"):
        start -= 1
    opener = r.tokens[start - 1] if start else None
    if opener is None or opener.lower not in _FRONTING:
        return False
    if start <= 3 or r.tokens[start - 2].text in (",", "—", "–"):
        return True
    if r.tokens[0].lower in _FRONTING and not any(token.text == "," for token in r.tokens[:start]):
        return True
    return not any(token.finite for token in r.tokens[: start - 1])


_AFTER_QUOTE = frozenset("after as when while before during toward towards".split())
_FRONTING = frozenset("while although though when after if as because since before once".split())


def attitude(r: Reading, cue: Cue) -> bool:
    """`Smith rejected the plan`: what the attitude is about."""
    t, subject = r.tokens, cue.subject
    if subject is None or cue.end >= r.high or t[cue.end].text == ",":
        return False
    end = clause_end(t, cue.end, r.high, long=False, relative=subject.how == "relative")
    end = _up_to_another(r, cue.end, end)
    words = [token for token in t[cue.end : end] if token.kind != "p"]
    if not words or (cue.verb in _NEEDS_OBJECT and len(words) < 2):
        return False
    while end > cue.end + 1 and t[end - 1].word and t[end - 1].lower in TIME_WORDS:
        end -= 1
    if end > cue.end + 1 and t[end - 1].lower in ("on", "in", "last", "this"):
        end -= 1
    draft = r.emit(
        [(cue.end, end)], (cue.start, cue.end), subject, "attitude", "attitude", None, cue.antecedent
    )
    r.take(cue.start, cue.end)
    return draft is not None


def quoted_as_saying(r: Reading) -> None:
    """`Smith was quoted as saying …` and `the agency quoted Smith as saying …`."""
    t, high = r.tokens, r.high
    for at in range(1, high - 1):
        if t[at].lower not in ("saying", "telling") or t[at - 1].lower != "as" or r.used[at]:
            continue
        quoted = next(
            (p for p in range(at - 1, max(-1, at - 14), -1) if t[p].lower in ("quoted", "cited", "quotes")),
            None,
        )
        if quoted is None:
            continue
        speaker = _quoted_person(r, quoted, at)
        start = at + 1
        if speaker and _quote_before(r, speaker.start, skip_time(t, start, high)):
            part = (_last_quote(r, speaker.start), _last_quote(r, speaker.start) + 1)
            if r.emit([part], (quoted, at + 1), speaker, "quoted as saying"):
                r.take(speaker.start, high)
            continue
        if t[start].lower == "that":
            start += 1
        if speaker and r.emit(
            [(start, clause_end(t, start, high))], (quoted, at + 1), speaker, "quoted as saying"
        ):
            r.take(quoted, at + 1)


def _last_quote(r: Reading, before: int) -> int:
    return max((place for place in r.quotes if place < before), default=-1)


def _quote_before(r: Reading, speaker: int, after: int) -> bool:
    """`"…," Smith was quoted as saying in 2006`: nothing but a time follows, a quotation stands before."""
    place = _last_quote(r, speaker)
    rest = [token for token in r.tokens[after : r.high] if token.word]
    near = place >= 0 and all(token.text == "," for token in r.tokens[place + 1 : speaker])
    return near and all(token.tag in ("IN", "CD", "DT") for token in rest)


def _quoted_person(r: Reading, quoted: int, saying: int) -> Phrase | None:
    t = r.tokens
    if any(token.lower in BE for token in t[max(0, quoted - 3) : quoted]):
        return subject_before(t, quoted)
    found = phrase_after(t, quoted + 1, saying - 1)
    return found if found and found.start == quoted + 1 else None
