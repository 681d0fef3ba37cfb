"""What every report starts from: a dataset, the reader's scope, and the names in it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.scope import Scope
from sayso.queries import networks
from sayso.reports.lookup import Lookup, read_lookup
from sayso.reports.memo import ask
from sayso.store.hub import Database

KIND_WORDS = {
    "direct": "direct quotes",
    "mixed": "mixed quotes",
    "indirect": "indirect quotes",
    "act": "acts",
}


@dataclass(frozen=True)
class View:
    """A dataset as one reader looks at it."""

    database: Database
    scope: Scope
    lookup: Lookup
    active: tuple[str, ...]
    """The filters in force, in words."""

    @property
    def where(self) -> str:
        """What follows a claim about everyone where filters leave somebody or something out: " in this selection"."""
        return " in this selection" if self.active or self.scope.since else ""

    @property
    def span(self) -> float:
        """The length of the dataset's own scale: 4 from −2 to +2, 2 for yes and no."""
        return ask(networks.span, self.database)

    @property
    def levels(self) -> list[float]:
        """The steps of the dataset's own scale, from opposition to support."""
        return ask(networks.steps, self.database)

    @property
    def issues(self) -> list[str]:
        """The issues in scope, in the codebook's order."""
        return [key for key in self.lookup.issues if not self.scope.issues or key in self.scope.issues]


def look(database: Database, scope: Scope) -> View:
    """The view of `scope`."""
    lookup = ask(read_lookup, database)
    return View(database, scope, lookup, _in_words(scope, lookup))


def _in_words(scope: Scope, lookup: Lookup) -> tuple[str, ...]:
    named = (
        ("actors", [lookup.actors[key] for key in scope.actors]),
        ("factions", [lookup.factions[key] for key in scope.factions]),
        ("issues", [lookup.issues[key] for key in scope.issues]),
        ("outlets", [lookup.outlets[key] for key in scope.outlets]),
        ("only", [KIND_WORDS[key] for key in scope.kinds]),
    )
    words = [f"{label}: {', '.join(values)}" for label, values in named if values]
    if scope.worst_credibility:
        words.append(f"credibility {scope.worst_credibility} or better")
    return tuple(words)
