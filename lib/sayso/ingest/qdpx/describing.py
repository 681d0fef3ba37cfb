"""Rows of outlets, articles, actors and issues: what a project's texts and codes are."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from sayso.ingest.qdpx.choices import Chosen
from sayso.ingest.qdpx.records import CASES, Project, Source
from sayso.ingest.qdpx.words import KINDS
from sayso.model.dates import parse
from sayso.model.slugs import free_id

RIGHTS = ["quote"]
SHORTEST = 60  # an issue's short name
Row = dict[str, Any]
_POINTED = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")


def article_rows(
    project: Project, chosen: Chosen, texts: Mapping[str, str]
) -> tuple[list[Row], list[Row], dict[str, str]]:
    """Rows of outlets and of articles, and each source's day of publication (EDTF, empty if unknown)."""
    ids: dict[str, str] = {}
    outlets, articles, days = [], [], {}
    for number, (key, source) in enumerate(project.sources.items(), start=1):
        outlet = chosen.outlet_name or source.variables.get(chosen.outlet, "")
        if outlet not in ids:
            ids[outlet] = free_id(outlet or "unknown", ids.values(), "outlet")
            outlets.append({"outlet_id": ids[outlet], "name": outlet or "Unknown", "reliability": "F"})
        days[key] = day_of(source, chosen.date)
        added = source.created_on or project.made_on
        articles.append(
            {
                "article_id": f"text-{number:05d}", "outlet_id": ids[outlet],
                "outlet_basis": "stated" if outlet else "inferred", "title": source.name,
                "published_on": days[key] or None, "published_on_basis": "stated" if days[key] else None,
                "accessed_on": added.isoformat() if added else None, "text": texts[key] or None, "rights": RIGHTS,
            }
        )  # fmt: skip
    return outlets, articles, days


def day_of(source: Source, variable: str) -> str:
    """The date that a source's variable says, as EDTF; empty if it says none that can be read one way only."""
    said = source.variables.get(variable, "").strip()
    if pointed := _POINTED.fullmatch(said):
        said = f"{pointed[3]}-{int(pointed[2]):02d}-{int(pointed[1]):02d}"
    said = said.partition("T")[0] if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T", said) else said
    said = said[:10] if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.Z+]+", said) else said
    try:
        parse(said)
    except ValueError:
        return ""
    return said


def actor_rows(project: Project, ids: Mapping[str, str], used: Collection[str]) -> list[Row]:
    """A row for each speaker code: those in use, and those of the codebook that are no folders."""
    rows = []
    kept = {key for key in ids if key in used or not project.children.get(key)}
    for key in ids:
        if key not in kept:
            continue
        code = project.codes[key]
        rows.append(
            {
                "actor_id": ids[key], "name": code.name, "kind": _kind(project, key, kept),
                "description": code.description or None,
                "organisation_id": ids[code.parent] if code.parent in kept and code.parent in ids else None,
            }
        )  # fmt: skip
    return rows


def issue_rows(project: Project, ids: Mapping[str, str], stances: Mapping[str, int]) -> list[Row]:
    """A row for each issue code, below its parent if that is one too."""
    rows = []
    for sort, key in enumerate(ids, start=1):
        code = project.codes[key]
        short = code.name if len(code.name) <= SHORTEST else f"{code.name[: SHORTEST - 1].rstrip()}…"
        rows.append(
            {
                "issue_id": ids[key], "proposition": code.name, "short_name": short, "sort": sort,
                "supports_means": _means(project, stances, key, 1),
                "opposes_means": _means(project, stances, key, -1),
                "parent_id": ids.get(code.parent or ""),
            }
        )  # fmt: skip
    return rows


def _means(project: Project, stances: Mapping[str, int], issue: str, sign: int) -> str:
    """The codes that say a side of an issue: those below it, else those for all issues."""
    side = [key for key, stance in stances.items() if stance * sign > 0]
    own = [key for key in side if project.codes[key].parent == issue]
    general = [key for key in side if project.codes[key].parent not in project.codes or key not in own]
    names = dict.fromkeys(f"“{project.codes[key].name}”" for key in own or general)
    return f"Coded {', '.join(names)}." if names else "No code says so yet."


def _kind(project: Project, key: str, kept: Collection[str]) -> str:
    """What the folder's name says; a folder above another actor says nothing about those below that one."""
    above = project.codes[key].parent
    while above is not None and above not in kept:
        for word in re.findall(r"\w+", project.codes[above].name.casefold()):
            if word in KINDS:
                return KINDS[word]
        above = project.codes[above].parent
    return "person" if key in project.groups.get(CASES, ()) else "organisation"
