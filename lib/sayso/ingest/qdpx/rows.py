"""Rows of Sayso's tables from the records of a REFI-QDA project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sayso.ingest.qdpx.archive import refuse
from sayso.ingest.qdpx.choices import Chosen
from sayso.ingest.qdpx.describing import actor_rows, article_rows, issue_rows
from sayso.ingest.qdpx.pairing import Coded
from sayso.ingest.qdpx.places import Counting, Places, counting_of
from sayso.ingest.qdpx.records import Project, Segment, Source
from sayso.ingest.qdpx.reports import event_rows
from sayso.ingest.qdpx.saying import Roles, Saying, say
from sayso.model.slugs import free_id

Row = dict[str, Any]


@dataclass
class Rows:
    """Rows by table; why how many passages were left out of them; and how the project's positions count."""

    tables: dict[str, list[Row]]
    counting: Counting
    left_out: Counter[str] = field(default_factory=Counter)
    quotes_only: int = 0
    undated: int = 0

    @property
    def stances(self) -> list[int]:
        """The stances that occur, ascending."""
        return sorted({row["stance"] for row in self.tables["statements"]})


def to_rows(project: Project, chosen: Chosen, today: date) -> Rows:
    """Rows of outlets, articles, actors, issues, quotes, statements, events and reports.

    `today` is the latest day that something can have been said if the project has no day at all. Raises IntakeError
    if a place lies outside its text.
    """
    counting = counting_of(((s.text, s.labels) for s in project.sources.values()), project.origin)
    places = {key: Places(source.text, counting) for key, source in project.sources.items()}
    outlets, articles, days = article_rows(project, chosen, {key: at.text for key, at in places.items()})
    made = Rows({"outlets": outlets, "articles": articles}, counting)
    made.undated = sum(row["published_on"] is None for row in articles)
    spans = _placed(project, places, made.left_out)
    actors, issues = _ids(project, chosen.speakers, "actor"), _ids(project, chosen.issues, "issue")
    article_ids = {key: row["article_id"] for key, row in zip(project.sources, articles, strict=True)}
    quotes: list[Row] = []
    statements: list[Row] = []
    made.tables |= {"quotes": quotes, "statements": statements}
    used: set[str] = set()
    for key, source in project.sources.items():
        by_role = _roles(project, chosen, source, spans[key], made.left_out)
        saying = say(by_role)
        made.left_out += saying.left_out
        made.quotes_only += saying.quotes_only
        last = source.created_on or project.made_on or today
        stated = days[key] or None
        _write(saying, article_ids[key], places[key].text, (stated, last), (actors, issues, chosen.stances), quotes, statements)  # fmt: skip
        used |= {quote.speaker for quote in saying.quotes}
    made.tables["actors"] = actor_rows(project, actors, used)
    made.tables["issues"] = issue_rows(project, issues, chosen.stances)
    made.tables |= event_rows(project, chosen, spans, article_ids, days, today)
    return made


def _ids(project: Project, keys: tuple[str, ...], noun: str) -> dict[str, str]:
    found: dict[str, str] = {}
    taken: set[str] = set()
    for key in keys:
        found[key] = free_id(project.codes[key].name, taken, noun)
        taken.add(found[key])
    return found


def _placed(project: Project, places: Mapping[str, Places], left_out: Counter[str]) -> dict[str, list[Coded]]:
    """The coded passages of each source by their places in its kept text, each once."""
    found: dict[str, dict[Coded, None]] = {key: {} for key in project.sources}
    seen: set[tuple[str, tuple[int, int], str, str]] = set()
    for segment in project.segments:
        span = _span(project, segment, places[segment.source])
        if span[0] >= span[1] or not places[segment.source].text[slice(*span)].strip():
            left_out["on nothing but white space"] += 1
            continue
        same = (segment.source, span, segment.code, segment.coder)
        if same in seen:
            left_out["that repeat another"] += 1
            continue
        seen.add(same)
        found[segment.source][Coded(span, segment.code, segment.coder, segment.coded_on)] = None
    return {key: sorted(coded, key=lambda each: each.span) for key, coded in found.items()}


def _span(project: Project, segment: Segment, at: Places) -> tuple[int, int]:
    try:
        return at.span(segment.start, segment.stop)
    except ValueError as error:
        source, code = project.sources[segment.source], project.codes[segment.code]
        refuse(f"A passage coded “{code.name}” in “{source.name}” cannot be placed: {error}.")


def _roles(
    project: Project, chosen: Chosen, source: Source, coded: list[Coded], left_out: Counter[str]
) -> Roles:
    speakers, issues = set(chosen.speakers), set(chosen.issues)
    bound = {
        key: above
        for key in chosen.stances
        if (above := project.codes[key].parent) is not None and above in issues
    }
    left_out["with a code that has no role"] += sum(
        each.code not in speakers | issues | set(chosen.stances) | set(chosen.events) for each in coded
    )
    whole = [key for key in dict.fromkeys(source.cases) if key in speakers]
    return Roles(
        [each for each in coded if each.code in speakers], [each for each in coded if each.code in issues],
        [each for each in coded if each.code in chosen.stances], bound, whole[0] if len(whole) == 1 else "",
    )  # fmt: skip


def _write(
    saying: Saying, article_id: str, text: str, days: tuple[str | None, date],
    meant: tuple[Mapping[str, str], Mapping[str, str], Mapping[str, int]], quotes: list[Row], statements: list[Row],
) -> None:  # fmt: skip
    actors, issues, stances = meant
    ids = {}
    for quote in sorted(saying.quotes, key=lambda each: (each.span, each.speaker, each.coder)):
        ids[quote] = f"quote-{len(quotes) + 1:05d}"
        quotes.append(
            {
                "quote_id": ids[quote], "article_id": article_id, "speaker_id": actors[quote.speaker],
                "kind": "indirect", "text": text[slice(*quote.span)], "spans": [quote.span],
                # Without a date all that is known is that it had been said when somebody coded it.
                "stated_on": days[0] or f"../{(saying.quotes[quote] or days[1]).isoformat()}",
                "stated_on_basis": "inferred", "status": "accepted", "coder": quote.coder,
            }
        )  # fmt: skip
    for said in sorted(
        saying.statements, key=lambda each: (ids[each.quote], each.issue, each.coder, each.code)
    ):
        statements.append(
            {
                "statement_id": f"statement-{len(statements) + 1:05d}", "quote_id": ids[said.quote],
                "actor_id": actors[said.quote.speaker], "issue_id": issues[said.issue], "stance": stances[said.code],
                "basis": "words", "status": "accepted", "coder": said.coder,
            }
        )  # fmt: skip
