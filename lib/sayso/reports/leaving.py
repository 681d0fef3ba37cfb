"""What leaves with an exhibit: the facts that a citation needs, and no words that `rights` keep back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from sayso.model.frames import records
from sayso.queries import actors, citing
from sayso.queries.rights import NOT_SHOWN
from sayso.reports.memo import ask
from sayso.reports.report import Drawing
from sayso.store.hub import Database

CITED = ["archive_url", "accessed_on", "role", "is_withheld"]
_KEYS = ("quote_id", "statement_id", "id")
_WORDS = ("quote", "translation", "text", "Text")


def cited(database: Database, statements: pd.DataFrame) -> pd.DataFrame:
    """`statements` with CITED: the speaker's role on that day, and whether the words are left out, as they then are."""
    facts = ask(citing.articles, database).set_index("article_id")
    held = facts.index[~facts["may_be_quoted"].astype(bool)]
    roles = records(ask(actors.memberships, database))
    known = statements["quote"].notna() & (statements["quote"] != NOT_SHOWN)
    more: dict[str, Any] = {
        "archive_url": statements["article_id"].map(facts["archive_url"]),
        "accessed_on": statements["article_id"].map(facts["accessed_on"]),
        "role": [_role(row, roles) for row in records(statements[["speaker_id", "actor_id", "said_on"]])],
        "is_withheld": statements["quote"].notna() & (statements["article_id"].isin(held) | ~known),
    }  # fmt: skip
    wide = statements.assign(**more)
    wide.loc[wide["is_withheld"], ["quote", "translation"]] = None
    return wide


def without_withheld(database: Database, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` without the words that must not leave, in rows that name their quote or statement."""
    hidden = ask(citing.withheld, database)
    ids = {*hidden["quote_id"], *hidden["statement_id"].dropna()}
    columns = [column for column in _WORDS if column in frame]
    keys = [key for key in _KEYS if key in frame]
    if not ids or not columns or not keys:
        return frame
    is_hidden = frame[keys].isin(ids).any(axis=1)
    left = frame.copy()
    for column in columns:
        left.loc[is_hidden & left[column].notna(), column] = NOT_SHOWN
    return left


def drawing_without_withheld(database: Database, drawing: Drawing) -> Drawing:
    """`drawing`; where the dataset has words that must not leave, without what the pointer shows: quotes stand there."""
    if ask(citing.withheld, database).empty:
        return drawing
    figure = go.Figure(drawing.figure)
    figure.update_traces(hovertext=None, hoverinfo="none")  # "skip" would take the clicks, too
    return replace(drawing, figure=figure)


def notes_without_withheld(database: Database, notes: Sequence[str]) -> tuple[str, ...]:
    """`notes` but those in which words stand that must not leave."""
    hidden = ask(citing.withheld, database)
    words = {text for column in ("text", "translation") for text in hidden[column].dropna() if text.strip()}
    return tuple(note for note in notes if not any(text in note for text in words))


def _role(row: dict[str, Any], roles: list[dict[str, Any]]) -> str | None:
    """What the speaker was on the day of the words."""
    who, day = row["speaker_id"] or row["actor_id"], row["said_on"]
    held = [
        role["role"]
        for role in roles
        if role["actor_id"] == who and role["role"] and day
        and (not role["date_from"] or role["date_from"] <= day) and (not role["date_to"] or day <= role["date_to"])
    ]  # fmt: skip
    return held[0] if held else None
