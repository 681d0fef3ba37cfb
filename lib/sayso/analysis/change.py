"""What changed: contradictions, positions that shifted, and the statements that tell it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records

NEAR = 1e-9
SHIFT_COLUMNS = [
    "unit_id",
    "issue_id",
    "change",
    "state_before",
    "state_after",
    "value_before",
    "value_after",
    "by",
]
_SIDES = {"strongly_opposes": -1, "opposes": -1, "neutral": 0, "supports": 1, "strongly_supports": 1}
_ENDS = ["value", "state", "n", "condition"]


def contradictions(statements: pd.DataFrame) -> pd.DataFrame:
    """Every actor and issue with statements of both signs, the latest turn first (DESIGN §5).

    `statements` are counting statements (statement_id, actor_id, issue_id, stance, said_on, quote_id, condition). The
    pair shown is the latest statement that takes a side and the latest before it that takes the other. Columns:
    actor_id, issue_id, then for both earlier_ and later_: statement_id, quote_id (None for an act), stance, said_on,
    condition; days_apart, n_supporting, n_opposing. A condition on either side may explain the pair: it is shown with it.
    """
    shown = ["statement_id", "quote_id", "stance", "said_on", "condition"]
    sided = statements[statements["stance"] != 0].sort_values(["said_on", "statement_id"], kind="stable")
    # Plain loops: on some thousand rows they take a tenth of what slicing frames does.
    cells: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(sided[["actor_id", "issue_id", *shown]]):
        cells.setdefault((row["actor_id"], row["issue_id"]), []).append(row)
    found = []
    for (actor, issue), said in cells.items():
        later = said[-1]
        others = [row for row in said if (row["stance"] > 0) != (later["stance"] > 0)]
        if not others:
            continue
        pair = {"earlier": others[-1], "later": later}
        ends = {f"{end}_{name}": row[name] for end, row in pair.items() for name in shown}
        days = {"days_apart": (later["said_on"] - others[-1]["said_on"]).days}
        sizes = len(said) - len(others), len(others)
        plus, minus = sizes if later["stance"] > 0 else sizes[::-1]
        found.append(
            {"actor_id": actor, "issue_id": issue, **ends, **days, "n_supporting": plus, "n_opposing": minus}
        )
    both = [f"{end}_{name}" for end in ("earlier", "later") for name in shown]
    columns = ["actor_id", "issue_id", *both, "days_apart", "n_supporting", "n_opposing"]
    frame = pd.DataFrame(found, columns=columns)
    order = ["later_said_on", "actor_id", "issue_id"]
    return frame.sort_values(order, ascending=[False, True, True]).reset_index(drop=True)


def shifts(before: pd.DataFrame, after: pd.DataFrame, *, also_moved: bool = False) -> pd.DataFrame:
    """Positions whose state differs between two dates (or between two scopes), the largest step first.

    Both are frames of `positions.actor_positions` or `faction_positions`. Columns: unit_id, issue_id, change,
    state_before, state_after, value_before, value_after, by (after − before, NaN where one is missing), n_before,
    n_after, condition_before, condition_after. `change` is "found" (no position before), "lost" (none after),
    "shifted" (another of the seven states), with `also_moved` "moved" (the same state, another value) and else
    "conditional" (it gained, lost or changed a condition). They come in that order: shifted, found, lost, moved,
    conditional.
    """
    keys = ["unit_id", "issue_id"]
    both = before[[*keys, *_ENDS]].merge(
        after[[*keys, *_ENDS]], on=keys, how="outer", suffixes=("_before", "_after")
    )
    rows = [row | {"change": _change(row, also_moved)} for row in records(both)]
    columns = [*SHIFT_COLUMNS, "n_before", "n_after", "condition_before", "condition_after"]
    found = pd.DataFrame([row for row in rows if row["change"]]).reindex(columns=columns)
    for end in ("before", "after"):
        found[f"state_{end}"] = found[f"state_{end}"].fillna("not_found")
        found[f"value_{end}"] = found[f"value_{end}"].astype(float)
        found[f"n_{end}"] = found[f"n_{end}"].fillna(0).astype(int)
    found["by"] = found["value_after"] - found["value_before"]
    kinds = ["shifted", "found", "lost", "moved", "conditional"]
    order = found.assign(kind=found["change"].map(kinds.index), step=-found["by"].abs())
    order = order.sort_values(["kind", "step", *keys], na_position="last", kind="stable")
    return order[columns].reset_index(drop=True)


def with_statements(
    shifted: pd.DataFrame, statements: pd.DataFrame, since: pd.Timestamp, unit: str = "actor_id"
) -> pd.DataFrame:
    """`shifted` with the statements that show each change: before_statement_id, before_quote_id, and after_ likewise.

    Before is the latest statement up to the end of the day `since` on the side of the old position (the latest of all
    where none is, where it was conflicting, or where only its condition is another); after is the one later than that
    day which lies farthest from the old position in the direction of the change (where a side became both sides: on
    the new side; where there was no position, or only the condition is another: the latest). None where there is no
    such statement (a position may shift because others dropped out). `unit` is "actor_id", or "faction_id" with
    statements from `recount.as_members`.
    """
    ordered = statements.sort_values(["said_on", "statement_id"], kind="stable")
    limit = pd.Timestamp(since) + pd.Timedelta(days=1)
    cells: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(ordered[[unit, "issue_id", "statement_id", "quote_id", "stance", "said_on"]]):
        cells.setdefault((row[unit], row["issue_id"]), []).append(row)
    found = []
    for row in records(shifted):
        said = cells.get((row["unit_id"], row["issue_id"]), [])
        old, new = (
            [one for one in said if one["said_on"] < limit],
            [one for one in said if one["said_on"] >= limit],
        )
        old = _on_the_side(row, old)
        way = _way(row)
        if new and way:
            farthest = max(one["stance"] * way for one in new)
            new = [one for one in new if one["stance"] * way == farthest]
        found.append({**_named("before", old), **_named("after", new)})
    columns = [f"{end}_{name}" for end in ("before", "after") for name in ("statement_id", "quote_id")]
    told = pd.DataFrame(found, columns=columns, dtype=object)
    return pd.concat([shifted.reset_index(drop=True), told], axis=1)


def _on_the_side(row: dict[str, Any], old: list[dict[str, Any]]) -> list[dict[str, Any]]:
    side = _SIDES.get(row["state_before"]) if row["change"] != "conditional" else None
    return [one for one in old if (one["stance"] > 0) - (one["stance"] < 0) == side] or old


def _way(row: dict[str, Any]) -> int:
    """In which direction the statement lies that shows the change: 1, −1, or 0 for whichever is the latest."""
    if row["change"] == "conditional":
        return 0
    became_both = row["state_after"] == "conflicting" and row["state_before"] != "conflicting"
    step = -(row["value_before"] or 0) if became_both and row["value_before"] else row["by"] or 0
    return (step > 0) - (step < 0)


def _change(row: dict[str, Any], also_moved: bool) -> str:
    if row["state_before"] is None:
        return "found"
    if row["state_after"] is None:
        return "lost"
    if row["state_before"] != row["state_after"]:
        return "shifted"
    if also_moved and abs(row["value_before"] - row["value_after"]) > NEAR:
        return "moved"
    return "conditional" if row["condition_before"] != row["condition_after"] else ""


def _named(end: str, said: list[dict[str, Any]]) -> dict[str, Any]:
    last = said[-1] if said else {}
    return {f"{end}_{name}": last.get(name) for name in ("statement_id", "quote_id")}
