"""Rows of events and statements as marks and ticks for the timeline."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Literal

import pandas as pd

from sayso.charts.plain_text import plain
from sayso.charts.timeline_layout import Mark, Tick, Window
from sayso.model.calendar import moved
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import STANCES
from sayso.reports.view import View

Lanes = Literal["faction", "actor", "issue"]
"""What the lanes are."""
# What is open-ended but over is drawn this far, as a share of the window; what goes on, to the end.
_STUB = 0.08


def event_marks(frame: pd.DataFrame, window: Window, lanes: Lanes) -> list[Mark]:
    """Events as marks; their lanes are the factions or actors that took part, the initiator's first."""
    return [_mark(row, window, lanes) for row in records(frame)]


def statement_ticks(frame: pd.DataFrame, view: View, lanes: Lanes) -> list[Tick]:
    """Statements as ticks."""
    ticks = []
    for row in records(frame):
        start, end = bounds(row["stated_low"], row["stated_high"], row["said_on"])
        lane = {"faction": row["faction_id"] or "", "actor": row["actor_id"], "issue": row["issue_id"]}[lanes]
        step = STANCES[int(row["stance"])]
        hover = "<br>".join(
            [
                f"<b>{plain(view.lookup.actors[row['actor_id']])}</b> {step.word} {plain(view.lookup.issues[row['issue_id']])}",
                plain(date_words(row["stated_on"])),
                plain(_short(row["label"] or "")),
            ]
        )
        ticks.append(
            Tick(row["statement_id"], lane, int(row["stance"]), hover, start, end, start + (end - start) / 2)
        )
    return ticks


def bounds(low: Any, high: Any, fallback: Any) -> tuple[datetime, datetime]:
    """First and last moment of a date; where one end is open, the other serves."""
    ends = [value for value in (low, high) if value is not None] or [fallback]
    return _noon(ends[0]), _noon(ends[-1])


def _mark(row: dict[str, Any], window: Window, lanes: Lanes) -> Mark:
    start, end = bounds(row["date_low"], row["date_high"], None)
    if row["precision"] == "after":
        end = (
            moved(window.end, window.span)
            if row["modality"] in ("ongoing", "expected", "demanded")
            else moved(start, window.span * _STUB)
        )
    elif row["precision"] == "before":
        start = moved(end, -window.span * _STUB)
    elif row["precision"] != "day":
        start, end = moved(start, -timedelta(hours=12)), moved(end, timedelta(hours=12))
    of_lanes = {"faction": row["faction_ids"], "actor": row["actor_ids"]}.get(lanes, [])
    facts = [
        f"<b>{plain(row['title'])}</b>",
        f"{plain(date_words(row['happened_on']))} · {row['modality']} · {row['kind'].lower()}",
        *([plain(row["place"])] if row["place"] else []),
        *([plain(_short(row["actors"]))] if row["actors"] else []),
    ]
    return Mark(
        key=row["event_id"], label=row["title"], hover="<br>".join(facts), start=start, end=end, precision=row["precision"],
        modality=row["modality"], weight=int(row["weight"]), lanes=tuple(lane for lane in of_lanes if lane),
    )  # fmt: skip


def _noon(day: Any) -> datetime:
    value = pd.Timestamp(day).date() if not isinstance(day, date) else day
    return datetime.combine(value, time(12))


def _short(text: str, most: int = 110) -> str:
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + " …"
