"""Tiny datasets for tests: say who said what, the rest is filled in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from sayso.store import schema
from sayso.store.catalog import read_catalog

Row = dict[str, Any]
Tables = dict[str, list[Row]]
CODED = {"status": "accepted", "coder": "test"}


@cache
def columns() -> dict[str, tuple[str, ...]]:
    """The columns of every table that travels in a package."""
    with duckdb.connect() as connection, connection.cursor() as cursor:
        schema.create(cursor)
        return {table.name: tuple(table.column) for table in read_catalog(cursor)}


def say(actor: str, issue: str, stance: int, on: str, **more: Any) -> Row:
    """One statement resting on one quote.

    `more`: article, speaker, text, kind, spans, credibility, quote_status, and any column of
    `statements` such as condition, status, note. Without `article` it gets an article of its own.
    """
    return {"actor": actor, "issue": issue, "stance": stance, "on": on, **more}


def tables(
    statements: Iterable[Sequence[Any] | Row] = (),
    articles: Mapping[str, Row] | None = None,
    factions: Mapping[str, Sequence[str] | Mapping[str, tuple[str | None, str | None]]] | None = None,
    more: Mapping[str, list[Row]] | None = None,
) -> Tables:
    """All tables for `statements`: (actor, issue, stance, date) tuples or `say(…)`.

    `articles` gives columns of articles by id; `factions` members by faction, either as a list or with
    (valid_from, valid_to); `more` adds rows to any table (a row with a known id replaces it).
    """
    said = [row if isinstance(row, dict) else say(*row) for row in statements]
    made: Tables = {name: [] for name in columns()}
    made["outlets"] = [{"outlet_id": "herald", "name": "The Herald", "language": "en", "reliability": "B"}]
    texts = {key: row.get("text") for key, row in (articles or {}).items()}
    first_day: dict[str, str] = {}
    for number, row in enumerate(said, start=1):
        article = row.get("article", f"a{number}")
        first_day.setdefault(article, row["on"])
        made["quotes"].append(_quote(row, number, article, texts.get(article)))
        made["statements"].append(_statement(row, number))
    for article in dict.fromkeys([*(articles or {}), *first_day]):
        made["articles"].append(
            _article(article, first_day.get(article)) | dict((articles or {}).get(article, {}))
        )
    members = {actor for group in (factions or {}).values() for actor in group}
    speakers = {row["speaker"] for row in said if "speaker" in row}
    for actor in sorted({row["actor"] for row in said} | members | speakers):
        made["actors"].append({"actor_id": actor, "name": actor.title(), "kind": "person"})
    for sort, issue in enumerate(dict.fromkeys(row["issue"] for row in said), start=1):
        made["issues"].append(_issue(issue, sort))
    for faction, group in (factions or {}).items():
        made["factions"].append({"faction_id": faction, "name": faction.title(), "colour": "#336699"})
        for actor in group:
            since, until = group[actor] if isinstance(group, Mapping) else (None, None)
            made["memberships"].append(
                {"actor_id": actor, "faction_id": faction, "valid_from": since, "valid_to": until}
            )
    for name, rows in (more or {}).items():
        key = columns()[name][0]
        given = {row.get(key) for row in rows} if key != "actor_id" or name == "actors" else set()
        made[name] = [row for row in made[name] if row.get(key) not in given] + list(rows)
    return made


def write_package(folder: Path, rows: Mapping[str, list[Row]], **descriptor: Any) -> Path:
    """Write `rows` as a data package in `folder`; tables that are not named have only their header."""
    folder.mkdir(parents=True, exist_ok=True)
    about = {"name": folder.name, "title": folder.name.title(), **descriptor, "resources": []}
    (folder / "datapackage.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    for name, header in columns().items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, header, lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(
                {key: value for key, value in row.items() if value is not None} for row in rows.get(name, [])
            )
    return folder


def _quote(row: Row, number: int, article: str, article_text: str | None) -> Row:
    text = row.get("text", f"Words {number}")
    start = (article_text or "").find(text)
    spans = row.get("spans") or (f"{start}-{start + len(text)}" if start >= 0 else f"0-{len(text)}")
    return CODED | {
        "quote_id": f"q{number}",
        "article_id": article,
        "speaker_id": row.get("speaker", row["actor"]),
        "kind": row.get("kind", "direct"),
        "text": text,
        "spans": spans,
        "stated_on": row["on"],
        "stated_on_basis": "stated",
        "credibility": row.get("credibility"),
        "status": row.get("quote_status", "accepted"),
    }


def _statement(row: Row, number: int) -> Row:
    own = {key: value for key, value in row.items() if key in columns()["statements"]}
    ids = {"statement_id": f"s{number}", "quote_id": f"q{number}"}
    return CODED | {"basis": "words"} | ids | {"actor_id": row["actor"], "issue_id": row["issue"]} | own


def _article(article: str, day: str | None) -> Row:
    dated = {"published_on": day, "published_on_basis": "stated"} if day else {}
    named = {
        "article_id": article,
        "outlet_id": "herald",
        "outlet_basis": "stated",
        "title": f"Article {article}",
    }
    return {**named, **dated, "rights": "show;quote;export"}


def _issue(issue: str, sort: int) -> Row:
    return {
        "issue_id": issue,
        "proposition": f"{issue.title()} goes up.",
        "short_name": issue.title(),
        "supports_means": "Wants it up.",
        "opposes_means": "Wants it down.",
        "sort": sort,
    }
