"""A quote and an issue in numbers: does it bring the issue up, what do its words say, what was accepted that is like it?

A row holds, for one side of one issue: keywords in and around the quote, what the cues read, and how like the quote is
to what was accepted on this side, the other side, and elsewhere. What its speaker was coded as before is no part of it:
a change of mind would be proposed as more of the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.ingest.records import Accepted, Issue, Quote, QuoteKind, Resolution, Span
from sayso.ingest.stances.codebook import hits_of, prepared
from sayso.ingest.stances.read import sides_of
from sayso.ingest.stances.words import words_in

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_CLOSEST = 3


@dataclass(frozen=True)
class Told:
    """What the words of some quotes say by themselves: arrays of quotes × issues."""

    inside: Floats  # keywords in the quote
    around: Floats  # keywords in the words around it
    cue: Floats  # −1, 0, 1


@dataclass(frozen=True)
class Known:
    """What was accepted: quotes × issues × (supports, opposes), and whether a quote was coded on an issue at all."""

    sides: Floats
    coded: Flags


def told(quotes: Sequence[Accepted], codebook: Sequence[Issue]) -> Told:
    """Read each quote for each issue; what it was coded as is not looked at."""
    shape = (len(quotes), len(codebook))
    inside, near, cue = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    issues = prepared(tuple(codebook))
    for n, one in enumerate(quotes):
        text, span = one.before + one.text + one.after, (len(one.before), len(one.before) + len(one.text))
        words = words_in(text, *span)
        beside = words_in(text, 0, span[0]) + words_in(text, span[1], len(text))
        read = sides_of(text, _quote(text, span, one.cue), issues)
        for j, issue in enumerate(issues):
            inside[n, j] = len(hits_of(issue.targets, words))
            near[n, j] = len(hits_of(issue.targets, beside))
            reading = read[j]
            cue[n, j] = reading[1].side if reading else 0
    return Told(inside, near, cue)


def _quote(text: str, span: Span, cue: str) -> Quote:
    left, right = text.rfind(cue, 0, span[0]), text.find(cue, span[1])
    at = left if right < 0 or (left >= 0 and span[0] - left < right - span[1]) else right
    place = (at, at + len(cue)) if cue and at >= 0 else None
    kind: QuoteKind = "direct" if text[span[0] - 1 : span[0]] in ("“", '"', "‘", "") else "indirect"
    return Quote(kind, (span,), None, place, "speech", None, "", 1.0, 0, None, Resolution("", "", 1.0))


def rows(words: Told, known: Known, like: Floats, like_letters: Floats, others: Flags) -> Floats:
    """Rows of (quotes × issues × 2 sides) × features.

    `like`, `like_letters`: quotes × accepted quotes, 0 … 1; `others`: accepted quotes that may be used (of other articles).
    """
    like, like_letters = np.where(others, like, 0.0), np.where(others, like_letters, 0.0)
    n_quotes, n_issues = words.inside.shape
    hits = np.minimum(words.inside, 2)
    present = words.inside > 0
    out = []
    for j in range(n_issues):
        elsewhere = _closest(like, ~known.coded[:, j]), _closest(like_letters, ~known.coded[:, j])
        near = [[_closest(m, known.sides[:, j, s] > 0) for m in (like, like_letters)] for s in (0, 1)]
        for s, sign in ((0, 1), (1, -1)):
            out.append(
                np.column_stack([
                    hits[:, j], np.minimum(words.around[:, j], 2), present.sum(1), near[s][0], near[1 - s][0], elsewhere[0],
                    near[s][1], near[1 - s][1], elsewhere[1], words.cue[:, j] == sign, words.cue[:, j] == -sign, (words.cue != 0).sum(1),
                ])
            )  # fmt: skip
    return np.stack(out, axis=1).reshape(n_quotes, n_issues, 2, -1)


def _closest(like: Floats, columns: Flags) -> Floats:
    """Mean likeness of the closest few."""
    chosen = like[:, columns]
    if chosen.shape[1] > _CLOSEST:
        chosen = np.partition(chosen, -_CLOSEST, axis=1)[:, -_CLOSEST:]
    return chosen.mean(axis=1) if chosen.shape[1] else np.zeros(len(like))
