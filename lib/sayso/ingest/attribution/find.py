"""All quotes of a text, in its order, speakers as written."""

from __future__ import annotations

from sayso.ingest.attribution.cue import cues_of, with_subject
from sayso.ingest.attribution.draft import Draft, Reading
from sayso.ingest.attribution.rules_content_first import ends_sentence, inverted, postposed
from sayso.ingest.attribution.rules_fixed import (
    according_to,
    headline,
    labelled,
    put_it,
    repeated_labels,
    said_first,
    signed,
    transcript,
)
from sayso.ingest.attribution.rules_nominal import asked, possessed, with_noun
from sayso.ingest.attribution.rules_passive import passive
from sayso.ingest.attribution.rules_quotation import floating, leftover
from sayso.ingest.attribution.rules_speaker_first import attitude, forward, inserted, quoted_as_saying
from sayso.ingest.text.sentences import Parsed, Tagged
from sayso.ingest.text.tokens import Token

SHORT_TURN, TURN = 8, 15  # words of a quotation that may be one of a dialogue, and of one beside a question
NEAR = 120  # characters between the end of a quotation and the end of its paragraph


def find_quotes(parsed: Parsed) -> list[Draft]:
    """Read sentence by sentence; the drafts carry no confidence yet."""
    found: list[Draft] = []
    last: Draft | None = None
    previous: list[Token] = []
    grouped = _by_paragraph(parsed)
    whole = [[token for sentence in sentences for token in sentence.tokens] for sentences in grouped]
    labels = repeated_labels(whole)
    for number, sentences in enumerate(grouped):
        if not sentences:
            continue
        spoken = transcript(whole[number], sentences[0].number, number, labels)
        if spoken:
            found += [spoken, *_inside(sentences, spoken)]
            last = spoken
            continue
        here: list[Draft] = []
        previous = previous if previous and previous[-1].text == ":" else []
        for sentence in sentences:
            reading = Reading(sentence.tokens, sentence.number, here, last, previous)
            drafts = reading.drafts if sentence.kind == "heading" and headline(reading) else _read(reading)
            previous = sentence.tokens
            drafts.sort(key=lambda draft: draft.pieces[0])
            here += drafts
            last = next((d for d in reversed(drafts) if d.speaker and d.cue_class == "speech"), last)
        if (
            found
            and here
            and (
                _goes_on(parsed, number, found[-1], here[0])
                or _bare_after(parsed, number, found[-1], here[0])
            )
        ):
            _join(found[-1], here.pop(0))
        found += here
    return found


def _inside(sentences: list[Tagged], spoken: Draft) -> list[Draft]:
    """What a speaker of a transcript reports of others: `The attorney told me that …`."""
    found: list[Draft] = []
    for sentence in sentences:
        words = [token for token in sentence.tokens if token.start >= spoken.pieces[0][0]]
        drafts = _read(Reading(words, sentence.number, [], None)) if words else []
        found += [draft for draft in drafts if draft.speaker and draft.rule != "floating"]
    return found


def _by_paragraph(parsed: Parsed) -> list[list[Tagged]]:
    grouped: list[list[Tagged]] = [[] for _ in parsed.paragraphs]
    for sentence in parsed.sentences:
        grouped[sentence.paragraph].append(sentence)
    return grouped


def _read(r: Reading) -> list[Draft]:
    if floating(r) or (r.high > 2 and (labelled(r) or signed(r))):
        return r.drafts
    said_first(r)
    put_it(r)
    according_to(r)
    quoted_as_saying(r)
    with_noun(r)
    asked(r)
    cues = cues_of(r)
    for bare in reversed(cues[1:]):
        if r.used[bare.at] or not ends_sentence(r, bare):
            continue
        if not inverted(r, bare) and (cue := with_subject(r, bare)):
            postposed(r, cue)
        break
    for bare in cues:
        if r.used[bare.at] or inverted(r, bare) or (bare.passive and passive(r, bare)):
            continue
        cue = with_subject(r, bare)
        if cue is None or postposed(r, cue) or inserted(r, cue):
            continue
        if cue.subject is None and cue.kind != "speech":
            continue
        if cue.kind == "attitude":
            attitude(r, cue)
        else:
            forward(r, cue)
    possessed(r)
    leftover(r)
    return r.drafts


def _goes_on(parsed: Parsed, paragraph: int, before: Draft, first: Draft) -> bool:
    """A paragraph that re-opens the quotation of the one before it goes on with the same quote."""
    marked = next((mark for mark in parsed.marked if mark.paragraph == paragraph), None)
    if marked is None or not marked.continued or first.pieces[0][0] != marked.span[0]:
        return False
    if before.pieces[-1][1] < parsed.paragraphs[paragraph - 1][1] - 1:
        return False
    return first.cue is None or before.cue is None


def _bare_after(parsed: Parsed, paragraph: int, before: Draft, first: Draft) -> bool:
    """A paragraph of nothing but a quotation, right after a quoted speaker, goes on with the same words."""
    spoke = before.cue_class == "speech" and before.kind != "indirect" and before.cue is not None
    close = parsed.paragraphs[paragraph - 1][1] - before.pieces[-1][1] < NEAR
    return (
        spoke
        and close
        and not _takes_turns(parsed.text, before, first)
        and first.rule in ("floating", "announced")
        and first.pieces[0][0] == parsed.paragraphs[paragraph][0]
    )


def _takes_turns(text: str, before: Draft, first: Draft) -> bool:
    """A question and what comes next are two people's, and so are two short quotations in paragraphs of their own."""
    earlier, later = (text[slice(*draft.pieces[-1])] for draft in (before, first))
    asks = any(said.rstrip("”\"'’ ").endswith("?") for said in (earlier, later))
    longest = max(len(earlier.split()), len(later.split()))
    return longest <= (TURN if asks else SHORT_TURN)


def _join(before: Draft, first: Draft) -> None:
    before.pieces += first.pieces
    if before.cue is None and first.cue is not None:
        before.cue, before.speaker, before.antecedent, before.rule = (
            first.cue,
            first.speaker,
            first.antecedent,
            first.rule,
        )
