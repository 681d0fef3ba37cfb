"""What lies over the timeline: counted for the days in view, named with its source, listed where that is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from sayso.coding.overlays import add_overlay, delete_overlay, set_removed
from sayso.ingest.overlays import read
from sayso.reports.overlays import (
    Event,
    Layers,
    Narrowed,
    Quotation,
    absences,
    choices,
    every_overlay,
    labels,
    layers,
    listing,
    notes,
    part,
    strips,
    subtitle,
)  # fmt: skip
from sayso.reports.view import View, look
from tests.conftest import DatasetMaker, ScopeMaker
from tests.overlay_files import TODAY, acled, article, gdelt

JANUARY = date(2024, 1, 1), date(2024, 1, 31)
EVENTS: list[Mapping[str, Any]] = [
    {"event_date": "2024-01-04", "country": "Valdria"},
    {"event_date": "2024-01-04", "country": "Ostmark", "fatalities": 3},
    {"event_date": "2024-01-12", "time_precision": 2},
]


@pytest.fixture
def view(make_dataset: DatasetMaker, scope: ScopeMaker) -> View:
    """A dataset of one statement with ACLED's "v.csv" and GDELT's "q.json" over it."""
    database = make_dataset([("ann", "tax", 1, "2024-01-03")])
    for name, content in (("v.csv", acled(EVENTS)), ("q.json", gdelt([article("2024-01-05")]))):
        add_overlay(database, read(name, content, TODAY), name=name, content=content, accessed_on=TODAY)
    return look(database, scope())


def overlaid(view: View, **filters: Any) -> Layers:
    return layers(view, every_overlay(view), *JANUARY, Narrowed(**filters))


def test_records_are_counted_by_day(view: View) -> None:
    own = part(overlaid(view))
    assert own is not None
    table = own.table()
    assert table[["Overlay", "From", "Records", "Fatalities", "Only"]].to_numpy().tolist()[0] == [
        "ACLED: v.csv", "2024-01-04", 2, "3", "all",
    ]  # fmt: skip
    assert table["Known to the"].tolist() == ["day", "week", "day"]
    assert table["Source"].iloc[-1].startswith("Source: The GDELT Project, Global Quotation Graph")
    assert own.answers and own.frame["n_records"].sum() == 4
    assert "v.csv: 3 events, 4 Jan 2024 to 15 Jan 2024, counted by day" in own.method


def test_bars_are_drawn_and_named(view: View) -> None:
    own = overlaid(view)
    acleds, gdelts = strips(own)
    assert (
        acleds.caption == "ACLED events a day, up to 2 · www.acleddata.com · not part of this dataset · v.csv"
    )
    assert "<b>GDELT: 1 quotation</b>" in gdelts.bars[0].hover
    assert next(iter(labels(own).values())) == "ACLED: v.csv, 4 Jan 2024"
    assert list(labels(own)) == [bar.key for strip in (acleds, gdelts) for bar in strip.bars]
    assert subtitle(own) == ("overlaid: ACLED v.csv, GDELT q.json",)
    assert notes(own)[0].source.endswith("www.acleddata.com, accessed 2026-01-05.")


def test_a_bar_lists_its_records(view: View) -> None:
    own = overlaid(view)
    first, *_, last = labels(own)
    events, quotations = listing(view, own, first), listing(view, own, last)
    assert events.facts.startswith("2 events · 3 reported fatalities · Not part of this dataset")
    assert not events.is_withheld and events.more == ""
    event, quotation = events.records[0], quotations.records[0]
    assert isinstance(event, Event) and isinstance(quotation, Quotation)
    assert event.head.startswith("4 Jan 2024 · Port Sel") and event.text == "Dock workers gathered."
    assert (quotation.text, quotation.url) == ("we sign", "https://www.sel.example/a")


def test_a_long_list_says_how_much_it_leaves_out(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset([("ann", "tax", 1, "2024-01-03")])
    content = acled([{"event_date": "2024-01-04"}] * 54)
    add_overlay(database, read("m.csv", content, TODAY), name="m.csv", content=content, accessed_on=TODAY)
    view = look(database, scope())
    own = overlaid(view)
    (key,) = labels(own)
    assert listing(view, own, key).more.startswith("And 4 more.")


def test_acleds_events_are_withheld_from_readers(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    own = overlaid(view)
    first, *_, last = labels(own)
    monkeypatch.setattr(view.database, "is_writable", False)
    events = listing(view, own, first)
    assert events.is_withheld and events.records == () and events.more == ""
    assert not listing(view, own, last).is_withheld


def test_filters_leave_out_and_are_told(view: View) -> None:
    assert choices(view)["country"] == ["Valdria", "Ostmark"]
    own = overlaid(view, countries=("Ostmark",), words="dock")
    assert [each.n_records for each in own.bars[own.overlays[0].overlay_id]] == [1]
    assert "Only Ostmark; with “dock”." in notes(own)[0].text
    (absence,) = absences(own)
    assert not absence.is_elsewhere
    assert absence.text.startswith("GDELT: q.json has no record in the days that are shown with the filters")


def test_days_that_have_none_are_told(view: View) -> None:
    own = layers(view, every_overlay(view), date(2020, 1, 1), date(2020, 2, 1))
    assert [absence.is_elsewhere for absence in absences(own)] == [True, True]
    assert absences(own)[0].text.endswith("it covers 4 Jan 2024 to 15 Jan 2024.")
    assert strips(own)[0].caption.startswith("ACLED: no event to show in these days")


def test_without_overlays_there_is_nothing(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    view = look(make_dataset(), scope())
    own = layers(view, every_overlay(view), *JANUARY)
    assert own == Layers() and part(own) is None
    assert not strips(own) and not subtitle(own) and not notes(own) and not absences(own)


def test_an_overlay_is_taken_off_put_back_and_deleted(view: View) -> None:
    first = every_overlay(view)[0].overlay_id
    set_removed(view.database, first, True, "anna")
    assert [each.is_removed for each in every_overlay(view)] == [True, False]
    set_removed(view.database, first, False, "anna")
    delete_overlay(view.database, first, "anna")
    assert [each.name for each in every_overlay(view)] == ["q.json"]
