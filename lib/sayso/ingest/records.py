"""What goes in and what comes out: plain frozen values. Offsets are code points, ends exclusive."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EXTRACTOR = "rules@3"

Span = tuple[int, int]
SentenceKind = Literal["body", "heading", "footnote"]
QuoteKind = Literal["direct", "mixed", "indirect"]
CueClass = Literal["speech", "attitude", "cognition", "evidential"]
ActorKind = Literal[
    "person", "organisation", "government", "parliament", "state", "armed group", "party", "alliance", "media", "group"
]  # fmt: skip
NameKind = ActorKind | Literal["capital"]
"""What a name can be: a capital names its city, or the state that is governed from there."""
DayBasis = Literal["stated", "inferred", "unresolved"]
Modality = Literal["happened", "ongoing", "expected", "demanded", "denied"]


@dataclass(frozen=True)
class KnownActor:
    """An actor that the dataset already has."""

    actor_id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Issue:
    """An issue of the codebook: words that bring it up, phrases that tell a side.

    The proposition and what either side means are for a reader, or a model, that is asked about it.
    """

    issue_id: str
    keywords: tuple[str, ...]
    support_cues: tuple[str, ...] = ()
    oppose_cues: tuple[str, ...] = ()
    proposition: str = ""
    supports_means: str = ""
    opposes_means: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence, heading or footnote."""

    span: Span
    paragraph: int
    kind: SentenceKind


@dataclass(frozen=True)
class Marked:
    """Words between quotation marks, the marks included."""

    span: Span
    paragraph: int
    style: Literal["double", "single"]
    continues: bool = False  # the next paragraph re-opens it
    continued: bool = False
    unclosed: bool = False


@dataclass(frozen=True)
class Mention:
    """Words that name or describe an actor; `actor` is the key of an Actor of the same extraction."""

    span: Span
    actor: str
    rule: str
    confidence: float
    extractor: str = EXTRACTOR


@dataclass(frozen=True)
class Actor:
    """Somebody who is mentioned. `known` tells whether the dataset has this actor; else it is proposed."""

    key: str
    name: str
    kind: ActorKind
    known: bool
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    spans: tuple[Span, ...]
    rule: str
    confidence: float
    extractor: str = EXTRACTOR


@dataclass(frozen=True)
class Resolution:
    """Who a speaker's words mean: the best actor, how that was decided, and who else it may be."""

    actor: str | None
    rule: str
    confidence: float
    runners_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quote:
    """Words attributed to a speaker."""

    kind: QuoteKind
    spans: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    cue_class: CueClass
    addressee: Span | None
    rule: str
    confidence: float
    sentence: int
    antecedent: Span | None = None  # what "who" stands for
    resolution: Resolution = Resolution(None, "none", 0.0)
    stated_on: str | None = None
    extractor: str = EXTRACTOR


@dataclass(frozen=True)
class DateFound:
    """A date as written, as EDTF (None while unresolved), with its precision and where it comes from."""

    span: Span
    edtf: str | None
    precision: str
    basis: DayBasis
    rule: str
    confidence: float
    extractor: str = EXTRACTOR


@dataclass(frozen=True)
class Event:
    """Something that happened, is going on, is expected, demanded or denied."""

    kind: str
    trigger: Span
    span: Span
    modality: Modality
    source: Span | None
    target: Span | None
    source_actor: str | None
    target_actor: str | None
    happened_on: str | None
    basis: DayBasis
    place: str | None
    latitude: float | None
    longitude: float | None
    claimed_in: int | None  # index of the quote whose speaker claims it
    rule: str
    confidence: float
    extractor: str = EXTRACTOR
    title: str = ""  # in the words of the sentence
    spans: tuple[Span, ...] = ()  # every sentence that tells it, `span` among them
    place_precision: str | None = None  # city, region or country


@dataclass(frozen=True)
class Stance:
    """A proposal: this speaker on this issue, because of this quote."""

    quote: int
    actor: str | None
    issue_id: str
    stance: int
    condition: Span | None
    evidence: Span
    rule: str
    confidence: float
    extractor: str = EXTRACTOR


@dataclass(frozen=True)
class Extraction:
    """Everything found in one text."""

    sentences: tuple[Sentence, ...] = ()
    marked: tuple[Marked, ...] = ()
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    dates: tuple[DateFound, ...] = ()
    events: tuple[Event, ...] = ()
    stances: tuple[Stance, ...] = ()
    read_to: int = 0  # characters read; less than the text only beyond chain.LONGEST
    extractor: str = field(default=EXTRACTOR)
