"""Stances of a text's quotes, from the speaker's own words about an issue."""

from __future__ import annotations

from sayso.ingest.lexicon.stance_words import NOT_OWN, STRONG, WEAK
from sayso.ingest.records import Issue, Quote, Stance
from sayso.ingest.stances.clauses import condition_after
from sayso.ingest.stances.codebook import Ready, prepared
from sayso.ingest.stances.read import SURE, Reading, sides_of
from sayso.ingest.stances.words import words_in

_SURE_PRONOUN = 0.64
_DENIALS = frozenset(word.stem for word in words_in(" ".join(NOT_OWN), 0, 100))


def find_stances(
    text: str,
    quotes: tuple[Quote, ...],
    codebook: tuple[Issue, ...],
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
    return tuple(
        _stance(text, number, quotes[number], issues[j], read)
        for number, readings in said.items()
        for j, read in enumerate(readings)
        if read
    )


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


def _known_speaker(quote: Quote) -> bool:
    """Whether somebody is resolved, and no pronoun that may as well be another."""
    who = quote.resolution
    return who.actor is not None and not (who.rule.startswith("pronoun") and who.confidence < _SURE_PRONOUN)


def _not_own(text: str, quote: Quote) -> bool:
    """`denied that …`, `asked whether …`: the words are not what the speaker holds."""
    return quote.cue is not None and any(word.stem in _DENIALS for word in words_in(text, *quote.cue))
