"""An axis of a figure: where values lie in the picture, and what stands beside it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sayso.model.dates import day_words

_STEPS = (1, 2, 5, 10)
_MONTHS = (1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 600, 1200)
_DAYS = (1, 2, 7, 14)


@dataclass(frozen=True)
class Axis:
    """Values from `low` to `high` lie between the pixels `start` and `end`; days count as milliseconds."""

    spec: Mapping[str, Any]
    low: float
    high: float
    start: float
    end: float

    @property
    def is_date(self) -> bool:
        """Whether its values are days."""
        return is_date(self.spec)

    @property
    def is_seen(self) -> bool:
        """Whether it has labels or a grid at all."""
        return bool(self.spec.get("visible", True))

    def at(self, value: object) -> float | None:
        """The pixel of a value; None for none."""
        plain = plain_value(value, is_date=self.is_date)
        return None if plain is None else self.start + (plain - self.low) * self.scale

    @property
    def scale(self) -> float:
        """Pixels a unit, negative where it grows to the left or upwards."""
        return (self.end - self.start) / ((self.high - self.low) or 1)

    def holds(self, pixel: float) -> bool:
        """Whether a pixel lies on it."""
        first, last = sorted((self.start, self.end))
        return first - 0.5 <= pixel <= last + 0.5

    def ticks(self) -> list[tuple[float, str]]:
        """Its labels, as a figure's text, with the pixel of each."""
        if not self.is_seen or self.spec.get("showticklabels", True) is False:
            return []
        values = self.spec.get("tickvals")
        if values is not None:
            texts = self.spec.get("ticktext") or [self._worded(value) for value in values]
            pairs = [(self.at(value), str(text)) for value, text in zip(values, texts, strict=True)]
        elif self.is_date:
            pairs = [(self.at(day.isoformat()), text) for day, text in _days(self.low, self.high, self._most)]
        else:
            pairs = [(self.at(value), self._worded(value)) for value in self._numbers()]
        return [(pixel, text) for pixel, text in pairs if pixel is not None and self.holds(pixel)]

    @property
    def _most(self) -> int:
        room = int(abs(self.end - self.start) // 80)
        return max(2, min(int(self.spec.get("nticks") or 8), room))

    def _numbers(self) -> Iterator[float]:
        low, high = sorted((self.low, self.high))
        most = min(int(self.spec.get("nticks") or 8), max(2, int(abs(self.end - self.start) // 36)))
        raw = (high - low) / most
        power = 10 ** math.floor(math.log10(raw))
        step = next(step for step in _STEPS if step * power >= raw - 1e-9) * power
        if str(self.spec.get("tickformat", "")).endswith("d"):
            step = max(1, step)
        value = math.ceil(low / step) * step
        while value <= high + 1e-9:
            yield value
            value += step

    def _worded(self, value: object) -> str:
        number = plain_value(value, is_date=False) or 0.0
        match self.spec.get("tickformat"):
            case ".0%":
                return f"{number:.0%}"
            case _:
                return f"{number:,.0f}" if float(number).is_integer() else f"{number:g}"


def is_date(spec: Mapping[str, Any]) -> bool:
    """Whether an axis has days."""
    return spec.get("type") == "date"


def plain_value(value: object, *, is_date: bool) -> float | None:
    """A value as a number; a day as milliseconds; None for what is none."""
    if value is None or value != value:
        return None
    if is_date:
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        return (moment.replace(tzinfo=UTC) - _EPOCH) / timedelta(milliseconds=1)
    return float(str(value))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def span(values: Sequence[object], *, is_date: bool) -> tuple[float, float] | None:
    """The least and the greatest of values; None without any."""
    plain = [number for value in values if (number := plain_value(value, is_date=is_date)) is not None]
    return (min(plain), max(plain)) if plain else None


def _days(low: float, high: float, most: int) -> list[tuple[date, str]]:
    first, last = ((_EPOCH + timedelta(milliseconds=value)).date() for value in sorted((low, high)))
    length = (last - first).days
    for step in _DAYS:
        if length / step <= most:
            days = [day for n in range(length + 1) if (day := first + timedelta(n)).toordinal() % step == 0]
            return [
                (day, day_words(day) if place == 0 else day_words(day)[:-5]) for place, day in enumerate(days)
            ]
    months = length / 30.44
    step = next((step for step in _MONTHS if months / step <= most), _MONTHS[-1])
    count = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    starts = [date(n // 12, n % 12 + 1, 1) for n in count if n % step == 0]
    return [
        (day, str(day.year) if step >= 12 else day_words(day).split(" ", 1)[1])
        for day in starts
        if first <= day <= last
    ]
