"""The Briefings page and presenting, without a browser: what is pinned, shown, changed and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.briefings import writing
from sayso.briefings.reading import briefing, briefings
from sayso.reports import datasets
from sayso.reports.choosing import scope_of
from sayso.reports.exhibit import exhibit
from sayso.reports.pages import report
from sayso.store.hub import Database
from tests.pages.packages import hostile
from tests.pages.packages import shipped as copy_of_shipped
from tests.pages.screen import Screen, open_screen

TITLE = "US troops in Iraq, July 2021"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A copy of the dataset that ships, to be changed."""
    monkeypatch.setenv("SAYSO_DATA", str(copy_of_shipped(tmp_path / "iraq-us-troops-2021")))
    (only,) = datasets.databases().values()
    return only


def button(screen: Screen, key: str) -> Screen:
    return Screen(screen.app.button(key=key).click().run())


def test_one_click_pins_and_one_takes_it_back(database: Database) -> None:
    screen = open_screen("matrix").press("Add to briefing")
    assert "Added to" in screen.words
    made = briefings(database)
    assert len(made) == 2
    new = next(each for each in made if each.title != TITLE)
    (item,) = briefing(database, new.briefing_id).items
    assert item.exhibit is not None and item.exhibit.title in screen.markup.replace("&#x27;", "'")
    screen.press("Undo")
    assert [each.title for each in briefings(database)] == [TITLE]


def test_what_is_pinned_has_the_filters_and_options_of_the_screen(database: Database) -> None:
    open_screen("matrix", asof="2021-07-20", rows="Factions").press("Add to briefing")
    new = next(each for each in briefings(database) if each.title != TITLE)
    (item,) = briefing(database, new.briefing_id).items
    assert item.exhibit is not None
    assert item.exhibit.as_of == "2021-07-20" and item.exhibit.options["unit"] == "factions"


def test_the_list_and_the_one_that_ships(database: Database) -> None:
    words = open_screen("briefings").words
    assert "1 briefing with 5 views" in words
    screen = open_screen("briefings", briefing=TITLE)
    for item in briefing(database, "us-troops-in-iraq-july-2021").items:
        assert (item.text or item.exhibit.title if item.exhibit else item.text or "") in screen.words
    assert "Likelihood: unlikely (20–45%)" in screen.words and "Confidence: low" in screen.words


def test_parts_are_moved_edited_and_removed_with_undo(database: Database) -> None:
    key = "us-troops-in-iraq-july-2021"
    first, second, *_ = briefing(database, key).items
    screen = open_screen("briefings", briefing=TITLE)
    screen = button(screen, f"Down-{first.item_id}")
    assert [item.item_id for item in briefing(database, key).items][:2] == [second.item_id, first.item_id]
    screen.app.text_area(key=f"form-{first.item_id}-title").set_value("My <b>own</b> title")
    save = next(each for each in screen.app.button if each.form_id == f"form-{first.item_id}")
    screen = Screen(save.click().run())
    assert "My <b>own</b> title" in screen.words and "Your title. Proposed:" in screen.words
    assert "<b>own" not in screen.markup
    screen = button(screen, f"remove-{first.item_id}")
    assert first.item_id not in [item.item_id for item in briefing(database, key).items]
    screen = button(screen, "undo-button")
    assert first.item_id in [item.item_id for item in briefing(database, key).items]


def test_nothing_yet_has_one_action(database: Database) -> None:
    writing.remove(database, "kim", "us-troops-in-iraq-july-2021")
    screen = open_screen("briefings")
    assert "No briefing yet" in screen.words
    assert any("Add to briefing" in str(link.proto.label) for link in screen.links)


def test_a_read_only_copy_shows_it_and_offers_no_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(copy_of_shipped(tmp_path / "iraq-us-troops-2021")))
    monkeypatch.setenv("SAYSO_READ_ONLY", "1")
    screen = open_screen("briefings", briefing=TITLE)
    assert "Key judgement" in screen.words
    labels = " ".join(each.label for each in screen.app.button)
    assert not any(word in labels for word in ("Up", "Remove", "Undo", "Save", "Start it"))
    assert "Add to briefing" not in [each.label for each in open_screen("matrix").app.button]
    assert open_screen("present", show="us-troops-in-iraq-july-2021", at="2").app.exception == []


def test_each_screen_of_the_presentation(database: Database) -> None:
    found = briefing(database, "us-troops-in-iraq-july-2021")
    for number, item in enumerate(found.items, 2):
        screen = open_screen("present", show=found.briefing_id, at=str(number))
        assert not screen.app.exception and f"{number} / {len(found.items) + 2}" in screen.words
        if item.exhibit:
            assert item.exhibit.title in screen.words and item.exhibit.subtitle in screen.words
            assert len(list(screen.charts())) == (1 if item.exhibit.drawing else 0)
    screen = open_screen("present", show=found.briefing_id, at="99")
    assert "What this rests on" in screen.words
    assert "1 / 8" in open_screen("present", show=found.briefing_id, at="x").words
    assert "There is no briefing" in "".join(
        e.value for e in open_screen("present", show="nothing").app.error
    )


def test_next_and_back_without_keys(database: Database) -> None:
    screen = open_screen("present", show="us-troops-in-iraq-july-2021")
    screen = button(screen, "present-Next")
    assert "2 / 8" in screen.words
    assert "1 / 8" in button(screen, "present-Back").words


def test_hostile_words_stay_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(hostile(tmp_path / "hostile")))
    (database,) = datasets.databases().values()
    evil = "<img src=x onerror=alert(1)> **bold** :material/home: [x](javascript:alert(1)) =1+1"
    answer = report("matrix", database, scope_of(database))
    key = writing.pin(database, "kim", exhibit(answer, answer.parts[0]), None, evil).key
    writing.edit(database, "kim", key, {"marking": evil})
    writing.write(database, "kim", key, "judgement", {"text": evil})
    item = briefing(database, key).items[0]
    writing.edit_item(database, "kim", item.item_id, {"title": evil, "text": evil})
    for screen in (
        open_screen("briefings", briefing=key),
        *(open_screen("present", show=key, at=str(number)) for number in range(1, 5)),
    ):
        assert not screen.app.exception
        assert "<img" not in screen.markup
        assert "](javascript" not in screen.markdown and "**bold**" not in screen.markdown


def test_two_people_on_one_part(database: Database) -> None:
    key = "us-troops-in-iraq-july-2021"
    judgement = briefing(database, key).items[1]
    screen = open_screen("briefings", briefing=TITLE)
    writing.edit_item(database, "lee", judgement.item_id, {"text": "Somebody else's words."})
    screen.app.text_area(key=f"form-{judgement.item_id}-text").set_value("Mine.")
    save = next(each for each in screen.app.button if each.form_id == f"form-{judgement.item_id}")
    screen = Screen(save.click().run())
    assert "lee has changed text" in "".join(str(error.value) for error in screen.app.error)
    assert "Somebody else's words." in screen.words
