"""The sentence being read, and the quotes drafted from it."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.ingest.attribution.nouns import Phrase
from sayso.ingest.records import CueClass, QuoteKind, Span
from sayso.ingest.text.tokens import Token

DIRECT_SHARE = 0.95


@dataclass
class Draft:
    """A quote before its confidence and its speaker's identity are known."""

    pieces: list[Span]
    cue: Span | None
    speaker: Span | None
    rule: str
    cue_class: CueClass
    kind: QuoteKind
    sentence: int
    addressee: Span | None = None
    antecedent: Span | None = None


@dataclass
class Reading:
    """One sentence: its tokens, which of them are spoken for, and what came before."""

    tokens: list[Token]
    number: int
    before: list[Draft]  # earlier in the paragraph
    last: Draft | None  # the last speech with a speaker, anywhere before
    previous: list[Token] = field(
        default_factory=list
    )  # the sentence before, in this paragraph or closed by ":"
    used: list[bool] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    high: int = 0  # end of the sentence without its closing punctuation

    def __post_init__(self) -> None:
        self.used = [False] * len(self.tokens)
        self.high = len(self.tokens)
        while self.high and self.tokens[self.high - 1].text in (".", "!", "?", "…", "...", "....", ",", ";"):
            self.high -= 1

    @property
    def quotes(self) -> list[int]:
        """Places of the quotations."""
        return [number for number, token in enumerate(self.tokens) if token.quote]

    def span(self, start: int, end: int) -> Span | None:
        """The characters of some tokens, without punctuation at the edges."""
        t = self.tokens
        while start < end and t[start].kind == "p" and t[start].text not in "([‘$":
            start += 1
        while end > start and t[end - 1].kind == "p" and t[end - 1].text not in ")]%’":
            end -= 1
        return (t[start].start, t[end - 1].end) if end > start else None

    def chars(self, phrase: Phrase | tuple[int, int] | None) -> Span | None:
        """The characters of a phrase."""
        if phrase is None or phrase[1] <= phrase[0]:
            return None
        return self.tokens[phrase[0]].start, self.tokens[phrase[1] - 1].end

    def take(self, start: int, end: int) -> None:
        """Mark tokens as spoken for."""
        for number in range(start, min(end, len(self.used))):
            self.used[number] = True

    def emit(
        self,
        parts: list[tuple[int, int]],
        cue: tuple[int, int] | None,
        speaker: Phrase | None,
        rule: str,
        cue_class: CueClass = "speech",
        addressee: Phrase | None = None,
        antecedent: Phrase | None = None,
    ) -> Draft | None:
        """Draft a quote of the tokens in `parts`; None if nothing but punctuation is in them."""
        pieces = [piece for part in parts if (piece := self.span(*part))]
        if not pieces:
            return None
        inside = total = 0
        for start, end in parts:
            self.take(start, end)
            for token in self.tokens[start:end]:
                inside += token.size if token.quote else 0
                total += token.size if token.quote else int(token.word)
        kind: QuoteKind = "indirect"
        if inside:
            kind = "direct" if inside >= DIRECT_SHARE * total else "mixed"
        draft = Draft(
            pieces, self.chars(cue), self.chars(speaker), rule, cue_class, kind, self.number,
            self.chars(addressee), self.chars(antecedent),
        )  # fmt: skip
        self.drafts.append(draft)
        return draft
