"""Short ways to ask what was found."""

from __future__ import annotations

from sayso.ingest import extract
from sayso.ingest.records import Extraction, Quote


def words(text: str, *spans: tuple[int, int] | None) -> str:
    """The words at some places."""
    return " … ".join(text[slice(*span)] for span in spans if span)


def only(text: str) -> tuple[str, str, Quote]:
    """Content, speaker as written and row of the one quote of a text."""
    (quote,) = extract(text).quotes
    return words(text, *quote.spans), words(text, quote.speaker), quote


def who(text: str) -> list[tuple[str, str | None]]:
    """Each quote's first words, and its actor's name."""
    found = extract(text)
    names = {actor.key: actor.name for actor in found.actors}
    return [
        (words(text, quote.spans[0])[:24], names.get(quote.resolution.actor or "", quote.resolution.actor))
        for quote in found.quotes
    ]


def names(found: Extraction) -> set[str]:
    """The actors' names."""
    return {actor.name for actor in found.actors}
