"""Statements for measures: the invented debate in real DuckDB, and tiny frames written out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd
import pytest

from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.queries import positions
from sayso.store.hub import Database, Hub
from tests.conftest import REPOSITORY

HARBOUR = "harbour-debate"


@pytest.fixture(scope="session")
def harbour() -> Iterator[Database]:
    """The invented debate about a harbour, in memory."""
    hub = Hub()
    yield hub.load_into_memory(REPOSITORY / "data" / HARBOUR, HARBOUR, "")
    hub.close()


@pytest.fixture(scope="session")
def harbour_statements(harbour: Database) -> pd.DataFrame:
    """Every counting statement of that debate, to its end."""
    return positions.evidence(harbour, at("2025-12-31")).frame


def at(as_of: str, **filters: Any) -> Scope:
    """The debate as of a day."""
    return Scope(HARBOUR, date.fromisoformat(as_of), **filters)


def statements(*rows: str) -> pd.DataFrame:
    """ "ann tax +2 2024-01-03 a1 herald": one statement a row, ids s1, s2, …; article and outlet may be left out."""
    cells = [row.split() for row in rows]
    frame = pd.DataFrame(
        {
            "statement_id": [f"s{number}" for number in range(1, len(cells) + 1)],
            "actor_id": [cell[0] for cell in cells],
            "issue_id": [cell[1] for cell in cells],
            "stance": pd.array([int(cell[2]) for cell in cells], dtype="int8"),
            "said_on": pd.to_datetime([cell[3] for cell in cells]).as_unit("us"),
            "article_id": [cell[4] if len(cell) > 4 else f"a{n}" for n, cell in enumerate(cells)],
            "outlet": [cell[5] if len(cell) > 5 else "herald" for cell in cells],
        }
    )
    said = frame["said_on"].dt.strftime("%Y-%m-%d")
    plain = {"condition": None, "event_id": None, "reliability": "B", "basis": "words"}
    quotes = "q" + frame["statement_id"].str[1:]
    return frame.assign(original_id=frame["article_id"], stated_on=said, quote_id=quotes, **plain)


def by(frame: pd.DataFrame, *keys: str) -> dict[Any, dict[str, Any]]:
    """The rows of a frame as plain values, by one column or several."""
    rows = records(frame)
    return {row[keys[0]] if len(keys) == 1 else tuple(row[key] for key in keys): row for row in rows}
