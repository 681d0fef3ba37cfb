"""Rows of events and reports: codes of happenings, and the passages that tell of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sayso.ingest.qdpx.choices import Chosen
from sayso.ingest.qdpx.pairing import Coded, Span
from sayso.ingest.qdpx.records import Project
from sayso.model.dates import parse
from sayso.model.slugs import free_id

Row = dict[str, Any]


def event_rows(
    project: Project, chosen: Chosen, coded: Mapping[str, list[Coded]], articles: Mapping[str, str],
    days: Mapping[str, str], today: date,
) -> dict[str, list[Row]]:  # fmt: skip
    """Rows of events and reports. An event happened by the day of the first article that tells of it."""
    taken: set[str] = set()
    events, reports = [], []
    for key, kind in chosen.events.items():
        told = {source: spans for source, each in coded.items() if (spans := _joined(each, key))}
        if not told:
            continue
        event_id = free_id(project.codes[key].name, taken, "event")
        taken.add(event_id)
        by = min(_latest(days[source]) or project.sources[source].created_on or project.made_on or today for source in told)  # fmt: skip
        events.append(
            {
                "event_id": event_id, "title": project.codes[key].name, "kind": kind, "modality": "happened",
                "happened_on": f"../{by.isoformat()}", "happened_on_basis": "inferred",
                "description": project.codes[key].description or None,
            }
        )  # fmt: skip
        reports += [
            {"event_id": event_id, "article_id": articles[source], "spans": spans}
            for source, spans in told.items()
        ]
    return {"events": events, "reports": reports}


def _joined(coded: Iterable[Coded], code: str) -> list[Span]:
    """The passages of a code, those that touch as one, in order."""
    found: list[Span] = []
    for start, stop in sorted({each.span for each in coded if each.code == code}):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _latest(day: str) -> date | None:
    if not day:
        return None
    span = parse(day)
    return span.high or span.low
