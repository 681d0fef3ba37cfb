"""A briefing as the files that it can be take it: exhibits, judgements and text in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.briefings.records import Briefing, Item
from sayso.briefings.source_summary import draft
from sayso.model.dates import parse
from sayso.reports.brief_parts import Brief, BriefPart, Judgement, Text

SOURCES = "The sources, summed up"


def brief_of(briefing: Briefing) -> Brief:
    """The same parts; the source summary stands last, the analyst's or else the drafted one."""
    parts = [part for item in briefing.items for part in _parts(item)]
    summary = briefing.source_summary or draft(briefing)
    if summary:
        parts.append(Text(summary, SOURCES))
    return Brief(briefing.title, _day(briefing), parts, briefing.marking or "", briefing.language or "en")


def _parts(item: Item) -> Iterator[BriefPart]:
    if item.kind == "judgement" and item.text:
        yield Judgement(item.text, item.likelihood or "", item.confidence or "")
        return
    if item.exhibit is not None:
        yield item.exhibit
    if item.text:
        yield Text(item.text)


def _day(briefing: Briefing) -> date:
    """Its own day; of one without, that of its newest view, else the first of all days."""
    if briefing.held_on and (low := parse(briefing.held_on).low):
        return low
    days = [date.fromisoformat(item.exhibit.as_of) for item in briefing.views if item.exhibit]
    return max(days, default=date.min)
