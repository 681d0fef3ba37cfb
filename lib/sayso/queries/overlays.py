"""What others counted, in the stretch of time that is looked at."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sayso.model.overlays import Unit
from sayso.queries.answer import Answer, ask
from sayso.store.hub import Database

MOST_RECORDS = 50


@dataclass(frozen=True)
class Narrowed:
    """The reader's filters; empty means all. Countries and types are ACLED's, languages GDELT's, words both's."""

    countries: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    words: str = ""

    @property
    def params(self) -> dict[str, Any]:
        """As the questions take them."""
        return {
            name: (list(value) if isinstance(value, tuple) else value) or None
            for name, value in asdict(self).items()
        }


@dataclass(frozen=True)
class Bar:
    """One bar, or one stretch of a date that is known less exactly (`is_spread`)."""

    overlay_id: str
    is_spread: bool
    first_day: date
    last_day: date


def values(database: Database) -> Answer:
    """Countries, event types and languages that can be chosen."""
    return ask(database, "overlay_values", {})


def counts(
    database: Database, overlay_ids: tuple[str, ...], first: date, last: date, unit: Unit, narrowed: Narrowed
) -> Answer:
    """Records per day, week, month or year from `first` to `last`."""
    params = {"overlay_ids": list(overlay_ids), "from_day": first, "to_day": last, "unit": unit}
    return ask(database, "overlay_counts", params | narrowed.params)


def records(database: Database, bar: Bar, unit: Unit, narrowed: Narrowed, most: int = MOST_RECORDS) -> Answer:
    """The first `most` records behind a bar."""
    return ask(database, "overlay_records", asdict(bar) | {"unit": unit, "most": most} | narrowed.params)
