"""What the words and numbers mean: a dataset's codebook, dictionary, outlets and rights, and what polarization measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

import pandas as pd

from sayso.analysis.networks.bipolar import Split, splits
from sayso.model.scope import Scope
from sayso.queries import codebook
from sayso.reports import heading
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

_ISSUES = {
    "short_name": "Issue", "proposition": "Proposition", "supports_means": "Supports means",
    "opposes_means": "Opposes means", "keywords": "Keywords", "issue_id": "id",
}  # fmt: skip
_FACTIONS = {"name": "Faction", "description": "Who belongs", "n_members": "Members", "faction_id": "id"}


@dataclass(frozen=True)
class Example:
    """Splits of one debate by two measures of polarization, as a table, and what it shows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    sentence: str


@dataclass(frozen=True)
class About(Report):
    """The dataset's own words about itself. Parts are tables."""

    page: ClassVar[str] = "about"
    view: View

    @property
    def title(self) -> str:
        """The dataset's title."""
        return self.view.database.title

    @property
    def subtitle(self) -> str:
        """What is in scope, and the data version."""
        return heading.subtitle(self.view, f"data version {self.view.database.version}")

    @property
    def notes(self) -> tuple[str, ...]:
        """The description, then the licences."""
        return tuple(filter(None, (self.description, *self.licences)))

    @property
    def parts(self) -> tuple[Part, ...]:
        """Codebook, factions, dictionary, outlets and articles."""
        database = self.view.database
        return (
            _part("issues", "The codebook", ask(codebook.issues, database), _in(_ISSUES)),
            _part("factions", "The factions", ask(codebook.factions, database), _in(_FACTIONS)),
            _part(
                "dictionary", "What each column means", ask(codebook.dictionary, database), pd.DataFrame.copy
            ),
            _part("outlets", "The outlets", ask(codebook.outlets, database), _worded),
            _part("articles", "The articles", ask(codebook.articles, database), _worded),
        )

    @property
    def description(self) -> str:
        """What the dataset says of itself."""
        return ask(codebook.describe, self.view.database).description

    @property
    def licences(self) -> tuple[str, ...]:
        """Under which it may be used."""
        return ask(codebook.describe, self.view.database).licences

    @property
    def tables(self) -> dict[str, str]:
        """What each table holds, in the schema's order."""
        return ask(codebook.table_comments, self.view.database)


def about(database: Database, scope: Scope) -> About:
    """What there is to know of the dataset; only the subtitle depends on `scope`."""
    return About(look(database, scope))


@cache
def polarization_example() -> Example:
    """The true camps of a debate that nobody can mistake, beside those that DNA's index prefers."""
    tried = splits()
    true, preferred = next(split for split in tried if split.is_true), tried[0]
    named = ((f"{_camps(true)}: allies together", true), (f"{_camps(preferred)}: allies parted", preferred))
    return Example(
        ("Six actors in two camps", "Sayso: ties that fit", "DNA 3.1: its index"),
        tuple((name, f"{split.share:.0%}", f"{split.dna:.2f}") for name, split in named),
        "A, B and C agree with all of three issues, D, E and F with none. Nobody would doubt the camps; of all ten ways to part the six into "
        f"threes DNA's index is lowest for the true ones and highest for such as {_camps(preferred)}. Sayso's is highest for the true ones.",
    )


def _camps(split: Split) -> str:
    one, other = ("{" + ", ".join(camp) + "}" for camp in split.camps)
    return f"{one} against {other}"


def _part(name: str, title: str, frame: pd.DataFrame, worded: Callable[[pd.DataFrame], pd.DataFrame]) -> Part:
    return Part(name, title, frame, lambda: worded(frame))


def _in(names: dict[str, str]) -> Callable[[pd.DataFrame], pd.DataFrame]:
    return lambda frame: frame[list(names)].rename(columns=names)


def _worded(frame: pd.DataFrame) -> pd.DataFrame:
    """Column names as a reader sees them."""
    return frame.rename(
        columns={name: name.removeprefix("n_").replace("_", " ").capitalize() for name in frame.columns}
    )
