"""Stretches of time: the one where most was said, and bins to count in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from sayso.model.calendar import days_from

MOST_BINS = 60
_SHORTEST = 14
_STEPS = (1, 7, 30, 91, 365, 3652)


def focus(days: Sequence[date], first: date, last: date, share: float = 0.5) -> tuple[date, date]:
    """The shortest stretch that holds `share` of `days`, with a margin; all of it where that is no gain.

    A stretch is a gain if it is under a quarter of first … last. At least two weeks are shown.
    """
    ordered = sorted(day for day in days if first <= day <= last)
    need = max(1, round(len(ordered) * share))
    if not ordered:
        return first, last
    start, end = min(
        zip(ordered, ordered[need - 1 :], strict=False), key=lambda pair: (pair[1] - pair[0], last - pair[1])
    )
    spare = max(_SHORTEST - (end - start).days, 4)
    start, end = days_from(start, -(spare // 2)), days_from(end, spare - spare // 2)
    if (end - start).days * 4 > (last - first).days:
        return first, last
    return start, end


def busiest_month(stretches: Iterable[tuple[date, date]]) -> tuple[str, int] | None:
    """The month ("2024-11") in which most of `stretches` (first and last day each) lie whole, and how many do.

    None where two months share the first place or where there is no other month to compare with.
    """
    counts = Counter(
        f"{low:%Y-%m}" for low, high in stretches if (low.year, low.month) == (high.year, high.month)
    )
    ranked = counts.most_common(2)
    if len(ranked) < 2 or ranked[0][1] == ranked[1][1]:
        return None
    return ranked[0]


def bins(days: Sequence[date], start: date, end: date) -> list[tuple[date, date, int]]:
    """Counts of `days` in equal bins from `start` to `end`: (first day, day after the last, count)."""
    length = max((end - start).days, 1)
    step = next((step for step in _STEPS if length / step <= MOST_BINS), -(-length // MOST_BINS))
    counts: dict[int, int] = {}
    for day in days:
        if start <= day < end:
            counts[(day - start).days // step] = counts.get((day - start).days // step, 0) + 1
    return [
        (
            days_from(start, place * step),
            days_from(start, (place + 1) * step),
            counts.get(place, 0),
        )
        for place in range(-(-length // step))
    ]
