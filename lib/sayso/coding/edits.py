"""What a coder says of a find before accepting it: plain values."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.coding.proposals import ActorRef


@dataclass(frozen=True)
class NewActor:
    """An actor that the coder names."""

    name: str
    kind: str


@dataclass(frozen=True)
class Coding:
    """A stance on an issue, −2 … +2, with the condition it was put under, if any."""

    issue_id: str
    stance: int
    condition: str | None = None
    note: str | None = None
    basis: str = "words"


@dataclass(frozen=True)
class Act:
    """Where somebody stands on an issue by what was done: a coding on an event, of basis "act"."""

    actor: ActorRef | NewActor
    coding: Coding


@dataclass(frozen=True)
class QuoteEdits:
    """What a coder changed in a quote before accepting it; None leaves a field as proposed."""

    speaker: ActorRef | NewActor | None = None
    addressee: ActorRef | NewActor | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    kind: str | None = None
    stated_on: str | None = None
    stated_on_basis: str | None = None
    credibility: int | None = None
    venue: str | None = None
    translation: str | None = None
    statements: tuple[Coding, ...] | None = None


@dataclass(frozen=True)
class EventEdits:
    """What a coder changed in an event before accepting it. `same_as` reports an event the dataset has."""

    title: str | None = None
    kind: str | None = None
    modality: str | None = None
    happened_on: str | None = None
    happened_on_basis: str | None = None
    place: str | None = None
    description: str | None = None
    participants: tuple[tuple[ActorRef | NewActor, str], ...] | None = None
    statements: tuple[Act, ...] = ()
    credibility: int | None = None
    same_as: str | None = None
