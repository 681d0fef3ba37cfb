"""The committee, the top diplomat, the newspaper: whose name the description stands for."""

from __future__ import annotations

import re

from sayso.ingest.actors.merge import Cluster, plain
from sayso.ingest.lexicon.bodies import HEADS, OUTLET_WORDS
from sayso.ingest.lexicon.people import PERSON_ROLES, ROLE_SYNONYMS
from sayso.ingest.lexicon.places import DEMONYMS
from sayso.ingest.records import Resolution
from sayso.ingest.speakers.candidates import Scene

_TAIL = re.compile(r"\s+(?:of|for|in|at|from|who|with|on|that|to|and)\s.*$", re.DOTALL)


def head_words(description: str) -> list[str]:
    """The words up to and with the head: "the top Iraqi diplomat" → top, iraqi, diplomat."""
    short = _TAIL.sub("", description.lower().replace("’", "'"))
    return [
        word
        for word in re.findall(r"[a-z][a-z.'-]*", short)
        if word not in ("the", "this", "that", "a", "an")
    ]


def described(scene: Scene, description: str, at: int) -> Resolution:
    """The best actor mentioned before for a definite description."""
    words = head_words(description)
    if not words:
        return Resolution(None, "description", 0.0)
    head = words[-1].removesuffix("'s")
    scores: dict[str, float] = {}
    for start, _, cluster, quoted in scene.before(at, 12_000):
        score = _fit(cluster, head, words[:-1])
        if score <= 0:
            continue
        score += 1.0 - min(1.0, (at - start) / 6000) - (0.3 if quoted else 0.0)
        if any(
            past.actor == cluster.key and scene.paragraph(at) - past.paragraph <= 2
            for past in scene.past[-3:]
        ):
            score += 0.8
        scores[cluster.key] = max(scores.get(cluster.key, 0.0), score)
    if not scores:
        return Resolution(None, "description", 0.0)
    order = sorted(scores, key=lambda key: (-scores[key], key))
    lead = scores[order[0]] - (scores[order[1]] if len(order) > 1 else 0.0)
    return Resolution(
        order[0], "description", min(0.85, 0.45 + 0.12 * lead + 0.05 * scores[order[0]]), tuple(order[1:4])
    )


def _fit(cluster: Cluster, head: str, modifiers: list[str]) -> float:
    name = plain(cluster.name).split()
    roles = " ".join(cluster.roles).replace(".", "")
    role_words = set(re.findall(r"[a-z-]+", roles))
    score = 0.0
    if cluster.kind not in ("person", None):
        if head in name:
            score = 3.0
        elif head in OUTLET_WORDS and cluster.kind == "media":
            score = 2.5
        elif head in role_words:
            score = 1.5
        elif HEADS.get(head) == cluster.kind and cluster.kind not in (
            "group",
            "state",
            "organisation",
            "media",
        ):
            score = 1.2
        elif head == "country" and cluster.kind == "state":
            score = 1.5
    elif head in PERSON_ROLES or (head in role_words and head not in HEADS) or head.endswith("-year-old"):
        if head in role_words:
            score = 2.5
        elif any(synonym in roles for synonym in ROLE_SYNONYMS.get(head, ())):
            score = 2.0
    if score:
        text = " ".join([*name, roles])
        for word in modifiers:
            code = DEMONYMS.get(word)
            if word in text or (code and cluster.country == code):
                score += 0.6
            elif code and cluster.country and cluster.country != code:
                score -= 1.0
    return score
