"""What lies between two days: events between two statements, and who joined or left a faction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import listed


def happened(events: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of `queries.timeline.events` that happened on known days, oldest first: made once, read for many pairs."""
    known = events[
        (events["modality"] == "happened") & events["date_low"].notna() & events["date_high"].notna()
    ]
    columns = [
        "event_id",
        "title",
        "happened_on",
        "date_low",
        "date_high",
        "weight",
        "actor_ids",
        "faction_ids",
    ]
    rows = records(known[columns].sort_values(["date_low", "event_id"], kind="stable"))
    return [
        {
            **row,
            "low": pd.Timestamp(row["date_low"]).date(),
            "high": pd.Timestamp(row["date_high"]).date(),
            "actor_ids": frozenset(row["actor_ids"]),
            "faction_ids": frozenset(row["faction_ids"]),
        }
        for row in rows
    ]


def events_between(
    rows: Sequence[dict[str, Any]], first: date, last: date, unit: str, column: str, most: int = 3
) -> tuple[list[dict[str, Any]], int]:
    """What happened after the day `first` and up to the day `last`: the most telling in order of time, and how many in all.

    `rows` are those of `happened`; a date counts if it lies wholly in between. Events in which `unit` took part come
    before others, then the weightiest. `column` holds the units of an event: "actor_ids" or "faction_ids". That
    something lies between two statements does not say that it moved anyone.
    """
    inside = [row for row in rows if row["low"] > first and row["high"] <= last]
    ranked = sorted(inside, key=lambda row: (unit not in row[column], -row["weight"]))[:most]
    return sorted(ranked, key=lambda row: (row["low"], row["event_id"])), len(inside)


@dataclass(frozen=True)
class Turnover:
    """One faction's members on two days. `joined` and `left` are rows of `queries.actors.memberships`, oldest first."""

    faction_id: str
    n_before: int
    n_after: int
    joined: list[dict[str, Any]]
    left: list[dict[str, Any]]


def turnover(memberships: pd.DataFrame, since: date, until: date) -> list[Turnover]:
    """Factions that an actor joined after `since` or left before `until`, those that changed most first.

    A membership counts on a day from its first day (unknown: always) to the end of its last (unknown: still). An actor
    that leaves and returns in between, or only changes its role, is in neither list.
    """
    found = []
    rows = records(memberships)
    for faction in sorted({str(row["faction_id"]) for row in rows}):
        own = [row for row in rows if row["faction_id"] == faction]
        before, after = (
            {row["actor_id"]: row for row in own if _is_member(row, day)} for day in (since, until)
        )
        joined = [row for actor, row in after.items() if actor not in before]
        left = [row for actor, row in before.items() if actor not in after]
        if joined or left:
            found.append(
                Turnover(
                    faction,
                    len(before),
                    len(after),
                    sorted(joined, key=lambda row: (pd.Timestamp(row["date_from"]), row["actor_id"])),
                    sorted(left, key=lambda row: (pd.Timestamp(row["date_to"]), row["actor_id"])),
                )
            )
    return sorted(found, key=lambda one: (-len(one.joined) - len(one.left), one.faction_id))


def _is_member(row: Mapping[str, Any], day: date) -> bool:
    low, high = row["date_from"], row["date_to"]
    return (low is None or pd.Timestamp(low) <= pd.Timestamp(day)) and (
        high is None or pd.Timestamp(high) >= pd.Timestamp(day)
    )


def turnover_sentence(one: Turnover, faction: str, names: Mapping[str, str]) -> str:
    """ "Harbour Front has no members any more: A, B and 5 more left, the last on 9 Mar 2025"."""
    parts = []
    for rows, verb, column, edge in (
        (one.joined, "joined", "date_from", "first"),
        (one.left, "left", "date_to", "last"),
    ):
        if not rows:
            continue
        days = [pd.Timestamp(row[column]).date() for row in rows if row[column] is not None]
        when = ""
        if days:
            day = day_words(min(days) if edge == "first" else max(days))
            when = f" on {day}" if len(set(days)) == 1 else f", the {edge} on {day}"
        parts.append(f"{listed([names[row['actor_id']] for row in rows])} {verb}{when}")
    told = "; ".join(parts)
    if not one.n_after:
        return f"{faction} has no members any more: {told}"
    if not one.n_before:
        return f"{faction} has its first members: {told}"
    return f"{faction}: {told}"
