"""Exhibits of tiny datasets, and slides opened again."""

from __future__ import annotations

import io
from typing import Any

from pptx import Presentation

from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import Exhibit, exhibit
from sayso.reports.pages import report
from sayso.store.hub import Database
from tests.tiny import say

ARABIC = "الميناء ليس للبيع"
SAID = [
    say(actor, issue, stance, f"2024-0{month}-1{place}", article=f"{issue}{month}", text=f"{actor} on {issue}: =1+1 {month}")
    for month in range(1, 7)
    for place, (actor, stance) in enumerate((("ann", 2), ("bob", -2 if month > 2 else -1), ("cid", 1), ("dan", -1), ("eve", 2)))
    for issue in ("tax", "war", "quay")
    if (place + month) % 4
]  # fmt: skip
FACTIONS = {"left": ["ann", "cid"], "right": ["bob", "dan"]}
LONG = "A" * 30 + " " + "n" * 29
NAMES = {
    "actors": [
        {"actor_id": "ann", "name": LONG, "kind": "person"},
        {"actor_id": "bob", "name": ARABIC, "kind": "person"},
    ]
}


def exhibits(database: Database, page: str, **options: Any) -> list[Exhibit]:
    """Every part of a page."""
    asked = report(page, database, scope_of(database), **options)
    return [exhibit(asked, part, options=options) for part in asked.parts]


def slides(content: bytes) -> list[Any]:
    """The slides of a file."""
    return list(Presentation(io.BytesIO(content)).slides)


def tables(slide: Any) -> list[list[list[str]]]:
    """The text of each native table."""
    return [
        [[cell.text for cell in row.cells] for row in shape.table.rows]
        for shape in slide.shapes
        if shape.has_table
    ]  # fmt: skip


def charts(slide: Any) -> list[Any]:
    """Each native chart."""
    return [shape.chart for shape in slide.shapes if shape.has_chart]
