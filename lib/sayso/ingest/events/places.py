"""Where an event happened: the place named beside it."""

from __future__ import annotations

import re

from sayso.ingest.lexicon.places import COUNTRY_POINTS, Place, city, country_code, country_name
from sayso.ingest.records import Span

_IN = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|inside|around|on)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|"
    r"city of|town of|capital|soil of)\s+)*([A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})"
)


def place_near(text: str, trigger: Span, sentence: Span) -> Place | None:
    """The place after "in", "near", "from" that is nearest to the trigger, if the map knows it."""
    best: tuple[int, Place] | None = None
    for match in _IN.finditer(text, *sentence):
        known = _known(match.group(1))
        if known is None:
            continue
        away = abs(match.start() - trigger[1])
        if best is None or away < best[0]:
            best = (away, known)
    return best[1] if best else None


def _known(words: str) -> Place | None:
    parts = words.split()
    for size in range(len(parts), 0, -1):
        name = " ".join(parts[:size])
        code = country_code(name)
        if code:
            latitude, longitude = COUNTRY_POINTS.get(code, (None, None))
            return Place(country_name(code), code, latitude, longitude, 0)
        found = city(name)
        if found and (size > 1 or found.population > 100_000):
            return found
    return None
