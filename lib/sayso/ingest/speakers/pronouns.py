"""He, she, it and they: candidates scored by who spoke last, nearness, subject position and gender."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from sayso.ingest.actors.merge import Cluster
from sayso.ingest.lexicon.people import FEMALE_ROLES, MALE_ROLES
from sayso.ingest.records import Resolution
from sayso.ingest.speakers.candidates import Scene

_GENDER = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
_REACH = 1800
_PLURAL_KINDS = (
    "group",
    "organisation",
    "government",
    "parliament",
    "armed group",
    "party",
    "alliance",
    "state",
    "media",
)


def person(scene: Scene, word: str, at: int) -> Resolution:
    """He or she."""
    gender = _GENDER[word]
    scores = _scores(scene, at, lambda c, a, b: _may_be(scene, c, gender, a, b), gender)
    found = _ranked(scores, "pronoun")
    if found.actor:
        scene.genders.setdefault(found.actor, gender)
    return found


def body(scene: Scene, word: str, at: int) -> Resolution:
    """It and they: an organisation or group."""
    scores = _scores(scene, at, lambda c, a, b: c.kind in _PLURAL_KINDS, None)
    for count, past in enumerate(reversed(scene.past[-3:])):
        distance = scene.paragraph(at) - past.paragraph
        if not past.person and past.actor not in scores:  # the last who spoke, like an unnamed person
            scores[past.actor] = 4.5 - distance if count == 0 and distance <= 1 else 2.0 - 0.5 * distance
    return _ranked({key: score for key, score in scores.items() if score > 0}, "pronoun body")


def _may_be(scene: Scene, cluster: Cluster, gender: str, start: int, end: int) -> bool:
    if not scene.is_personal(cluster, start, end) or (cluster.kind is None and len(cluster.spans) < 2):
        return False
    known = scene.genders.get(cluster.key) or cluster.gender
    return known in (None, gender)


def _scores(
    scene: Scene, at: int, fits: Callable[[Cluster, int, int], bool], gender: str | None
) -> dict[str, float]:
    paragraph = scene.paragraph(at)
    sentence_start = (
        max(scene.parsed.text.rfind(mark, max(0, at - 600), at) for mark in (". ", "\n", "” ", '" ', "? "))
        + 1
    )
    scores: dict[str, float] = defaultdict(float)
    seen: dict[str, int] = defaultdict(int)
    for start, end, cluster, quoted in scene.before(at, _REACH):
        if not fits(cluster, start, end):
            continue
        seen[cluster.key] += 1
        distance = paragraph - scene.paragraph(start)
        score = {0: 3.0, 1: 2.0, 2: 1.0}.get(distance, 0.3)
        score += 1.2 if scene.is_subject(end) else 0.0
        score -= 2.2 if quoted else 0.0
        if start >= sentence_start:
            score += 1.4 if scene.is_subject(end) and not quoted else 0.4
        score += 0.5 if gender and (scene.genders.get(cluster.key) or cluster.gender) == gender else 0.0
        score += 0.5 * (1 - (at - start) / _REACH)
        scores[cluster.key] = max(scores[cluster.key], score)
    for count, past in enumerate(reversed(scene.past[-4:])):
        distance = paragraph - past.paragraph
        if past.actor in scores and distance <= 2:
            scores[past.actor] += (2.0, 0.7, 0.3, 0.1)[count] - 0.5 * distance
    if gender and scene.past and scene.past[-1].person and scene.past[-1].actor not in scene.by_key:
        unnamed = scene.past[-1]  # `a spokesman said`: nobody's name, still the last who spoke
        distance = paragraph - unnamed.paragraph
        if distance <= 1 and _fits_role(unnamed.actor, gender):
            scores[unnamed.actor] = 4.5 - distance
    for key, times in seen.items():
        scores[key] += min(0.4, 0.1 * times)
    return dict(scores)


def _fits_role(actor: str, gender: str) -> bool:
    words = set(actor.split("-"))
    return not words & (FEMALE_ROLES if gender == "m" else MALE_ROLES)


def _ranked(scores: dict[str, float], rule: str) -> Resolution:
    if not scores:
        return Resolution(None, rule, 0.0)
    order = sorted(scores, key=lambda key: (-scores[key], key))
    lead = scores[order[0]] - (scores[order[1]] if len(order) > 1 else 0.0)
    return Resolution(order[0], rule, min(0.9, 0.55 + 0.1 * lead), tuple(order[1:4]))
