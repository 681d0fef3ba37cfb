"""What withdrawing an article would do, in words and as a table; and what was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.analysis.outlet_words import step_words
from sayso.coding import withdrawing
from sayso.coding.moved import everything
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted, listed, number
from sayso.queries import outlets
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.reports.report import Part
from sayso.reports.sources.reliance import with_sources
from sayso.reports.view import View

Row = dict[str, Any]
MOST_LINES = 40
_BANDS = ("shifted", "found", "lost")
_METHOD = (
    "Every position of actors and factions is counted again without the article’s statements, by the same rules as on every page, "
    "in the whole dataset. Copies that stay count in its stead; an act is credited to the next article that reports it."
)


@dataclass(frozen=True)
class Articles:
    """The articles as they stand."""

    view: View

    @cached_property
    def answer(self) -> Answer:
        """One row an article (`queries.outlets.articles`)."""
        return ask(outlets.articles, self.view.database)

    @cached_property
    def rows(self) -> dict[str, Row]:
        """`answer` by id."""
        return {row["article_id"]: row for row in records(self.answer.frame)}

    @cached_property
    def names(self) -> dict[str, str]:
        """Articles by id, as select boxes name them."""
        return ask(read_article_labels, self.view.database)

    @property
    def withdrawn(self) -> list[Row]:
        """Those that are withdrawn, the latest first."""
        rows = [row for row in self.rows.values() if row["withdrawn_on"] is not None]
        return sorted(rows, key=lambda row: (row["withdrawn_on"], row["article_id"]), reverse=True)

    def copies(self, article: str) -> list[str]:
        """The copies of an article that are not withdrawn."""
        return [
            key
            for key, row in self.rows.items()
            if row["duplicate_of"] == article and row["withdrawn_on"] is None
        ]

    def without(self, articles: tuple[str, ...]) -> Withdrawal:
        """What withdrawing `articles` together would do; the first is the one that was chosen."""
        scope = self.view.scope
        preview = ask(withdrawing.preview, self.view.database, articles, scope.count_by, scope.measure)
        return Withdrawal(self, articles, preview)


@dataclass(frozen=True)
class Withdrawal:
    """What withdrawing `going` would do to the whole dataset, whatever a reader filters."""

    articles: Articles
    going: tuple[str, ...]
    preview: withdrawing.Preview

    @property
    def sentence(self) -> str:
        """How many statements leave and positions change."""
        n_factions = sum(unit == "faction" for unit, _ in self._changes)
        frames = (self.preview.actors, self.preview.factions)
        n_same = sum(int((frame["change"] == "moved").sum()) for frame in frames)
        return sentence(self.preview.n_leaving, len(self._changes) - n_factions, n_factions, n_same)

    @property
    def consequences(self) -> list[str]:
        """What becomes of copies, of the original, and of acts that others report."""
        lines = []
        row, rows = self.articles.rows[self.going[0]], self.articles.rows
        staying = [key for key in self.articles.copies(self.going[0]) if key not in self.going]
        if staying:
            where = listed([rows[key]["outlet"] for key in staying])
            lines.append(
                f"{counted(len(staying), 'copy', 'copies')} of it {'stays' if len(staying) == 1 else 'stay'} ({where}):"
                " what was coded from a copy goes on counting, once."
            )
        if row["duplicate_of"]:
            tail = (
                "and counts as that one: a statement that both carry is counted once, and stays."
                if rows[row["duplicate_of"]]["withdrawn_on"] is None
                else "which is withdrawn already."
            )
            lines.append(f"It is a copy of {self.articles.names[row['duplicate_of']]}, {tail}")
        if n := self.preview.n_credited:
            lines.append(
                f"{counted(n, 'act')} of it {'stays' if n == 1 else 'stay'}: another article reports"
                f" {'it' if n == 1 else 'them'} too."
            )
        return lines

    @property
    def lines(self) -> list[str]:
        """What becomes of each position that changes, actors first; at most MOST_LINES."""
        return [self._line(unit, row) for unit, row in self._changes[:MOST_LINES]]

    @property
    def more(self) -> str:
        """How many changes stand in no line; "" if all do."""
        n = len(self._changes) - MOST_LINES
        return f"and {n} more, in the table" if n > 0 else ""

    @property
    def extent(self) -> str:
        """How many statements the articles hold."""
        n = sum(int(self.articles.rows[key]["n_statements"]) for key in self.going)
        return f"What it says: {counted(n, 'statement')}"

    @property
    def statements(self) -> pd.DataFrame:
        """The counting statements of the articles, whatever is filtered."""
        view = self.articles.view
        statements = with_sources(
            view.database, everything(view.database, view.scope.count_by, view.scope.measure)
        )
        return statements[statements["article_id"].isin(self.going)]

    @property
    def part(self) -> Part:
        """The changes as a table."""
        positions = f"{counted(self.preview.n_positions, 'position')} of actors compared"
        return Part(
            "sources-withdraw", self.sentence, self.preview.actors, self._table, (self.articles.answer,), _METHOD,
            heading.provenance(self.articles.view, "whole dataset, whatever is filtered", positions),
        )  # fmt: skip

    @cached_property
    def _changes(self) -> list[tuple[str, Row]]:
        units = (("actor", self.preview.actors), ("faction", self.preview.factions))
        return [(unit, row) for unit, frame in units for row in records(frame) if row["change"] in _BANDS]

    def _line(self, unit: str, row: Row) -> str:
        lookup = self.articles.view.lookup
        who = f"{lookup.factions[row['unit_id']]} (faction)" if unit == "faction" else lookup.actors[row["unit_id"]]  # fmt: skip
        return step_words(row, who, lookup.issues[row["issue_id"]])

    def _table(self) -> pd.DataFrame:
        lookup = self.articles.view.lookup
        units = (("actor", self.preview.actors, lookup.actors), ("faction", self.preview.factions, lookup.factions))  # fmt: skip
        rows = [
            {
                "What": f"position {row['change']}", "Who": names[row["unit_id"]], "Unit": unit, "Issue": lookup.issues[row["issue_id"]],
                "Now": BY_STATE[row["state_before"]].word, "Value now": row["value_before"], "n now": row["n_before"],
                "Without it": BY_STATE[row["state_after"]].word, "Value without": row["value_after"], "n without": row["n_after"],
            }
            for unit, frame, names in units for row in records(frame)
        ]  # fmt: skip
        return pd.DataFrame(rows)


def sentence(n_leaving: int, n_actors: int, n_factions: int, n_same: int = 0) -> str:
    """ "3 statements leave; 2 positions of actors and 1 of factions change"; that none does is a finding."""
    if not n_leaving:
        return "No statement leaves: no position rests on it."
    head = f"{counted(n_leaving, 'statement')} {'leaves' if n_leaving == 1 else 'leave'}"
    same = f"; {number(n_same)} {'keeps its' if n_same == 1 else 'keep their'} band with another mean" if n_same else ""  # fmt: skip
    if not n_actors + n_factions:
        return f"{head}, and no position changes its band{same}. What others report carries them all: that is a finding."
    verb = "changes" if n_actors + n_factions == 1 else "change"
    return f"{head}; {counted(n_actors, 'position')} of actors and {n_factions:,} of factions {verb}{same}."


def since(row: Row) -> str:
    """Since when an article is withdrawn, by whom, and how many statements were coded from it."""
    by = f" by {row['withdrawn_by']}" if row["withdrawn_by"] else ""
    n = counted(int(row["n_statements"]), "statement")
    return f"since {date_words(row['withdrawn_on'])}{by} · {n} coded from it"
