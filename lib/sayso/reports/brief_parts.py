"""What a briefing is made of, in order, whoever keeps it: exhibits and the analyst's own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.reports.exhibit import Exhibit


@dataclass(frozen=True)
class Judgement:
    """A key judgement; `likelihood` and `confidence` are the analyst's, never computed (ICD 203)."""

    text: str
    likelihood: str = ""
    confidence: str = ""

    @property
    def degrees(self) -> str:
        """ "very likely · moderate confidence", what was given of it."""
        sure = self.confidence and (
            self.confidence if "confidence" in self.confidence else f"{self.confidence} confidence"
        )
        return " · ".join(filter(None, [self.likelihood, sure]))


@dataclass(frozen=True)
class Text:
    """The analyst's own text, a paragraph a line."""

    text: str
    heading: str = ""


BriefPart = Exhibit | Judgement | Text


@dataclass(frozen=True)
class Brief:
    """A briefing: its parts in order. `marking` stands on every page; `language` turns the words' direction."""

    title: str
    day: date
    parts: Sequence[BriefPart]
    marking: str = ""
    language: str = "en"

    @property
    def exhibits(self) -> list[Exhibit]:
        """The views."""
        return [part for part in self.parts if isinstance(part, Exhibit)]

    @property
    def judgements(self) -> list[Judgement]:
        """The key judgements."""
        return [part for part in self.parts if isinstance(part, Judgement)]


def alone(exhibit: Exhibit) -> Brief:
    """One view as a briefing: what a button beside a chart gives."""
    return Brief(exhibit.title, date.fromisoformat(exhibit.as_of), (exhibit,))
