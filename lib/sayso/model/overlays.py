"""Counts from elsewhere that are laid over the timeline: never part of a dataset, never counted in positions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["ACLED", "GDELT"]
Exactness = Literal["day", "week", "month"]
Unit = Literal["day", "week", "month", "year"]
KINDS: tuple[Kind, ...] = ("ACLED", "GDELT")
EXACTNESS: tuple[Exactness, ...] = ("day", "week", "month")
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
NOUNS: dict[Kind, str] = {"ACLED": "event", "GDELT": "quotation"}
SITES: dict[Kind, str] = {"ACLED": "www.acleddata.com", "GDELT": "www.gdeltproject.org"}
NOT_OURS = "Not part of this dataset: not coded, never counted in positions."
# What each publisher asks of whoever shows its data, in our words.
TERMS: dict[Kind, str] = {
    "ACLED": "ACLED asks to be named wherever its data shows, and forbids passing the data on:"
    " it never leaves in Sayso's exports.",
    "GDELT": "GDELT is free for any use that names it and links to it.",
}
METHODS: dict[Kind, str] = {
    "ACLED": "each event once, on the date that ACLED gives it",
    "GDELT": "each quotation once, on the day GDELT saw the article (UTC), which is not always the day of the words",
}


@dataclass(frozen=True)
class Record:
    """One event or quotation as its file has it. `row` is its line in the file; the header is line 1.

    `day` is the date the file gives, `day_low` … `day_high` what it can mean. Cells that the file lacks are None.
    """

    row: int
    day: date
    day_low: date
    day_high: date
    exactness: Exactness
    record_id: str | None = None
    type: str | None = None
    subtype: str | None = None
    who: str | None = None
    country: str | None = None
    place: str | None = None
    text: str | None = None
    before: str | None = None
    after: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    fatalities: int | None = None


@dataclass(frozen=True)
class Problem:
    """A row that was left out, and why."""

    row: int
    wrong: str


@dataclass(frozen=True)
class Read:
    """What a file gave: its records, the rows that were left out, and what else a reader should know."""

    kind: Kind
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overlay:
    """A file that lies over a dataset's timeline; `removed` ones are kept until they are deleted for good."""

    overlay_id: str
    kind: Kind
    name: str
    n_rows: int
    n_left_out: int
    first_day: date
    last_day: date
    accessed_on: date
    added_by: str | None
    is_removed: bool

    @property
    def label(self) -> str:
        """ "ACLED: libya.csv", as links name it."""
        return f"{self.kind}: {self.name}"


def attribution(kind: Kind, accessed_on: date) -> str:
    """The line that must stand wherever the data shows."""
    whole = "Armed Conflict Location & Event Data (ACLED)" if kind == "ACLED" else "The GDELT Project"
    what = ", Global Quotation Graph" if kind == "GDELT" else ""
    return f"Source: {whole}{what}, {SITES[kind]}, accessed {accessed_on.isoformat()}"


def unit_for(days: int) -> Unit:
    """What is counted by where `days` are in view: at most about 180 bars."""
    return "day" if days <= 120 else "week" if days <= 1000 else "month" if days <= 5500 else "year"
