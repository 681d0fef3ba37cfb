"""What an extractor may find in the article to code, written by hand: tests of coding do not follow the rules' moods."""

from __future__ import annotations

from sayso.ingest.records import (
    Actor,
    ActorKind,
    Event,
    Extraction,
    Quote,
    QuoteKind,
    Resolution,
    Span,
    Stance,
)

TEXT = """Harbour plan divides Port Alwa

PORT ALWA, 12 March 2024 - Mayor Lena Osei said on Tuesday that she supports the new harbour toll.

"We will not accept a harbour toll," said Tariq Benali, head of the Dockers Union. "It is a tax on work."

The Fishers Council rejected the harbour toll, according to a statement.

Osei said the talks would continue in April.
"""


def at(words: str) -> Span:
    """Where the words stand in TEXT."""
    start = TEXT.index(words)
    return start, start + len(words)


def _quote(
    kind: QuoteKind,
    pieces: list[str],
    speaker: str,
    actor: str,
    confidence: float,
    stated_on: str | None = None,
) -> Quote:
    spans = tuple(at(piece) for piece in pieces)
    return Quote(
        kind, spans, at(speaker), at("said"), "speech", None, "by hand", confidence, 0, None,
        Resolution(actor, "name", 0.92), stated_on,
    )  # fmt: skip


def _actor(key: str, name: str, kind: ActorKind, known: bool = False) -> Actor:
    return Actor(key, name, kind, known, (), (), (at(name),), "name", 0.6)


def _event(kind: str, words: str, trigger: str, actor: str, quote: int) -> Event:
    return Event(
        kind, at(trigger), at(words), "happened", None, None, actor, None, "2024-03-12", "inferred", None, None, None,
        quote, f"trigger {kind.lower()}", 0.55, title=words,
    )  # fmt: skip


FOUND = Extraction(
    quotes=(
        _quote("indirect", ["that she supports the new harbour toll"], "Lena Osei", "lena-osei", 0.8, "2024-03-12"),
        _quote("direct", ['"We will not accept a harbour toll,"', '"It is a tax on work."'], "Tariq Benali", "tariq-benali", 0.95),
        _quote("indirect", ["The Fishers Council rejected the harbour toll"], "Fishers Council", "fishers-council", 0.6),
        _quote("indirect", ["the talks would continue in April"], "Osei", "lena-osei", 0.86),
    ),
    actors=(
        _actor("lena-osei", "Lena Osei", "person", known=True),
        _actor("tariq-benali", "Tariq Benali", "person"),
        _actor("fishers-council", "Fishers Council", "organisation"),
    ),
    events=(
        _event("SUPPORT", "Mayor Lena Osei said on Tuesday that she supports the new harbour toll.", "supports", "lena-osei", 0),
        _event("REJECT", "The Fishers Council rejected the harbour toll", "rejected", "fishers-council", 2),
    ),
    stances=(
        Stance(0, "lena-osei", "toll", 1, None, at("supports the new harbour toll"), "by hand", 0.55),
        Stance(1, "tariq-benali", "toll", -1, None, at("will not accept a harbour toll"), "by hand", 0.55),
        Stance(2, "fishers-council", "toll", -2, None, at("rejected the harbour toll"), "by hand", 0.33),
    ),
    read_to=len(TEXT),
)  # fmt: skip
