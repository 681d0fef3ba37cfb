"""A quote or an act in words: who said it and how, when and where it stands, and how far that is trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.model.dates import words as date_words
from sayso.model.scales import CREDIBILITY, RELIABILITY, rating

_HOW = {"direct": "said", "mixed": "said, in part quoted", "indirect": "said, paraphrased"}


@dataclass(frozen=True)
class Dated:
    """A fact of a source, and whether it was inferred."""

    text: str
    is_inferred: bool


@dataclass(frozen=True)
class Source:
    """When it was said, in which outlet, when that was published (None: not known), and its Admiralty rating."""

    day: Dated
    outlet: Dated
    published: Dated | None
    rating: str
    meaning: str
    """The rating in words."""


def attribution(row: Mapping[str, Any]) -> str:
    """Of a quote: "Ann said, in part quoted (“warned”) to Bob, in parliament"."""
    cue, addressee, venue = (text_or_none(row[name]) for name in ("cue", "addressee", "venue"))
    return (
        f"{row['speaker'] or ''} {_HOW.get(row['kind'], 'said')}"
        f"{f' (“{cue}”)' if cue else ''}{f' to {addressee}' if addressee else ''}{f', {venue}' if venue else ''}"
    )


def words(row: Mapping[str, Any]) -> str:
    """Someone's words: verbatim in quotation marks, a paraphrase without."""
    text = row["quote"] or ""
    return f"“{text}”" if row["kind"] == "direct" else text


def act(row: Mapping[str, Any]) -> str:
    """What someone did, after its title."""
    return text_or_none(row["event_description"]) or ""


def reading(row: Mapping[str, Any]) -> str:
    """The coder's note with the coder's name; empty where there is none."""
    return f"{row['note']} ({row['coder']})" if text_or_none(row["note"]) else ""


def source(row: Mapping[str, Any]) -> Source:
    """Where it stands; `row` is of `reports.evidence` or `queries.quotes.search`."""
    reliability = text_or_none(row["reliability"])
    credibility = None if row["credibility"] is None else int(row["credibility"])
    meanings = (RELIABILITY.get(reliability or ""), CREDIBILITY.get(credibility or 0))
    published = text_or_none(row["published_on"])
    return Source(
        _dated(date_words(text_or_none(row["stated_on"])), row["stated_on_basis"]),
        _dated(text_or_none(row["outlet"]) or "no article", row["outlet_basis"]),
        _dated(f"published {date_words(published)}", row["published_on_basis"]) if published else None,
        rating(reliability, credibility),
        "; ".join(meaning for meaning in meanings if meaning),
    )


def text_or_none(value: object) -> str | None:
    """A text that is not empty, else None."""
    return value if isinstance(value, str) and value else None


def _dated(text: str, basis: object) -> Dated:
    return Dated(text, basis == "inferred")
