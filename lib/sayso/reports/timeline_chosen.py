"""What is told of one event or one statement of the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import quoted
from sayso.queries import timeline as questions
from sayso.reports.evidence import evidence_of
from sayso.reports.lookup import read_event_labels, read_statement_labels
from sayso.reports.memo import ask
from sayso.reports.timeline import Timeline


@dataclass(frozen=True)
class Event:
    """An event in words. `mentions` has one row an article that reports it, `statements` those that rest on it."""

    title: str
    facts: str
    description: str | None
    participants: str
    mentions: list[dict[str, Any]]
    statements: pd.DataFrame


@dataclass(frozen=True)
class Statement:
    """A statement's evidence (one row; none if it is out of scope), and whose it is on what."""

    title: str
    statements: pd.DataFrame


def event_labels(timeline: Timeline) -> Mapping[str, str]:
    """The events that can be chosen, by id."""
    labels = ask(read_event_labels, timeline.view.database)
    return {key: labels[key] for key in timeline.event_answer.frame["event_id"]}


def statement_labels(timeline: Timeline) -> Mapping[str, str]:
    """The statements that can be chosen, by id."""
    labels = ask(read_statement_labels, timeline.view.database)
    return {key: labels[key] for key in timeline.statement_answer.frame["statement_id"]}


def event(timeline: Timeline, event_id: str) -> Event:
    """One of the timeline's events."""
    row = next(row for row in records(timeline.event_answer.frame) if row["event_id"] == event_id)
    dates = {"stated_on": row["happened_on"], "stated_on_basis": row["happened_on_basis"]}
    mentions = records(ask(questions.reports, timeline.view.database, event_id).frame)
    facts = [
        f"{date_words(row['happened_on'])}{' (inferred)' if row['happened_on_basis'] == 'inferred' else ''}",
        str(row["modality"]), str(row["kind"]).lower(), *([f"{row['place']} ({row['place_precision']})"] if row["place"] else []),
    ]  # fmt: skip
    return Event(
        row["title"], " · ".join(facts), row["description"],
        f"Took part: {row['actors']}" if row["actors"] else "No actor named.",
        [mention | dates for mention in mentions], evidence_of(timeline.view, event=event_id),
    )  # fmt: skip


def statement(timeline: Timeline, statement_id: str) -> Statement:
    """One of the timeline's statements."""
    own = evidence_of(timeline.view, statement=statement_id)
    title = f"{own['actor'].iloc[0]} on {quoted(own['issue'].iloc[0])}" if len(own) else "Statement"
    return Statement(title, own)
