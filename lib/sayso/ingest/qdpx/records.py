"""A REFI-QDA project as records: codes, texts with their variables, and coded segments."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

CASES = "Cases"  # the folder that cases are addressed by


@dataclass(frozen=True)
class Code:
    """A code, or a named case; `parent` is the key of the code above it."""

    key: str
    name: str
    parent: str | None
    description: str = ""
    is_case: bool = False


@dataclass(frozen=True)
class Segment:
    """A code on a passage; `start` and `stop` as the project counts them, `coded_on` the day if the project says it."""

    source: str
    start: int
    stop: int
    code: str
    coder: str
    coded_on: date | None


@dataclass
class Source:
    """One text as it stands in the project; `labels` are its marked places with their excerpts."""

    key: str
    name: str
    text: str
    created_on: date | None
    variables: dict[str, str] = field(default_factory=dict)
    cases: list[str] = field(default_factory=list)
    labels: list[tuple[int, int, str]] = field(default_factory=list)


@dataclass
class Project:
    """A whole project. `groups` are named sets of codes, `unheld` counts what Sayso has no place for.

    `beside` is what is kept in the dataset's descriptor as it is: users, sets, links, memos.
    """

    name: str
    origin: str
    made_on: date | None
    codes: dict[str, Code] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    unheld: Counter[str] = field(default_factory=Counter)
    beside: dict[str, Any] = field(default_factory=dict)

    def path(self, key: str) -> str:
        """A code's names from the top: "Actors / Parties / Greens"."""
        names = []
        at: str | None = key
        while at is not None:
            names.append(self.codes[at].name)
            at = self.codes[at].parent
        return " / ".join(reversed(names))

    def below(self, key: str) -> list[str]:
        """The keys of all codes below a code, in the order of the codebook."""
        found: list[str] = []
        waiting = list(reversed(self.children.get(key, ())))
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting += reversed(self.children.get(at, ()))
        return found
