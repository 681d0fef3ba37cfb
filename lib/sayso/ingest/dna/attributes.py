"""Attributes of DNA's entities that Sayso has columns for, under the names that its own export gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from sayso.ingest.records import ActorKind

ALIAS = "Alias"  # DNA's own
KIND, COUNTRY, ORIGINAL, ABOUT, WIKIDATA = "kind", "country", "original name", "description", "Wikidata"
CONDITION, NOTE, SAID_ON = "condition", "note", "said on"  # long texts of a statement
SHORT_NAME, SUPPORTS, OPPOSES = "short name", "supports means", "opposes means"
KINDS = get_args(ActorKind)
_COLUMNS = {
    COUNTRY: ("country", "[A-Z]{2}"),
    ORIGINAL: ("name_original", ".+"),
    WIKIDATA: ("wikidata_id", "Q[0-9]+"),
}
_ISSUE = {SHORT_NAME: "short_name", SUPPORTS: "supports_means", OPPOSES: "opposes_means"}


def actor_facts(said: Mapping[str, str]) -> dict[str, str | None]:
    """Columns of an actor; attributes that are none are its description, unless it has one."""
    found: dict[str, str | None] = {}
    if said.get(KIND) in KINDS:
        found["kind"] = said[KIND]
    for name, (column, form) in _COLUMNS.items():
        if re.fullmatch(form, said.get(name, "")):
            found[column] = said[name]
    placed = {ALIAS, *(name for name in (KIND, *_COLUMNS) if _column(name) in found)}
    about = "; ".join(f"{name}: {value}" for name, value in said.items() if name not in placed)
    return {**found, "description": said.get(ABOUT) or about or None}


def aliases(said: Mapping[str, str]) -> list[str]:
    """The names in DNA's attribute Alias, which holds one text: several stand apart by semicolons."""
    return list(dict.fromkeys(name for part in said.get(ALIAS, "").split(";") if (name := part.strip())))


def issue_facts(said: Mapping[str, str]) -> dict[str, str]:
    """Columns of an issue."""
    return {column: said[name] for name, column in _ISSUE.items() if said.get(name)}


def _column(name: str) -> str:
    return "kind" if name == KIND else _COLUMNS[name][0]
