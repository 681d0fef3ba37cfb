"""The codebook page without a browser: what coders and readers find on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.coding.codebook.actors import create_actor
from sayso.coding.codebook.issues import edit_issue
from sayso.reports import datasets
from tests.pages.conftest import OpenPage
from tests.pages.packages import ARABIC, MAKERS
from tests.pages.screen import Screen, open_screen

TROOPS = {
    "Proposition": "All foreign troops leave.",
    "Short name": "Troops out",
    "To support it means": "Wants all to leave.",
    "To oppose it means": "Wants some to stay.",
}


@pytest.fixture(autouse=True)
def coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CODER", "anna")
    datasets._let_go()  # each test starts with the package as it is, not with what another changed


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Opens the codebook of a package that only this test changes."""
    made: dict[str, Path] = {}

    def opened(name: str, /, **params: str | list[str]) -> Screen:
        folder = made.setdefault(name, tmp_path / name)
        if not folder.exists():
            MAKERS[name](folder)
        monkeypatch.setenv("SAYSO_DATA", str(folder))
        return open_screen("codebook", **params)

    return opened


def typed(screen: Screen, values: dict[str, str]) -> Screen:
    """Fill fields by their labels."""
    fields = {field.label: field for field in (*screen.app.text_input, *screen.app.text_area)}
    for label, value in values.items():
        fields[label].set_value(value)
    return screen


def labels(screen: Screen) -> list[str]:
    return [button.label for button in screen.app.button]


def test_an_empty_codebook_shows_how_to_word_the_first_issue(own: OpenPage) -> None:
    screen = own("empty")
    assert "No issue yet" in screen.words and "All foreign troops leave the country." in screen.words
    made = typed(screen, TROOPS).press("Add the issue")
    assert "No issue yet" not in made.words and "Troops out" in made.words
    assert "Undo: new issue “Troops out”" in labels(made)
    assert "No issue yet" in made.press("Undo: new issue “Troops out”").words


def test_an_outlet_is_rated_and_found_by_its_new_name(own: OpenPage) -> None:
    screen = own("one_quote", tab="Outlets")
    (database,) = datasets.databases().values()
    ((name,),) = database.rows("SELECT name FROM outlets")
    chosen = own("one_quote", tab="Outlets", outlet_edited=name)
    assert "of article" not in screen.words and "1 article" in screen.words
    next(box for box in chosen.app.selectbox if box.label == "Reliability").set_value("B")
    saved = typed(chosen, {"Name": "<b>Post</b>"}).press("Save")
    assert database.rows("SELECT name, reliability::VARCHAR FROM outlets") == [("<b>Post</b>", "B")]
    assert "B · usually reliable" in saved.words and "<b>Post" not in saved.markup


def test_what_is_wrong_is_told_and_what_was_typed_stays(own: OpenPage) -> None:
    screen = typed(own("empty"), TROOPS | {"Proposition": "Should they leave?"}).press("Add the issue")
    assert "not as a question" in screen.words and "No issue yet" in screen.words
    assert screen.app.text_area[0].value == "Should they leave?"
    fixed = typed(screen, {"Proposition": "They leave."}).press("Add the issue")
    assert "not as a question" not in fixed.words and "They leave." in fixed.words


def test_what_somebody_else_changed_is_not_overwritten(own: OpenPage) -> None:
    screen = own("one_quote", issue_edited="Tax")
    (database,) = datasets.databases().values()
    edit_issue(database, "ben", "tax", {"proposition": "Income tax goes up."})
    after = typed(screen, {"Proposition": "Taxes go up a lot."}).press("Save")
    assert "ben has changed proposition" in after.words.replace("\\", "")
    assert "Taxes go up a lot." in [code.value.splitlines()[0] for code in after.app.code]
    assert "Income tax goes up." in after.words


def test_a_reader_sees_everything_and_no_way_to_change_it(
    own: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    own("shipped")
    (database,) = datasets.databases().values()
    monkeypatch.setattr(database, "is_writable", False)
    for tab in ("Issues", "Factions", "Actors", "Outlets", "Scales"):
        screen = own("shipped", tab=tab)
        assert "open for reading only" in screen.words
        assert labels(screen) == ["Clear filters"]
        assert [field.label for field in (*screen.app.text_input, *screen.app.text_area)] == []
    assert "Fuad Hussein" in own("shipped", tab="Actors", actor_edited="Fuad Hussein").words


def test_without_a_name_the_page_asks_and_changes_nothing(
    own: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAYSO_CODER")
    screen = own("one_quote")
    assert [field.label for field in screen.app.text_input] == ["Your name"]
    assert "Add the issue" in labels(typed(screen, {"Your name": "Rana"}).press("Start coding"))


@pytest.mark.parametrize("tab", ["Issues", "Factions", "Actors"])
def test_hostile_names_are_shown_as_text(own: OpenPage, tab: str) -> None:
    screen = own("hostile", tab=tab)
    assert not screen.app.exception and "<script>window" not in screen.markup
    assert "<img src=x" not in screen.markup


def test_a_merge_is_previewed_made_and_taken_back(own: OpenPage) -> None:
    screen = own("shipped", tab="Actors", actor_edited="Fuad Hussein")
    screen.app.session_state["actor-merge"] = True
    shown = Screen(screen.app.run()).select("The same as", "qais-khazali")
    assert "cells of the matrix change" in shown.words and "not found" in shown.markup
    merged = shown.press("Merge “Qais al\\-Khazali” into “Fuad Hussein”")
    assert "27 actors" in merged.words
    assert "28 actors" in merged.press("Undo: “Qais al\\-Khazali” merged into “Fuad Hussein”").words


def test_names_that_are_alike_lead_to_the_preview_of_their_merge(own: OpenPage) -> None:
    own("shipped")
    (database,) = datasets.databases().values()
    create_actor(database, "anna", {"name": "Fuad Husein", "kind": "person"})
    screen = own("shipped", tab="Actors")
    assert "Perhaps the same" in screen.markup
    opened = screen.press("Fuad Hussein · Fuad Husein")
    assert (
        "No cell of the matrix changes" in opened.words
        and "Merge “Fuad Husein” into “Fuad Hussein”" in labels(opened)
    )


def test_an_arabic_name_can_be_edited(own: OpenPage) -> None:
    screen = own("arabic", tab="Actors", actor_edited="Ammar al-Hakim")
    assert ARABIC in [field.value for field in screen.app.text_input]
    saved = typed(screen, {"Name": ARABIC}).press("Save")
    assert not saved.app.exception and f"Undo: actor “{ARABIC}” changed" in labels(saved)
