"""How sure it is that a coder would take an event: a sum of points, then the share that proved right at so many."""

from __future__ import annotations

from itertools import pairwise

from sayso.ingest.events.judge import Verdict
from sayso.ingest.events.who import Who
from sayso.ingest.lexicon.plover import MATERIAL

LEAST = 0.35  # points; what has less is not proposed
# points → share of proposals that were right, on our own articles and on judged samples of others
_RIGHT = ((0.05, 0.2), (0.35, 0.5), (0.45, 0.66), (0.55, 0.72), (0.65, 0.81), (0.75, 0.88), (0.95, 0.93))
_FORMS = {"main": 0.6, "side": 0.42, "content": 0.42, "phrase": 0.4, "noun": 0.3}


def confidence(points: float) -> float:
    """The share that proved right, between the points that were measured."""
    for (low, at_low), (high, at_high) in pairwise(_RIGHT):
        if points <= high:
            return round(at_low + (at_high - at_low) * (points - low) / (high - low), 2)
    return _RIGHT[-1][1]


def sureness(
    one: Verdict,
    kind: str,
    source: Who | None,
    target: Who | None,
    place: bool,
    dated: bool,
    marked: bool,
    claimed: bool,
) -> float:
    """Points between 0.05 and 0.95, from the form of the clause, its participants, date and place."""
    material = kind in MATERIAL
    points = _FORMS[one.form]
    known = sum(bool(who and who.actor) for who in (source, target))
    points += (-0.1, 0.0, 0.1)[known]
    points += 0.08 if dated else 0.0
    points += 0.03 if place else 0.0
    points += 0.06 if material else 0.0
    points -= 0.25 if marked else 0.0
    points -= 0.08 if claimed and not material and not marked else 0.0
    points -= 0.2 if one.weak else 0.0
    points -= 0.12 if one.present else 0.0
    points -= 0.15 if one.usual and not dated else 0.0
    points -= 0.15 if one.modality == "expected" and not material else 0.0
    points -= (0.1 if material else 0.25) if one.modality == "denied" else 0.0
    return round(min(0.95, max(0.05, points)), 2)
