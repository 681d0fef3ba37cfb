"""Who said what, in which words, and where? The quotes that hold some words, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import pandas as pd

from sayso.model.scope import Scope
from sayso.model.wording import agreeing, counted, quoted
from sayso.queries import quotes as questions
from sayso.queries.answer import Answer
from sayso.reports import citations, heading
from sayso.reports import statements as wide
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

__all__ = ["Quotes", "quotes"]

COLUMNS = [
    "stated_on", "speaker", "kind", "quote", "translation", "outlet", "reliability", "credibility", "article", "url", "quote_id",
]  # fmt: skip


@dataclass(frozen=True)
class Quotes(Report):
    """The quotes that hold every one of `words`; without words all in scope."""

    page: ClassVar[str] = "quotes"
    view: View
    words: str
    """As the reader typed them."""
    answer: Answer

    @property
    def quotes(self) -> pd.DataFrame:
        """One row a quote, newest first (`queries.quotes.search`)."""
        return self.answer.frame

    @property
    def title(self) -> str:
        """ "12 quotes with “troops” from 5 speakers"."""
        about = f" with {quoted(self.words)}" if self._is_search else ""
        n_speakers = self.quotes["speaker_id"].nunique()
        return f"{counted(len(self.quotes), 'quote')}{about} from {counted(n_speakers, 'speaker')}"

    @property
    def subtitle(self) -> str:
        """What it rests on, and the order of the quotes where there are any."""
        return heading.subtitle(
            self.view, *([] if self.quotes.empty else ["newest first"]), basis="statements"
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What can be downloaded; nothing where no statement was coded from the quotes."""
        return (self.extent,) if self.extent else ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The quotes as a table."""
        return (
            Part(
                "quotes", self.title, self.quotes, lambda: self.quotes[COLUMNS], (self.answer,), ids=self._ids
            ),
        )

    @cached_property
    def statements(self) -> pd.DataFrame:
        """The statements coded from these quotes; where no words were searched for all in scope, acts included."""
        everything = evidence_of(self.view)
        if not self._is_search:
            return everything
        return everything[everything["quote_id"].isin(self.quotes["quote_id"])]

    @property
    def sources(self) -> pd.DataFrame:
        """The articles of the quotes, numbered; `n_statements` are those coded from the quotes."""
        n_statements = self.quotes.groupby("article_id")["n_statements"].sum()
        articles = citations.numbered(self.quotes)
        return articles.assign(n_statements=articles["article_id"].map(n_statements).astype(int))

    @property
    def extent(self) -> str:
        """How many statements can be downloaded, and which; "" where there are none."""
        n, n_kept = len(self.statements), int(self.statements["is_kept"].sum())
        if not n:
            return ""
        which = (
            f"coded from the quotes with {quoted(self.words.strip())}" if self._is_search
            else f"that {agreeing(n, 'matches', 'match')} the filters, acts included"
        )  # fmt: skip
        collapsed = f" ({n_kept:,} kept once copies and repeats collapse)" if n_kept < n else ""
        return (
            f"{counted(n, 'statement')} {which}{collapsed}: one row each, with actor, issue, words, dates, article and outlet."
            " Quotes go along where their article’s rights allow."
        )

    def download(self) -> wide.Statements:
        """The statements with every attribute, as they are downloaded; asked anew each time."""
        ids = set(self.quotes["quote_id"]) if self._is_search else None
        words = [f"quotes with {quoted(self.words.strip())}"] if self._is_search else []
        filters = [*self.view.active, *words]
        return wide.statements(self.view.database, self.view.scope, quotes=ids, filters=filters)

    @property
    def _is_search(self) -> bool:
        return bool(self.words.strip())

    def _ids(self) -> Ids:
        return ids_by(self.statements[self.statements["quote_id"].notna()], ["quote_id"])


def quotes(database: Database, scope: Scope, *, words: str = "") -> Quotes:
    """The quotes in `scope` that hold every word of `words`; what stands in quotation marks is kept together."""
    return Quotes(look(database, scope), words, ask(questions.search, database, scope, words))
