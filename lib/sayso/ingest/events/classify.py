"""Which kinds of event a clause tells, and the kind that leads."""

from __future__ import annotations

import re
from typing import NamedTuple

from sayso.ingest.lexicon.plover import TRIGGERS

_REPORT = re.compile(
    r",?\s+(?:[\w.’' -]{2,60}?)\s(?:said|says|reported|told|announced)(?:\s+[\w’' ]{1,40})?\.?\s*$|"
    r",\s+(?:the|a|an)?\s*[\w.’' -]{2,60}\s(?:said|says|reported)\b[^,.]*\.?$"
)


class Trigger(NamedTuple):
    """A word or phrase that tells an event."""

    kind: str
    weight: int
    start: int
    end: int


def triggers(text: str) -> list[Trigger]:
    """All triggers of a clause, the heaviest of those that overlap."""
    found = [
        Trigger(kind, weight, *match.span())
        for kind, weight, pattern in TRIGGERS
        for match in pattern.finditer(text)
    ]
    kept: list[Trigger] = []
    for trigger in sorted(found, key=lambda t: (-t.weight, t.start)):
        if all(trigger.end <= other.start or trigger.start >= other.end for other in kept):
            kept.append(trigger)
    return sorted(kept, key=lambda t: t.start)


def leading(sentence: str) -> Trigger | None:
    """The main event of a sentence: early and heavy; what only reports it does not count."""
    body = _REPORT.sub("", sentence)
    found = triggers(body)
    if not found:
        return None
    return max(found, key=lambda t: (t.weight * 0.5 - 40 * t.start / max(1, len(body)), -t.start))
