"""Where an actor belongs, over time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from sayso.charts import legend as keys
from sayso.charts.memberships import memberships as memberships_chart
from sayso.model.calendar import days_from
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.reports import heading
from sayso.reports.report import Drawing, Part
from sayso.reports.view import View

_NO_START, _NO_END = "start not known", "no end known"


def memberships_part(view: View, memberships: pd.DataFrame) -> Part:
    """The memberships as bars; of someone who belongs nowhere there is no chart."""

    def draw(_: object) -> Drawing:
        rows = [
            {**row, "date_from": _day(row["date_from"]), "date_to": _day(row["date_to"])}
            for row in records(memberships)
        ]
        days = [row[key] for row in rows for key in ("date_from", "date_to") if row[key]]
        first = days_from(min([*days, view.lookup.first_day]), -60)
        return Drawing(*memberships_chart(rows, first, max([*days, view.scope.as_of])))

    places = "; ".join(f"{row['role'] or 'member'} of {row['faction']}" for row in records(memberships))
    return Part(
        "actor-memberships", f"Memberships: {places or 'none recorded'}", memberships, lambda: _table(memberships),
        provenance=heading.provenance(view, "memberships as recorded, whatever the filters", basis="records"),
        draw=None if memberships.empty else draw, legend=keys.MEMBERSHIPS,
    )  # fmt: skip


def lines(memberships: pd.DataFrame) -> list[str]:
    """ "member, Front: from 3 Mar 2020, no end known", one a membership."""
    return [f"{row['role'] or 'member'}, {row['faction']}: {_from_to(row)}" for row in records(memberships)]


def _table(memberships: pd.DataFrame) -> pd.DataFrame:
    rows = [
        (
            row["faction"], row["role"] or "member",
            date_words(row["valid_from"]) if row["valid_from"] else _NO_START,
            date_words(row["valid_to"]) if row["valid_to"] else _NO_END,
        )
        for row in records(memberships)
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Faction", "Role", "From", "To"])


def _from_to(row: dict[str, Any]) -> str:
    since = f"from {date_words(row['valid_from'])}" if row["valid_from"] else _NO_START
    return f"{since}, " + (f"until {date_words(row['valid_to'])}" if row["valid_to"] else _NO_END)


def _day(value: Any) -> date | None:
    return None if value is None else pd.Timestamp(value).date()
