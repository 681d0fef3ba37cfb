"""Where an event happened: the place named beside it."""

from __future__ import annotations

import re

from sayso.ingest.lexicon.places import Place, place_named
from sayso.ingest.records import Span

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:(?:al|el|de|la|of|del|es|the)\s+)?[A-Z][\w’'-]+){0,3}"
_IN = re.compile(
    r"\b(?P<word>in|at|near|outside|inside|around|across|throughout|on|off|from|to|into|over|against)\s+(?:the\s+)?"
    r"(?P<side>(?:(?:northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|"
    r"north|south|east|west|greater|downtown|occupied|war-torn|neighbou?ring|"
    r"(?:\w+\s)?(?:city|town|village|port|capital|province|region|district|state|island|suburb|resort|city centre) of|"
    r"soil of|outskirts of|streets of|border with|border between|capital,?)\s+)*)"
    rf"(?P<name>{_NAME})(?:,\s+(?P<beyond>{_NAME}))?"
)
_TAILS = frozenset(
    "international airport airports province city district square bridge university prison camp hospital court street road region "
    "governorate port harbour island county state military base embassy stadium station".split()
)
_SURE = frozenset(("in", "at", "near", "outside", "inside", "around", "across", "throughout", "off"))
_NOT_SURE = 80  # characters that "from", "to", "on" count as farther


def place_near(text: str, trigger: Span, sentence: Span) -> Place | None:
    """The place after "in", "near", "from" that is nearest to the trigger, if the map knows it."""
    best: tuple[int, Place] | None = None
    for match in _IN.finditer(text, *sentence):
        known = _known(match["name"], match["beyond"])
        if known is None:
            continue
        away = match.start() - trigger[1] if match.start() >= trigger[1] else trigger[0] - match.start() + 25
        away += 0 if match["word"] in _SURE else _NOT_SURE
        if best is None or away < best[0]:
            best = (away, known)
    return best[1] if best else None


def _known(words: str, beyond: str | None) -> Place | None:
    """The longest beginning of a name that is on the map; what follows it must be a part of the place."""
    parts = re.sub(r"[’']s?$", "", words).split()
    possessed = words.endswith(("’s", "'s"))
    for size in range(len(parts), 0, -1):
        rest = [part.lower() for part in parts[size:]]
        if any(part not in _TAILS for part in rest):
            continue
        if possessed and size == len(parts) and size == 1 and place_named(parts[0]) is None:
            return None
        found = place_named(" ".join(parts[:size]), beyond)
        if found:
            return found
    return None
