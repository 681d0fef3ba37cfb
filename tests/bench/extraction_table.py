"""One line per figure: what, this extraction, the prototype, people, the target."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A figure beside what it is compared with."""

    what: str
    value: str
    prototype: str = "—"
    people: str = "—"
    target: str = "—"


def show(rows: list[Row], missing: list[str], split: str) -> None:
    """Print the table, then what could not be measured."""
    head = Row(f"measured on {split}", "here", "prototype", "people", "target")
    lines = [(r.what, r.value, r.prototype, r.people, r.target) for r in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    for gap in missing:
        print("missing:", gap)
