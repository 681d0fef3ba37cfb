"""Small invented files in ACLED's and GDELT's columns."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

TODAY = date(2026, 1, 5)
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip


def acled(
    rows: Iterable[Mapping[str, Any]],
    columns: Sequence[str] = ACLED,
    separator: str = ",",
    encoding: str = "utf-8",
) -> bytes:
    """An export of single events; what a row does not name is filled in."""
    usual = {
        "event_date": "12 January 2024", "time_precision": 1, "event_type": "Protests", "sub_event_type": "Peaceful protest",
        "actor1": "Protesters (Valdria)", "country": "Valdria", "admin1": "Harbour", "location": "Port Sel",
        "source": "Sel Courier", "notes": "Dock workers gathered.", "fatalities": 0, "timestamp": 1,
    }  # fmt: skip
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=separator)
    writer.writerow(columns)
    for number, row in enumerate(rows, 1):
        full = {"event_id_cnty": f"VAL{number}", **usual, **row}
        writer.writerow([full.get(name.lower(), "") for name in columns])
    return made.getvalue().encode(encoding)


def article(day: str = "2024-01-12T10:15:00Z", *quotes: str, **more: Any) -> dict[str, Any]:
    """One article of the Global Quotation Graph."""
    said = [
        {"pre": "the minister said", "quote": quote, "post": "in Sel"} for quote in quotes or ("we sign",)
    ]
    return {
        "date": day,
        "url": "https://www.sel.example/a",
        "title": "Port",
        "lang": "ENGLISH",
        "quotes": said,
    } | more


def gdelt(articles: Iterable[Mapping[str, Any]]) -> bytes:
    """JSON lines as GDELT publishes them."""
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles).encode()
