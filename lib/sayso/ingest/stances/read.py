"""What a quote's words tell of each issue's side: the clause that tells it, if all that tell agree."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ingest.lexicon.stance_words import NEUTRAL
from sayso.ingest.records import Quote
from sayso.ingest.stances.clauses import Piece, pieces, topic_words, words_before
from sayso.ingest.stances.codebook import Ready, hits_of
from sayso.ingest.stances.judge import Judged, demanded, judge

SURE = {
    "phrase": 0.7,
    "attitude": 0.8,
    "must": 0.75,
    "will": 0.6,
    "verdict": 0.6,
    "no": 0.7,
    "imperative": 0.7,
    "stays": 0.7,
    "neutral": 0.7,
    "condition": 0.6,
}
Reading = tuple[Piece, Judged]


def sides_of(text: str, quote: Quote, issues: Sequence[Ready]) -> list[Reading | None]:
    """For each issue the clause and its side, or None where the words are silent or at odds."""
    cut = list(pieces(text, quote))
    around = topic_words(text, quote) if cut else []
    named = [bool(hits_of(issue.targets, around)) for issue in issues]
    if cut and not any(named) and not _names_any(cut, issues):
        earlier = words_before(text, quote)
        named = [bool(hits_of(issue.targets, earlier)) for issue in issues]
    return [_read(text, cut, issue, named[j] and sum(named) == 1) for j, issue in enumerate(issues)]


def _names_any(cut: list[Piece], issues: Sequence[Ready]) -> bool:
    """Whether a quote names an issue of its own, so that "it" need not be one named before it."""
    return any(
        hits_of(issue.targets, piece.clause.words) or hits_of(issue.cues, piece.clause.words)
        for piece in cut
        for issue in issues
    )


def _read(text: str, cut: list[Piece], issue: Ready, named: bool) -> Reading | None:
    """The clause that tells the side of one issue, if all that tell agree."""
    told: list[Reading] = []
    meant: list[Reading] = []
    asked: list[Reading] = []
    for piece in cut:
        if piece.demand:
            side = demanded(piece.clause, issue) * piece.demand
            asked += [(piece, Judged(side, "condition"))] if side else []
            continue
        here = bool(hits_of(issue.targets, piece.clause.words))
        judged = judge(piece.clause, issue, pronouns=named and not here)
        if here and NEUTRAL.search(text, *piece.span):
            judged = Judged(0, "neutral")
        if judged:
            (told if here or not named else meant).append((piece, judged))
        named = named or here
    told = told or meant or asked  # "it" tells only where the thing itself is told nothing of
    if len({judged.side for _, judged in told}) != 1:
        return None
    return max(told, key=lambda one: SURE[one[1].kind])
