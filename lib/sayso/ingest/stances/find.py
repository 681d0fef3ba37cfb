"""Stances of a text's quotes: from the speaker's own words about an issue, and from what was accepted before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ingest.lexicon.stance_words import NOT_OWN, STRONG, WEAK
from sayso.ingest.records import Accepted, Issue, Quote, Span, Stance
from sayso.ingest.stances.clauses import condition_after
from sayso.ingest.stances.codebook import Ready, prepared
from sayso.ingest.stances.read import SURE, Reading, sides_of
from sayso.ingest.stances.words import words_in

if TYPE_CHECKING:
    from sayso.ingest.stances.learned import Learned

_SURE_PRONOUN = 0.64
_DENIALS = frozenset(word.stem for word in words_in(" ".join(NOT_OWN), 0, 100))


def find_stances(
    text: str,
    quotes: tuple[Quote, ...],
    codebook: tuple[Issue, ...],
    learned: Learned | None = None,
    as_written: bool = True,
) -> tuple[Stance, ...]:
    """Proposals in order; a quote whose words point to both sides of an issue gives none for it.

    Without `as_written`, speakers that are only described ("its director") get no proposal: where a dataset has
    its actors, such a speaker is nearly always one of them that was not recognised.
    """
    issues = prepared(tuple(codebook))
    said = {
        number: sides_of(text, quote, issues)
        for number, quote in enumerate(quotes)
        if issues
        and _known_speaker(quote)
        and not _not_own(text, quote)
        and (as_written or quote.resolution.rule != "as written")
    }
    if learned is None or not said:
        return tuple(
            _stance(text, number, quotes[number], issues[j], read)
            for number, readings in said.items()
            for j, read in enumerate(readings)
            if read
        )
    return tuple(_with_learned(text, quotes, issues, said, learned))


def _with_learned(
    text: str,
    quotes: tuple[Quote, ...],
    issues: tuple[Ready, ...],
    said: dict[int, list[Reading | None]],
    learned: Learned,
) -> list[Stance]:
    chances = learned.probabilities(
        [in_paragraph(text, quotes[n].spans, quotes[n].cue, quotes[n].resolution.actor) for n in said]
    )
    place = {issue.issue_id: j for j, issue in enumerate(learned.codebook)}
    found = []
    for chance, (number, readings) in zip(chances, said.items(), strict=True):
        quote = quotes[number]
        for issue, read in zip(issues, readings, strict=True):
            j = place.get(issue.issue.issue_id)
            if j is None or not learned.ready[j]:
                if read:
                    found.append(_stance(text, number, quote, issue, read))
                continue
            side = 1 if chance[j, 0] >= chance[j, 1] else -1
            sure = float(chance[j].max())
            if sure >= learned.threshold and (read is None or read[1].side == side):
                found.append(_taught(text, number, quote, issue, side, sure, read))
            elif read and (sure < learned.threshold or read[1].side == side):
                found.append(_stance(text, number, quote, issue, read))
    return found


def in_paragraph(text: str, spans: tuple[Span, ...], cue: Span | None, actor_id: str | None) -> Accepted:
    """A quote as a classifier sees it, without a coding yet: fill in issue, stance and article of an accepted one."""
    start, end = spans[0][0], spans[-1][1]
    stop = text.find("\n", end)
    return Accepted(
        " … ".join(text[a:b] for a, b in spans), "", 0, actor_id, "", text[text.rfind("\n", 0, start) + 1 : start],
        text[end : stop if stop >= 0 else len(text)], text[slice(*cue)] if cue else "",
    )  # fmt: skip


def _stance(text: str, number: int, quote: Quote, issue: Ready, read: Reading) -> Stance:
    piece, judged = read
    words = text[slice(*piece.span)]
    strong = judged.kind == "no" or STRONG.search(words)
    condition = piece.condition or condition_after(text, quote)
    strength = 2 if strong and not WEAK.search(words) and condition is None else 1
    sure = SURE[judged.kind] * min(1.0, quote.resolution.confidence + 0.1)
    return Stance(
        number, quote.resolution.actor, issue.issue.issue_id, judged.side * strength, condition, piece.span,
        f"{judged.kind}@3", round(sure, 2),
    )  # fmt: skip


def _taught(
    text: str, number: int, quote: Quote, issue: Ready, side: int, sure: float, read: Reading | None
) -> Stance:
    span = read[0].span if read else quote.spans[0]
    condition = read[0].condition if read else None
    strength = 2 if STRONG.search(text[slice(*span)]) and condition is None else 1
    return Stance(
        number, quote.resolution.actor, issue.issue.issue_id, side * strength, condition, span, "learned@2",
        round(sure * min(1.0, quote.resolution.confidence + 0.1), 2),
    )  # fmt: skip


def _known_speaker(quote: Quote) -> bool:
    """Whether somebody is resolved, and no pronoun that may as well be another."""
    who = quote.resolution
    return who.actor is not None and not (who.rule.startswith("pronoun") and who.confidence < _SURE_PRONOUN)


def _not_own(text: str, quote: Quote) -> bool:
    """`denied that …`, `asked whether …`: the words are not what the speaker holds."""
    return quote.cue is not None and any(word.stem in _DENIALS for word in words_in(text, *quote.cue))
