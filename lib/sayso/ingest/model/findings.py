"""What asking a model gives: rows like those of the rules, and apart from them what could not be confirmed."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.ingest.model.client import Usage
from sayso.ingest.model.errors import ModelError
from sayso.ingest.records import Extraction, Span


@dataclass(frozen=True)
class Unverified:
    """A quote whose words or speaker the article does not have, after asking twice. It never counts.

    `text` and `speaker` are the model's words, not the article's: shown as such, never as a quotation. `span` is
    where to look: the sentences that the model named, or those most like its words.
    """

    text: str
    speaker: str
    actor: str
    span: Span
    reason: str
    stances: tuple[tuple[str, int, str | None], ...]  # issue, stance, condition in the model's words
    extractor: str
    rule: str = "model"
    confidence: float = 0.0
    status: str = "unverified"


@dataclass(frozen=True)
class ModelFindings:
    """One article as a model read it. `extraction.read_to` says how far, where `stopped` says why no further."""

    extraction: Extraction
    unverified: tuple[Unverified, ...] = ()
    left_out: tuple[str, ...] = ()  # stances and events that failed a check, in words for the log
    usage: Usage = field(default_factory=Usage)
    stopped: ModelError | None = None
