"""The timeline's answer on a few invented rows: what is drawn, in which days, and what stands behind each mark."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sayso.charts.timeline_overlays import Strip
from sayso.reports import timeline_chosen
from sayso.reports.timeline import extent, timeline
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1", event_id="e1"),
    say("bob", "tax", -1, "2024-01-04", article="a1"),
    say("ann", "port", 1, "2024-06-20", article="a2"),
]
EVENT = {
    "event_id": "e1", "title": "Dockers strike", "description": "They stop.", "kind": "PROTEST", "modality": "happened",
    "happened_on": "2024-01-02", "happened_on_basis": "inferred", "place": "Sel", "place_precision": "city",
}  # fmt: skip
MORE: dict[str, list[dict[str, Any]]] = {
    "events": [EVENT],
    "event_actors": [{"event_id": "e1", "actor_id": "bob", "role": "initiator"}],
    "reports": [{"event_id": "e1", "article_id": "a1", "credibility": 2, "spans": "0-9"}],
}


@pytest.fixture
def strike(make_dataset: DatasetMaker) -> Database:
    """Two statements and a strike in January, one statement in June."""
    return make_dataset(SAID, factions={"reds": ["ann"]}, more=MORE)


def test_it_names_the_busiest_month_and_has_a_row_for_each_event_and_statement(
    strike: Database, scope: ScopeMaker
) -> None:
    report = timeline(strike, scope(), start=date(2023, 12, 1), end=date(2024, 7, 1))
    assert report.title == "2 of 3 statements were made in Jan 2024, the month of “Dockers strike”"
    assert list(zip(report.frame["what"], report.frame["id"], strict=True)) == [
        ("event", "e1"), ("statement", "s1"), ("statement", "s2"), ("statement", "s3"),
    ]  # fmt: skip
    assert report.table["Text"].tolist() == ["Dockers strike", "Words 1", "Words 2", "Words 3"]
    assert report.table["Who"].tolist() == ["Bob (initiator)", "Ann", "Bob", "Ann"]
    assert report.table["Kind"].tolist()[:2] == ["happened, protest", "strongly supports: Tax"]
    assert report.sources["article_id"].tolist() == ["a2", "a1"]


def test_ids_are_the_statements_behind_each_mark(strike: Database, scope: ScopeMaker) -> None:
    assert timeline(strike, scope()).part("timeline").ids() == {
        ("event", "e1"): ("s1",), ("statement", "s1"): ("s1",), ("statement", "s2"): ("s2",), ("statement", "s3"): ("s3",),
    }  # fmt: skip


def test_lanes_are_of_what_is_asked_and_the_chosen_mark_is_outlined(
    strike: Database, scope: ScopeMaker
) -> None:
    def lanes(**options: Any) -> set[str]:
        (part,) = timeline(strike, scope(), start=date(2023, 12, 1), end=date(2024, 7, 1), **options).parts
        assert part.draw is not None
        figure = part.draw("s2").figure
        (ticks,) = (trace for trace in figure.data if trace.name == "statements")
        widths = {
            key: width for (_, key), width in zip(ticks.customdata, ticks.marker.line.width, strict=True)
        }
        assert widths == {"s1": 1, "s2": 3, "s3": 1}
        return {str(note.text) for note in figure.layout.annotations}

    assert {"<b>Reds</b>", "<b>No faction</b>"} <= lanes()
    assert {"<b>Ann</b>", "<b>Bob</b>"} <= lanes(lanes="actor")
    assert {"<b>Tax</b>", "<b>Port</b>", "<b>Events</b>"} <= lanes(lanes="issue")


def test_strips_of_overlays_make_the_chart_higher(strike: Database, scope: ScopeMaker) -> None:
    report = timeline(strike, scope())
    plain, overlaid = report.chart(), report.chart(strips=(Strip("ACLED events", ()),))
    assert plain.draw and overlaid.draw
    assert overlaid.draw(None).height > plain.draw(None).height
    assert "ACLED events" in overlaid.draw(None).figure.to_json() not in plain.draw(None).figure.to_json()


def test_without_dates_the_busiest_stretch_is_shown(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    often = [say("ann", "tax", 1, f"2024-06-{day:02}") for day in range(1, 9)]
    database = make_dataset([say("ann", "tax", 1, "2020-01-01"), *often])
    report = timeline(database, scope())
    assert (report.start, report.end) == report.extent.busiest
    assert date(2024, 5, 1) < report.start <= date(2024, 6, 1)
    assert report.title.startswith("8 of 9 statements fall between")
    later = timeline(database, scope(), start=date(2024, 6, 5))
    assert (later.start, later.end) == (date(2024, 6, 5), report.end)


def test_days_the_wrong_way_round_are_told_and_not_drawn(strike: Database, scope: ScopeMaker) -> None:
    report = timeline(strike, scope(), start=date(2024, 3, 1), end=date(2024, 2, 1))
    assert (report.start, report.end) == report.extent.busiest
    assert [note[:31] for note in report.notes] == ["“From” must be before “To”: sho"]
    assert timeline(strike, scope(), start=date(2024, 2, 1), end=date(2024, 3, 1)).notes == ()


def test_it_ends_on_the_last_day_on_which_anything_is_known(strike: Database, scope: ScopeMaker) -> None:
    report = timeline(strike, scope("9999-12-31"))
    assert (report.first, report.last) == (date(2024, 1, 2), date(2024, 6, 20))
    assert report.extent.everything == (date(2023, 12, 3), date(2024, 7, 20))
    assert report.extent.whole.end.date() == date(2024, 6, 23)
    (part,) = report.parts
    assert part.figure is not None and "9999-" not in str(part.figure.layout)


def test_it_ends_on_an_earlier_as_of_day_though_nothing_happens_on_it(
    strike: Database, scope: ScopeMaker
) -> None:
    assert extent(strike, scope("2024-03-01")).last == date(2024, 3, 1)
    before = extent(strike, scope("2020-01-01"))
    assert before.first < before.last


def test_a_chosen_event_is_told_with_its_reports_and_statements(strike: Database, scope: ScopeMaker) -> None:
    report = timeline(strike, scope())
    event = timeline_chosen.event(report, "e1")
    assert (event.title, event.participants) == ("Dockers strike", "Took part: Bob (initiator)")
    assert event.facts == "2 Jan 2024 (inferred) · happened · protest · Sel (city)"
    assert [(row["article_id"], row["stated_on"]) for row in event.mentions] == [("a1", "2024-01-02")]
    assert event.statements["statement_id"].tolist() == ["s1"]
    assert timeline_chosen.event_labels(report) == {"e1": "2 Jan 2024: Dockers strike"}


def test_a_chosen_statement_is_named(strike: Database, scope: ScopeMaker) -> None:
    report = timeline(strike, scope())
    assert timeline_chosen.statement(report, "s2").title == "Bob on “Tax”"
    assert timeline_chosen.statement(report, "none").title == "Statement"
    assert list(timeline_chosen.statement_labels(report)) == ["s1", "s2", "s3"]


def test_an_empty_dataset_has_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = timeline(make_dataset(), scope())
    assert report.is_empty
    assert report.title == "0 events, and no statement that counts"
    assert report.frame.empty and report.table.empty and report.sources.empty
    assert report.figure is not None and report.part("timeline").ids() == {}
