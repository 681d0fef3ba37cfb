"""Events and stance proposals of one of our own articles, scored."""

from __future__ import annotations

from typing import Any

from sayso.ingest.records import Event
from tests.bench.extraction_own_match import Held, pairs, same_actor, words


def events(held: Held) -> None:
    """Events of the right kind where the gold has one, their dates and modalities."""
    n, rows, ours = held.n, held.gold["events"], held.found.events

    def overlap(event: Event, row: Any) -> int:
        end, start = int(row["span"][1]), int(row["span"][0])
        return max(0, min(event.trigger[1], end) - max(event.trigger[0], start))

    matched = pairs(
        ours,
        rows,
        lambda e, row: overlap(e, row) * _fits(e, row) * (1 if row.get("optional") else 10),
    )
    by_gold = {j: ours[i] for i, (j, _) in matched.items()}
    for j, row in enumerate(rows):
        if row.get("optional"):
            continue
        n["events", "gold"] += 1
        event = by_gold.get(j)
        if event is None:
            others = sorted({e.kind for e in ours if overlap(e, row)})
            held.miss(
                "event: other kind" if others else "event: not found",
                f"{row['kind']}, not {others}: {row['words']}",
            )
            continue
        n["events", "right"] += 1
        n["events", "date"] += event.happened_on == row["happened_on"]
        n["events", "modality"] += event.modality == row["modality"]
        if event.happened_on != row["happened_on"]:
            held.miss("event: date", f"{row['happened_on']}, not {event.happened_on}: {row['words']}")
        if event.modality != row["modality"]:
            held.miss("event: modality", f"{row['modality']}, not {event.modality}: {row['words']}")
    for i, event in enumerate(ours):
        if i in matched and rows[matched[i][0]].get("optional"):
            continue
        n["events", "found"] += 1
        if i not in matched:
            elsewhere = any(overlap(event, row) for row in rows)
            held.miss(
                "event: false, " + ("on other words" if not elsewhere else "of another kind, or twice"),
                f"{event.kind} {event.modality}: {held.text[slice(*event.span)][:110]}",
            )


def stances(held: Held) -> None:
    """Proposals with the right actor, issue and sign on the right words."""
    n, text = held.n, held.text
    rows = held.gold["statements"]
    meant = [words(text, held.gold["quotes"][row["quote"]]["spans"]) for row in rows]
    reached: set[int] = set()
    held_to: set[int] = set()
    for stance in held.found.stances:
        inside = words(text, held.found.quotes[stance.quote].spans)
        near = [
            j for j, row in enumerate(rows)
            if row["issue_id"] == stance.issue_id and len(inside & meant[j]) * 2 >= min(len(inside), len(meant[j]))
        ]  # fmt: skip
        right = [
            j for j in near
            if _sign(rows[j]["stance"]) == _sign(stance.stance) and same_actor(held, stance.actor, rows[j]["actor"])
        ]  # fmt: skip
        if right and all(rows[j].get("optional") for j in right):
            continue
        n["stances", "found"] += 1
        n["stances", "sure"] += bool(right)
        reached.update(right)
        if stance.condition:
            held_to.update(j for j in right if words(text, [stance.condition]) & _condition(text, rows[j]))
        if not right:
            why = "other side or actor" if near else "no such statement"
            said = text[slice(*stance.evidence)][:110]
            held.miss(
                f"stance: false, {why}", f"{stance.actor} on {stance.issue_id} {stance.stance:+}: {said}"
            )
    for j, row in enumerate(rows):
        if row.get("optional"):
            continue
        n["stances", "gold"] += 1
        n["stances", "right"] += j in reached
        n["stances", "gold conditions"] += bool(row["condition"])
        n["stances", "conditions"] += j in held_to
        if j not in reached:
            said = held.gold["quotes"][row["quote"]]["words"][0][:110]
            held.miss(
                "stance: none proposed", f"{row['actor']} on {row['issue_id']} {row['stance']:+}: {said}"
            )


def _fits(event: Event, row: Any) -> float:
    """1 for the kind of the gold, a little less for one that fits as well."""
    return 1.0 if event.kind == row["kind"] else 0.9 * (event.kind in row.get("also", ()))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _condition(text: str, row: Any) -> frozenset[int]:
    return words(text, [row["condition"]["span"]]) if row["condition"] else frozenset()
