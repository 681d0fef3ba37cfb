"""The wide statement table: a row a statement with every attribute, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from sayso.model.dates import day_words
from sayso.model.scales import STANCES
from sayso.model.scope import COUNT_WORDS, Scope
from sayso.model.wording import counted
from sayso.queries import codebook
from sayso.queries import statements as questions
from sayso.reports.statement_columns import COLUMNS
from sayso.store.hub import Database

LAST_DAY = 9999  # the year of "everything"
SOURCE = ["source", "article", "outlet", "published_on", "reliability", "url", "n_statements", "article_id"]


@dataclass(frozen=True)
class Statements:
    """`frame` has the columns of COLUMNS, typed; `facts` are labelled sentences; `sources` are numbered from 1."""

    frame: pd.DataFrame
    facts: tuple[tuple[str, str], ...]
    sources: pd.DataFrame
    meanings: Mapping[str, str]


def statements(
    database: Database,
    scope: Scope,
    every_status: bool = False,
    *,
    quotes: Collection[str] | None = None,
    filters: Sequence[str] = (),
) -> Statements:
    """Every statement in scope that counts, or with `every_status` all; of these `quotes` only, if they are given.

    `filters` puts the scope's filters in words; without it their ids are named.
    """
    rows = questions.wide(database, scope, every_status).frame
    if quotes is not None:
        rows = rows[rows["quote_id"].isin(list(quotes))].reset_index(drop=True)
    about = codebook.describe(database)
    sources = _sources(rows)
    numbers = dict(zip(sources["article_id"], sources["source"], strict=True))
    rows = rows.assign(
        source=rows["article_id"].map(numbers),
        stance_word=rows["stance"].map({step: of.word for step, of in STANCES.items()}),
        dataset=about.title, data_version=database.version, licence="; ".join(about.licences) or None,
    )  # fmt: skip
    frame = pd.DataFrame({column.name: _typed(rows[column.name], column.kind) for column in COLUMNS})
    comments = {
        f"{row.table}.{row.column}": str(row.meaning) for row in codebook.dictionary(database).itertuples()
    }
    meanings = {column.name: column.meant(comments) for column in COLUMNS}
    facts = _facts(frame, about, database.version, scope, every_status, tuple(filters) or _by_id(scope))
    return Statements(frame, facts, sources, meanings)


def _typed(values: pd.Series[Any], kind: str) -> pd.Series[Any]:
    match kind:
        case "whole":
            return values.astype("Int64")
        case "number":
            return values.astype("float64")
        case "yes":
            return values.astype(bool)
        case "day":
            return values.astype("datetime64[s]")
        case "list":
            lists = [list(value) if isinstance(value, list | np.ndarray) else [] for value in values]
            return pd.Series(lists, index=values.index, dtype=object)
        case _:
            return values.astype("str")


def _sources(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per article, numbered by date of publication."""
    cited = statements.dropna(subset=["article_id"])
    articles = cited.sort_values(["published_low", "article_id"], kind="stable").drop_duplicates("article_id")
    n_statements = articles["article_id"].map(cited["article_id"].value_counts())
    numbers = range(1, len(articles) + 1)
    return articles.assign(n_statements=n_statements, source=numbers)[SOURCE].reset_index(drop=True)


def _facts(
    frame: pd.DataFrame, about: codebook.Description, version: str, scope: Scope, every_status: bool,
    filters: tuple[str, ...],
) -> tuple[tuple[str, str], ...]:  # fmt: skip
    days = frame["said_on"].dropna()
    spoken = f"{days.min():%Y-%m-%d} to {days.max():%Y-%m-%d}" if len(days) else "nothing"
    n_withheld = frame.loc[frame["is_withheld"], "quote_id"].nunique()
    n_quotes = frame["quote_id"].nunique()
    which = "All statements, also those that do not count (see counts and why_not)" if every_status else "Statements that count"  # fmt: skip
    return (
        ("Dataset", about.title),
        ("Description", about.description or "none"),
        ("Licence", "; ".join(about.licences) or "none named"),
        ("Data version", version),
        ("Rows", f"{counted(len(frame), 'statement')}; {int(frame['is_kept'].sum()):,} kept for positions" if len(frame) else "No statement matches: only the header stands in the table."),
        ("As of", "everything" if scope.as_of.year == LAST_DAY else day_words(scope.as_of)),
        ("Filters", "; ".join(filters) or "none"),
        ("Date range", spoken),
        ("Method", f"{which}, newest first. is_kept: of a wire story’s copies one is read, then {COUNT_WORDS[scope.count_by]} (actor, issue and sign). Factions are those of the day."),
        ("Rights", _rights(n_withheld, n_quotes)),
    )  # fmt: skip


def _rights(n_withheld: int, n_quotes: int) -> str:
    if not n_withheld:
        return f"All {counted(n_quotes, 'quote')} may be passed on by their articles’ rights. No article’s text is in this file."
    return (
        f"{n_withheld:,} of {counted(n_quotes, 'quote')} left out, with translations (is_withheld): their articles’ rights say"
        " neither “quote” nor “export”. No article’s text is in this file."
    )


def _by_id(scope: Scope) -> tuple[str, ...]:
    filters = {name: getattr(scope, name) for name in ("actors", "factions", "issues", "kinds", "outlets")}
    words = [f"{name}: {', '.join(ids)}" for name, ids in filters.items() if ids]
    if scope.worst_credibility:
        words.append(f"credibility {scope.worst_credibility} or better")
    return tuple(words)
