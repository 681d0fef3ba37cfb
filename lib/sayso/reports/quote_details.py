"""What became of a quote: the stances coded from it, and what was changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.queries import quotes as questions
from sayso.reports.memo import ask
from sayso.store.hub import Database

Row = dict[str, Any]


@dataclass(frozen=True)
class Coding:
    """A stance coded from a quote, in words."""

    stance: int
    about: str
    """ "Ann on Taxes"."""
    condition: str | None
    note: str


@dataclass(frozen=True)
class Details:
    """A quote's codings, who coded the quote itself, and its history, oldest first."""

    codings: tuple[Coding, ...]
    status: str
    history: tuple[str, ...]


def label(quote: Row) -> str:
    """What the details hold: "Place, 2 codings, history"."""
    return f"Place, {counted(int(quote['n_statements']), 'coding')}, history"


def details(database: Database, quote: Row) -> Details:
    """The details of a row of `reports.quotes`."""
    codings = records(ask(questions.codings, database, quote["quote_id"]).frame)
    history = records(ask(questions.history, database, quote["quote_id"]).frame)
    return Details(
        tuple(_coding(row) for row in codings),
        f"Coded by {quote['coder']}; status {quote['status']}.",
        tuple(_step(row) for row in history),
    )


def _coding(row: Row) -> Coding:
    note = f"{row['note'] or 'No note.'} ({row['coder']}, {row['status']}, basis: {row['basis']})"
    return Coding(int(row["stance"]), f"{row['actor']} on {row['issue']}", row["condition"], note)


def _step(row: Row) -> str:
    when = f"{pd.Timestamp(row['changed_at']):%d %b %Y %H:%M} UTC"
    change = f"{row['before'] or '–'} → {row['after'] or '–'}"
    return f"{when}, {row['changed_by']} {row['action']} {row['row_id']}: {change}. {row['note'] or ''}"
