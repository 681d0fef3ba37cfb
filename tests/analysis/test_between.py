"""Events between two statements, and who joined or left a faction."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.between import events_between, happened, turnover, turnover_sentence

NAMES = {"ann": "Ann", "bob": "Bob", "cy": "Cy", "dee": "Dee"}


def event(key: str, low: str | None, high: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "event_id": key, "title": key, "modality": "happened", "weight": 1, "actor_ids": [], "faction_ids": [],
        "date_low": date.fromisoformat(low) if low else None, "date_high": date.fromisoformat(high or low or "2024-01-01"),
    } | more  # fmt: skip


def told(rows: list[dict[str, Any]], most: int = 3) -> tuple[list[str], int]:
    dated = happened(pd.DataFrame(rows).assign(happened_on=None))
    found, n = events_between(dated, date(2024, 2, 1), date(2024, 6, 30), "ann", "actor_ids", most)
    return [row["event_id"] for row in found], n


def test_only_what_happened_wholly_in_between_is_told() -> None:
    rows = [
        event("same day", "2024-02-01"), event("next day", "2024-02-02"), event("last day", "2024-06-30"), event("later", "2024-07-01"),
        event("month across the end", "2024-06-15", "2024-07-14"), event("month inside", "2024-03-01", "2024-03-31"),
        event("feared", "2024-04-01", modality="expected"), event("open", None, "2024-04-01"),
    ]  # fmt: skip
    assert told(rows, 9) == (["next day", "month inside", "last day"], 3)
    assert told([event("later", "2024-07-01")]) == ([], 0)


def test_its_own_events_come_before_weightier_ones_and_all_in_order_of_time() -> None:
    rows = [
        event("heavy", "2024-03-01", weight=9), event("heavier", "2024-05-01", weight=10), event("light", "2024-03-02"),
        event("own", "2024-04-01", actor_ids=["bob", "ann"]),
    ]  # fmt: skip
    assert told(rows, 2) == (["own", "heavier"], 4)


def member(actor: str, faction: str, since: str | None, until: str | None, role: str = "") -> dict[str, Any]:
    low, high = (date.fromisoformat(day) if day else None for day in (since, until))
    return {"actor_id": actor, "faction_id": faction, "role": role, "date_from": low, "date_to": high}


def changes(*rows: dict[str, Any]) -> list[str]:
    found = turnover(pd.DataFrame(rows), date(2024, 1, 31), date(2024, 12, 31))
    return [turnover_sentence(one, one.faction_id.upper(), NAMES) for one in found]


def test_a_faction_that_dissolves_and_one_that_forms() -> None:
    front = [
        member(actor, "front", "2023-01-01", day)
        for actor, day in {"ann": "2024-03-08", "bob": "2024-03-09", "cy": "2024-03-09"}.items()
    ]
    assert changes(*front, member("dee", "pact", "2024-04-27", None)) == [
        "FRONT has no members any more: Ann, Bob and Cy left, the last on 9 Mar 2024",
        "PACT has its first members: Dee joined on 27 Apr 2024",
    ]


def test_one_leaves_another_joins_and_a_new_role_is_no_news() -> None:
    rows = [
        member("ann", "north", None, "2024-05-01"), member("bob", "north", "2024-06-01", None),
        member("cy", "north", "2020-01-01", "2024-05-31", "whip"), member("cy", "north", "2024-06-01", None, "head"),
        member("dee", "south", None, None),
    ]  # fmt: skip
    assert changes(*rows) == ["NORTH: Bob joined on 1 Jun 2024; Ann left on 1 May 2024"]


def test_nobody_moves_where_nobody_is() -> None:
    none = pd.DataFrame(columns=["actor_id", "faction_id", "role", "date_from", "date_to"])
    assert turnover(none, date(2024, 1, 1), date(2024, 2, 1)) == []
