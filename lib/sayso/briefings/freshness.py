"""What changed since a view was pinned: the same report asked anew, and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import Exhibit, exhibit
from sayso.reports.pages import report
from sayso.store.hub import Database

_DATES = ("since", "start", "end")
_SHORT = {"Mean or latest": "value"}
_SAID = ("Position", "Mean or latest", "n", "Condition")
"""Of a table of positions, what is compared, in this order."""


@dataclass(frozen=True)
class Difference:
    """The new version of a pinned view, and how it differs.

    `rows` are sentences ("Ann on Tax: supports, n 3, was opposes, n 2"); `n_rows` counts them all.
    """

    old: Exhibit
    new: Exhibit
    rows: tuple[str, ...]

    @property
    def is_retitled(self) -> bool:
        """Whether its finding is another."""
        return self.old.title != self.new.title

    @property
    def n_statements(self) -> tuple[int, int]:
        """Then and now."""
        return int(self.old.sources["n_statements"].sum()), int(self.new.sources["n_statements"].sum())

    @property
    def is_same(self) -> bool:
        """Whether nothing that is shown differs."""
        return not (self.is_retitled or self.rows) and self.n_statements[0] == self.n_statements[1]


def asked_anew(database: Database, pinned: Exhibit, as_of: date | None = None) -> Exhibit:
    """The view with the same filters and options, of today's data; with `as_of`, as of that day.

    Raises QueryError if the dataset no longer has what it was about.
    """
    filters = dict(pinned.filters)
    options: dict[str, Any] = {
        name: date.fromisoformat(value) if name in _DATES and isinstance(value, str) else value
        for name, value in pinned.options.items()
    }
    if as_of is not None:
        for name in ("since", "start", "end"):  # a window keeps its length
            if isinstance(options.get(name), date):
                options[name] += as_of - date.fromisoformat(pinned.as_of)
        filters["as_of"] = as_of.isoformat()
    answer = report(pinned.page, database, scope_of(database, **filters), **options)
    return exhibit(answer, answer.part(pinned.part), options=options)


def since_pinned(database: Database, pinned: Exhibit) -> Difference | None:
    """How the view would look now; None where the data are those of the pinning. Raises as `asked_anew`."""
    if pinned.data_version == database.version:
        return None
    return compared(pinned, asked_anew(database, pinned))


def compared(old: Exhibit, new: Exhibit) -> Difference:
    """Two versions of one view, row by row of their tables."""
    before, after = _by_row(old.table), _by_row(new.table)
    rows = []
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        if one != other:
            rows.append(f"{key}: {other or 'no longer there'}; it was {one or 'not there'}.")
    return Difference(old, new, tuple(rows))


def _by_row(table: pd.DataFrame) -> dict[str, str]:
    said = [name for name in _SAID if name in table]
    names = [str(name) for name in table if name not in (*_SAID, "id", "By sign", "Latest", "Faction")]
    if not said:  # no table of positions: its numbers and words, told apart by the first column
        names, said = [str(name) for name in table.columns[:1]], [str(name) for name in table.columns[1:]]
    return {_cells(row, names): _cells(row, said, labelled=True) for row in records(table)}


def _cells(row: Mapping[str, Any], names: list[str], *, labelled: bool = False) -> str:
    values = [(name, row[name]) for name in names if row[name] not in (None, "")]
    return (", " if labelled else " on ").join(
        f"{_SHORT.get(name, name)} {value}" if labelled and isinstance(value, int | float) else str(value)
        for name, value in values
    )
