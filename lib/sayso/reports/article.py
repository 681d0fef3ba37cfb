"""What does one article say, and who is quoted in it? Its quotes in the order of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.errors import QueryError
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.queries import codebook
from sayso.queries import quotes as questions
from sayso.queries.answer import Answer
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

_COLUMNS = ["Speaker", "Kind", "Quote", "Translation", "To", "At", "Characters", "id"]


@dataclass(frozen=True)
class Article(Report):
    """One article, whatever the filters; only `statements` and what follows from them keep to the scope."""

    page: ClassVar[str] = "article"
    view: View
    article: Mapping[str, Any]
    """Its row of `queries.codebook.articles`; empty if the dataset has none."""
    answer: Answer

    @property
    def title(self) -> str:
        """How much of it is coded."""
        if not self.article:
            return "No article"
        return f"{counted(len(self.answer.frame), 'quote')} coded from {self.article['title']}"

    @property
    def subtitle(self) -> str:
        """Who published it when, how reliable they are, and what may be done with it."""
        if not self.article:
            return ""
        day = date_words(self.article["published_on"]) + self._inferred("published_on_basis")
        parts = [
            self.article["outlet"] + self._inferred("outlet_basis"),
            f"reliability {self.article['reliability']}",
            f"published {day}" if self.article["published_on"] else day,
            f"rights: {self.article['rights'] or 'none'}",
        ]
        return " · ".join(parts)

    @property
    def notes(self) -> tuple[str, ...]:
        """That nothing of it counts, or that it counts as another one; nothing if it counts."""
        return tuple(filter(None, (self.withdrawal, self.copy)))

    @property
    def withdrawal(self) -> str:
        """That it was withdrawn, and when; "" if not."""
        day = self.article.get("withdrawn_on")
        return f"Withdrawn on {date_words(day)}: nothing of it counts on any page." if day else ""

    @property
    def copy(self) -> str:
        """That it is a copy; "" if not."""
        if not self.article.get("duplicate_of"):
            return ""
        return "A copy: what both say is counted once, as of the original."

    @property
    def original(self) -> str | None:
        """The label of the article that it is a copy of."""
        of = self.article.get("duplicate_of")
        return labels(self.view)[of] if of else None

    @property
    def label(self) -> str:
        """As select boxes and links name it."""
        return labels(self.view)[self.article["article_id"]]

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its quotes; there is no chart."""
        return (
            Part(
                "article", self.title, self.answer.frame, self._table, (self.answer,),
                "The counting quotes of one article, in the order of its text.", ids=self._ids,
            ),
        )  # fmt: skip

    @cached_property
    def text(self) -> str | None:
        """Its text, if it is here and its rights let who asks see it."""
        if not self.article:
            return None
        return ask(questions.article_text, self.view.database, self.article["article_id"])

    @property
    def is_withheld(self) -> bool:
        """Whether its text is here and may not be shown to who asks."""
        return self.text is None and bool(self.article.get("has_text"))

    @cached_property
    def quotes(self) -> list[dict[str, Any]]:
        """Its quotes in order (`with_places`)."""
        return with_places(self.answer.frame)

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where in the text somebody is quoted: first character, and the one after the last."""
        return sorted(span for row in self.quotes for span in _spans(row))

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements in scope that rest on it."""
        every = evidence_of(self.view)
        own: pd.DataFrame = every[every["article_id"] == self.article.get("article_id", "")]
        return own

    def _inferred(self, basis: str) -> str:
        return " (inferred)" if self.article[basis] == "inferred" else ""

    def _ids(self) -> Ids:
        """Of each quote, the statements that rest on it."""
        return ids_by(self.statements[self.statements["quote_id"].notna()], ["quote_id"])

    def _table(self) -> pd.DataFrame:
        rows = [
            [row["speaker"], row["kind"], row["quote"], row["translation"] or "", row["addressee"] or "", row["venue"] or "",
             _place(row), row["quote_id"]]
            for row in self.quotes
        ]  # fmt: skip
        return pd.DataFrame(rows, columns=_COLUMNS)


def labels(view: View) -> dict[str, str]:
    """Every article by id, as select boxes and links name them; the latest first."""
    return ask(read_article_labels, view.database)


def article(database: Database, scope: Scope, *, article_id: str | None = None) -> Article:
    """One article; None is the latest. Raises QueryError if there is none of that id."""
    rows = {row["article_id"]: row for row in records(ask(codebook.articles, database))}
    own = article_id or next(iter(rows), "")
    if own and own not in rows:
        raise QueryError("Reading an article", f"There is no article “{own}”.", "Name one of the dataset's.")
    return Article(look(database, scope), rows.get(own, {}), ask(questions.of_article, database, own))


def with_places(quotes: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of `queries.quotes.of_article`, each with `place`: "characters 12–40"."""
    return [{**row, "place": f"characters {_place(row)}"} for row in records(quotes)]


def _spans(row: Mapping[str, Any]) -> list[tuple[int, int]]:
    spans = row["spans"]
    return [] if spans is None else [(int(low), int(high)) for low, high in spans]


def _place(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{low}–{high}" for low, high in _spans(row))
