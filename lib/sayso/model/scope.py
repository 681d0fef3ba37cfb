"""What a reader is looking at: dataset, as-of date and filters. Every question is asked within a scope."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

CountBy = Literal["article", "statement", "week", "month"]
Measure = Literal["mean", "latest"]
Unit = Literal["actors", "factions"]
KnownBy = Literal["said", "published", "coded"]

COUNT_WORDS: dict[CountBy, str] = {
    "article": "one per article",
    "statement": "every statement",
    "week": "one per week",
    "month": "one per month",
}
KNOWN_WORDS: dict[KnownBy, str] = {
    "said": "said or done by then",
    "published": "published by then",
    "coded": "coded here by then",
}
KINDS: tuple[str, ...] = ("direct", "mixed", "indirect", "act")
COUNT_BY: tuple[CountBy, ...] = get_args(CountBy)
KNOWN_BY: tuple[KnownBy, ...] = get_args(KnownBy)
MEASURES: tuple[Measure, ...] = get_args(Measure)


@dataclass(frozen=True)
class Scope:
    """A view's dataset, date and filters; an empty tuple means "all"."""

    dataset: str
    as_of: date
    actors: tuple[str, ...] = ()
    factions: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    worst_credibility: int | None = None
    count_by: CountBy = "article"
    measure: Measure = "mean"
    since: date | None = None
    """The first day whose words and acts count; None: all history."""
    known_by: KnownBy = "said"
    """What must have happened by `as_of`: that it was said, published, or coded here."""

    @property
    def everyone(self) -> Scope:
        """The same days, and nothing left out."""
        return Scope(self.dataset, self.as_of, since=self.since, known_by=self.known_by)

    @property
    def params(self) -> dict[str, Any]:
        """The scope as query parameters: an empty filter is NULL."""
        return {
            "as_of": self.as_of.isoformat(),
            "since": self.since.isoformat() if self.since else None,
            "known_by": self.known_by,
            "actors": list(self.actors) or None,
            "factions": list(self.factions) or None,
            "issues": list(self.issues) or None,
            "kinds": list(self.kinds) or None,
            "outlets": list(self.outlets) or None,
            "worst_credibility": self.worst_credibility,
            "count_by": self.count_by,
        }
