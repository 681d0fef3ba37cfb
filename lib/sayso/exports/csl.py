"""The sources of a briefing as CSL-JSON: any reference manager makes other formats of it."""

from __future__ import annotations

import json
from typing import Any

from sayso.model.dates import parse
from sayso.model.frames import records
from sayso.reports.brief_parts import Brief
from sayso.reports.numbering import numbering

_PARTS = {"day": 3, "month": 2, "year": 1}


def csl_json(brief: Brief) -> bytes:
    """An array of items, numbered as in every file of the briefing."""
    items = [_item(row) for row in records(numbering(brief.exhibits).sources)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def _item(row: dict[str, Any]) -> dict[str, Any]:
    item = {
        "id": row["article_id"], "type": "article-newspaper", "citation-number": str(row["number"]), "title": row["title"],
        "container-title": row["outlet"], "issued": _date(row["published_on"]), "accessed": _date(row["accessed_on"]),
        "URL": row["archive_url"] or row["url"], "note": f"Source [{row['number']}], rated {row['rating']}, {row['dataset']}",
    }  # fmt: skip
    return {name: value for name, value in item.items() if value}


def _date(edtf: str | None) -> dict[str, Any] | None:
    """A date as precise as it is known."""
    if not edtf:
        return None
    span = parse(edtf)
    if span.low and span.precision in _PARTS:
        return {"date-parts": [[span.low.year, span.low.month, span.low.day][: _PARTS[span.precision]]]}
    if span.low and span.high and span.precision == "interval":
        return {"date-parts": [[day.year, day.month, day.day] for day in (span.low, span.high)]}
    return {"raw": edtf}
