"""ACLED's exports: their columns, dates and precision, and what is wrong with a row."""

from datetime import date

import pytest

from sayso.errors import IntakeError
from sayso.ingest.overlays import read
from tests.overlay_files import ACLED, TODAY, acled

OLD = tuple(name.upper() for name in ACLED if name not in ("disorder_type", "civilian_targeting", "tags"))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12 January 2024", date(2024, 1, 12)),
        ("2024-01-12", date(2024, 1, 12)),
        ("12-Jan-2024", date(2024, 1, 12)),
        ("12/01/2024", date(2024, 1, 12)),
        ("2024-01-12T00:00:00.000Z", date(2024, 1, 12)),
    ],
)
def test_every_way_acled_writes_a_date(written: str, day: date) -> None:
    assert read("a.csv", acled([{"event_date": written}]), TODAY).records[0].day == day


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16")])
def test_older_columns_other_separators_and_a_mark_at_the_start(separator: str, encoding: str) -> None:
    found = read("a.csv", acled([{"notes": "Sí; yes,\n“again”"}], OLD, separator, encoding), TODAY)
    (event,) = found.records
    assert found.kind == "ACLED" and event.record_id == "VAL1" and event.text == "Sí; yes, “again”"
    assert (event.who, event.place, event.fatalities) == ("Protesters (Valdria)", "Port Sel, Harbour", 0)


def test_a_date_spans_what_its_precision_says() -> None:
    rows = [{"event_date": "15 February 2024", "time_precision": code} for code in (1, 2, 3)]
    spans = [(e.exactness, e.day_low, e.day_high) for e in read("a.csv", acled(rows), TODAY).records]
    assert spans == [
        ("day", date(2024, 2, 15), date(2024, 2, 15)),
        ("week", date(2024, 2, 12), date(2024, 2, 18)),
        ("month", date(2024, 2, 1), date(2024, 2, 29)),
    ]


def test_month_first_dates_are_seen_by_the_file_as_a_whole_and_told() -> None:
    found = read("a.csv", acled([{"event_date": "01/02/2024"}, {"event_date": "01/31/2024"}]), TODAY)
    assert [event.day for event in found.records] == [date(2024, 1, 2), date(2024, 1, 31)]
    assert "month first" in found.notes[0]


def test_bad_rows_are_listed_with_their_line_and_the_good_ones_are_read() -> None:
    content = (
        acled(
            [
                {},
                {"event_date": "soon"},
                {"event_date": "12 January 2027"},
                {"time_precision": 9},
                {"fatalities": "many"},
                {"event_type": " "},
            ]
        )
        + b"too,few\n"
    )
    found = read("a.csv", content, TODAY)
    assert len(found.records) == 1
    assert [(each.row, each.wrong) for each in found.problems] == [
        (3, "has the event_date “soon”, which is no date"),
        (4, "is dated 2027-01-12, which lies in the future"),
        (5, "has the time_precision “9”; 1, 2 or 3 is expected"),
        (6, "has “many” fatalities, which is no number"),
        (7, "has no event_type"),
        (8, "has 2 cells where the first line has 31"),
    ]


def test_an_event_that_stands_twice_is_taken_as_it_was_last_written() -> None:
    rows = [
        {"event_id_cnty": "V1", "notes": text, "timestamp": stamp}
        for text, stamp in (("new", 10), ("old", 9))
    ]
    found = read("a.csv", acled(rows), TODAY)
    assert [event.text for event in found.records] == ["new"] and "1 row repeated" in found.notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "It is empty"),
        (acled([]), "has columns, but no rows"),
        (acled([{"event_date": "?"}]), "None of its 1 rows can be used.*Row 2 has the event_date"),
        (b"week,country,events\n2024,Valdria,3\n", "event_date and event_type.*It has: week, country, events"),
        (b"\x00\x01\x02\x03" * 40, "binary data"),
        (b"event_date,event_type,notes,notes\n2024-01-01,Riots,a,b\n", "same name"),
    ],
)  # fmt: skip
def test_another_file_is_refused_in_plain_words(content: bytes, said: str) -> None:
    with pytest.raises(IntakeError, match=f"(?s){said}"):
        read("a.csv", content, TODAY)


def test_hostile_text_is_kept_as_text_without_what_turns_letters_round() -> None:
    hostile = "<img src=x onerror=1>\u202e =1+1 \x00 :red[x]"
    (event,) = read("a.csv", acled([{"notes": hostile, "actor1": hostile}]), TODAY).records
    assert event.text == "<img src=x onerror=1> =1+1 :red[x]" == event.who
