"""Whose counts these are, how they were counted, and what cannot be seen."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.dates import day_words
from sayso.model.overlays import METHODS, NOT_OURS, NOUNS, TERMS, Overlay, attribution
from sayso.model.wording import counted
from sayso.queries.overlays import Bar
from sayso.reports.overlays.layers import Layers

# Where dates are known less exactly than the bars are long.
_INEXACT = {
    "day": "; dates that ACLED knows to the week or month only stand below the bars (◇)",
    "week": "; dates known to the week stand in the week of ACLED's date, those known to the month below the bars (◇)",
}
_LONG = "; dates known to the week or month stand where ACLED's date falls"


@dataclass(frozen=True)
class Note:
    """The line that must stand wherever an overlay shows, and how it was counted."""

    overlay: Overlay
    source: str
    text: str


@dataclass(frozen=True)
class Absence:
    """Why an overlay has nothing in view; `is_elsewhere` if its days are others altogether."""

    overlay: Overlay
    text: str
    is_elsewhere: bool


def subtitle(layers: Layers) -> tuple[str, ...]:
    """What is added to the page's subtitle."""
    if not layers.overlays:
        return ()
    return ("overlaid: " + ", ".join(f"{each.kind} {each.name}" for each in layers.overlays),)


def notes(layers: Layers) -> tuple[Note, ...]:
    """One for each overlay."""
    return tuple(
        Note(each, source(each), f"{method(layers, each)} {TERMS[each.kind]} {NOT_OURS}")
        for each in layers.overlays
    )


def absences(layers: Layers) -> tuple[Absence, ...]:
    """One for each overlay that has nothing in view."""
    return tuple(_absence(layers, each) for each in layers.overlays if not layers.bars[each.overlay_id])


def source(overlay: Overlay) -> str:
    """The publisher, its site and the day of the download."""
    return f"{attribution(overlay.kind, overlay.accessed_on)}."


def method(layers: Layers, overlay: Overlay) -> str:
    """ "v.csv: 10,000 events, 1 Jan 2021 to 31 Dec 2021, counted by week, …"."""
    noun = counted(overlay.n_rows, NOUNS[overlay.kind])
    out = f", {counted(overlay.n_left_out, 'row')} left out as unreadable" if overlay.n_left_out else ""
    inexact = _INEXACT.get(layers.unit, _LONG) if overlay.kind == "ACLED" else ""
    only = filters_in_words(layers, overlay)
    return (
        f"{overlay.name}: {noun}{out}, {_days(overlay)}, counted by {layers.unit}, {METHODS[overlay.kind]}{inexact}."
        f" {f'Only {only}. ' if only else ''}The as-of date and the filters of the dataset do not apply to it."
    )


def filters_in_words(layers: Layers, overlay: Overlay) -> str:
    """The reader's filters on this overlay."""
    own = layers.filters
    values = [*own.countries, *own.types] if overlay.kind == "ACLED" else [*own.languages]
    return "; ".join([*values, *([f"with “{own.words}”"] if own.words else [])])


def days_in_words(bar: Bar) -> str:
    """ "7 Jun 2021", "7 to 13 Jun 2021", "28 Jun 2021 to 4 Jul 2021"."""
    if bar.first_day == bar.last_day:
        return day_words(bar.first_day)
    if (bar.first_day.year, bar.first_day.month) == (bar.last_day.year, bar.last_day.month):
        return f"{bar.first_day.day} to {day_words(bar.last_day)}"
    return f"{day_words(bar.first_day)} to {day_words(bar.last_day)}"


def fatalities(count: int | None) -> str:
    """ "12 reported fatalities", as ACLED estimates them; "" where none are given."""
    return "" if count is None else counted(count, "reported fatality", "reported fatalities")


def _absence(layers: Layers, overlay: Overlay) -> Absence:
    if overlay.last_day < layers.first or overlay.first_day > layers.last:
        text = (
            f"{overlay.label} has no day in common with the days that are shown, {day_words(layers.first)} to"
            f" {day_words(layers.last)}: it covers {_days(overlay)}."
        )
        return Absence(overlay, text, True)
    only = filters_in_words(layers, overlay)
    why = f" with the filters “{only}”" if only else ""
    text = f"{overlay.label} has no record in the days that are shown{why}. As a whole it covers {_days(overlay)}."
    return Absence(overlay, text, False)


def _days(overlay: Overlay) -> str:
    return f"{day_words(overlay.first_day)} to {day_words(overlay.last_day)}"
