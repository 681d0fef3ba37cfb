"""The timeline with others' counts laid over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.ingest.overlays import read
from sayso.reports import datasets
from sayso.store.overlays import add_overlay
from tests.overlay_files import TODAY, acled, article, gdelt
from tests.pages.packages import HOSTILE, MAKERS
from tests.pages.screen import Screen, open_screen

MARK = "Not part of this dataset: not coded, never counted in positions."


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small dataset that only this test changes."""
    datasets._let_go()
    monkeypatch.setenv("SAYSO_CODER", "anna")
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "own"))
    return MAKERS["one_quote"](tmp_path / "own")


def lay(content: bytes, name: str) -> None:
    (database,) = datasets.databases().values()
    add_overlay(database, read(name, content, TODAY), name=name, content=content, accessed_on=TODAY)


def open_timeline(**params: str | list[str]) -> Screen:
    screen = open_screen("timeline", **params)
    assert not screen.app.exception
    return screen


def test_without_an_overlay_the_chart_is_as_it_was(own: Path) -> None:
    screen = open_timeline()
    (chart,) = screen.charts()
    assert "overlay" not in chart and MARK not in screen.words and "Source:" not in screen.words


def test_bars_name_their_source_and_method_and_leave_the_finding_alone(own: Path) -> None:
    finding = open_timeline().markup.split("sy-title")[1][:80]
    lay(
        acled(
            [{"event_date": "2024-01-04"}, {"event_date": "2024-01-04", "fatalities": 3}, {"event_date": "x"}]
        ),
        "v.csv",
    )
    lay(gdelt([article("2024-01-05")]), "q.json")
    screen = open_timeline()
    assert finding in screen.markup
    (chart,) = screen.charts()
    assert (
        "ACLED events a day, up to 2" in chart
        and "3 reported fatalities" in chart
        and "GDELT quotations a day" in chart
    )
    words = " ".join(screen.words.split())
    assert "overlaid: ACLED v.csv, GDELT q.json" in words and MARK in words
    assert "Armed Conflict Location & Event Data (ACLED), www.acleddata.com , accessed 2026-01-05" in words
    assert "v.csv: 2 events, 1 row left out as unreadable, 4 Jan 2024 to 4 Jan 2024, counted by day" in words
    assert 'href="https://www.gdeltproject.org"' in screen.markup


def test_a_link_shows_the_same_bar_with_its_records_and_the_same_filters(own: Path) -> None:
    lay(
        acled(
            [{"event_date": "2024-01-04", "country": c, "notes": f"In {c}."} for c in ("Valdria", "Ostmark")]
        ),
        "v.csv",
    )
    screen = open_timeline(overlay_bar="ACLED: v.csv, 4 Jan 2024", overlay_country=["Ostmark"])
    assert "In Ostmark." in screen.words and "In Valdria." not in screen.words
    assert "1 event · 0 reported fatalities · " + MARK in screen.words
    hidden = open_timeline(overlays=["None, for now"])
    assert "overlaid" not in hidden.words


def test_hostile_files_are_shown_as_text(own: Path) -> None:
    quotes = [{"pre": words, "quote": words, "post": words} for words in HOSTILE]
    lay(
        gdelt([article("2024-01-04", quotes=quotes, title=HOSTILE[0], lang=HOSTILE[3], url="javascript:1")]),
        f"{HOSTILE[0]}.json",
    )
    screen = open_timeline(overlay_bar=f"GDELT: {HOSTILE[0]}.json, 4 Jan 2024")
    assert "7 quotations" in screen.words
    assert (
        "<img" not in screen.markup and "<script" not in screen.markup and "javascript:1" not in screen.markup
    )
    assert "<img" not in "".join(screen.charts())


def test_days_without_overlap_are_said_and_can_be_shown(own: Path) -> None:
    lay(acled([{"event_date": "2019-05-01"}]), "v.csv")
    screen = open_timeline()
    said = "\n".join(str(piece.value) for piece in screen.app.info)
    assert "no day in common" in said and "1 May 2019" in said
    shown = screen.press("Show its days too")
    assert "ACLED events a month, up to 1" in "".join(shown.charts())


def test_in_a_read_only_copy_bars_show_and_nothing_is_offered_or_listed(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(acled([{"event_date": "2024-01-04"}]), "v.csv")
    (database,) = datasets.databases().values()
    monkeypatch.setattr(database, "is_writable", False)
    screen = open_timeline(overlay_bar="ACLED: v.csv, 4 Jan 2024")
    assert "ACLED events a day" in "".join(screen.charts())
    assert "Dock workers" not in screen.words + screen.markup and not screen.app.get("file_uploader")
    assert not any("Take off" in button.label for button in screen.app.button)


def opened(screen: Screen) -> Screen:
    """With the popover open in the next run: AppTest forgets that it was."""
    screen.app.session_state["overlay-popover"] = True
    return screen


def test_a_coder_adds_a_file_sees_what_is_left_out_and_takes_it_off(own: Path) -> None:
    screen = Screen(opened(open_timeline()).app.run())
    (uploader,) = screen.app.file_uploader
    uploader.upload("v.csv", acled([{"event_date": "2024-01-04"}, {"event_date": "soon"}]), "text/csv")
    screen = Screen(opened(screen).app.run())
    assert "row 3 has the event_date “soon”, which is no date" in screen.words
    screen = opened(screen).press("Add 1 event, leaving out 1 row")
    assert "ACLED events a day" in "".join(screen.charts())
    screen = opened(screen).press("Take off ACLED\\: v\\.csv")
    assert "ACLED events" not in "".join(screen.charts())
    assert "ACLED events a day" in "".join(opened(screen).press("Put it back").charts())
