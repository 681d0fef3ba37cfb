"""The page that adds articles, as it stands for readers and for hostile text."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from sayso.coding.adding import Confirmed, add_article
from sayso.ingest.reading.article import ReadArticle
from sayso.store.datasets import READ_ONLY, open_datasets
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
from sayso.views.add.drafts import Draft
from sayso.views.add.storing import left_out
from tests.conftest import PackageMaker
from tests.pages.screen import Screen, open_screen

HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Screen:
    file = create_dataset(tmp_path / "new.duckdb", HOSTILE)
    hub = Hub()
    add_article(hub.attach(file), "anna", Confirmed("Fog", "Fog lay on the harbour all day.", HOSTILE))
    hub.close()
    monkeypatch.setenv("SAYSO_DATA", str(file))
    monkeypatch.setenv("SAYSO_CODER", "anna")
    return open_screen("add")


def test_for_readers_only_there_is_no_such_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(create_dataset(tmp_path / "new.duckdb", "Port Selm")))
    monkeypatch.setenv(READ_ONLY, "1")
    monkeypatch.setenv("SAYSO_CODER", "anna")
    hosted = open_screen("add")  # the front page opens
    assert "This copy is read-only" in hosted.words and "Nothing can be added" not in hosted.words
    monkeypatch.delenv(READ_ONLY)  # the same place, from now on at home
    assert {"Read it", "Fetch"} & {button.label for button in open_screen("add").app.button}


def test_beside_another_sayso_there_is_nothing_to_press(
    make_package: PackageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = make_package([("ann", "tax", +2, "2024-01-03")])
    with closing(open_datasets(package)):  # it has the file
        monkeypatch.setenv("SAYSO_DATA", str(package))
        monkeypatch.setenv("SAYSO_CODER", "anna")
        screen = open_screen("add")
    assert "Nothing can be added to this copy" in screen.words and "reading only" in screen.words
    asked = [len(screen.app.get(kind)) for kind in ("text_area", "text_input", "file_uploader")]
    assert asked == [0, 0, 0]
    assert not {"Read it", "Fetch", "Read them"} & {button.label for button in screen.app.button}


def test_hostile_text_is_shown_as_text(page: Screen) -> None:
    page.app.text_area[0].set_value(f"{HOSTILE}\nThe council met on Friday and said nothing at all.")
    confirm = page.press("Read it")
    assert [box.value for box in confirm.app.text_input if box.label == "Title"] == [HOSTILE]
    next(box for box in confirm.app.selectbox if box.label == "Outlet").set_value(HOSTILE)
    done = confirm.press("Add and search it")
    assert "The article is added" in done.words
    assert "<img" not in done.markup and "**bold**" not in done.markdown.replace("\\*", "")


def test_nothing_pasted_says_so(page: Screen) -> None:
    assert "There is no text in it" in page.press("Read it").words


def test_a_date_is_never_filled_in_by_itself(page: Screen) -> None:
    page.app.text_area[0].set_value("The council met on Friday and said nothing at all.")
    confirm = page.press("Read it")
    assert [box.value for box in confirm.app.text_input if box.label == "Published on"] == [""]


def test_an_empty_dataset_is_started_and_open(page: Screen, tmp_path: Path) -> None:
    page.app.text_input(key="add-start-title").set_value("**Port** Selm")
    started = page.press("Start it")
    assert "Add the first article" in started.words and "**Port** Selm · 0 articles" in started.words
    assert (tmp_path / "port-selm.duckdb").is_file()
    started.app.text_input(key="add-start-title").set_value("**port** Selm")
    assert "There is a dataset" in started.press("Start it").words


def test_what_was_not_ticked_is_accounted_for(tmp_path: Path) -> None:
    hub = Hub()
    try:
        database = hub.attach(create_dataset(tmp_path / "new.duckdb", "Port Selm"))
        added = add_article(database, "anna", Confirmed("Fog", "Fog lay on the harbour all day.", "Post"))
        read = [ReadArticle("Fog", "Fog lay on the harbour all day.\n"), ReadArticle("Sun", "The sun shone.")]
        told = left_out(database, [Draft(number, "a.csv", article) for number, article in enumerate(read)])
    finally:
        hub.close()
    assert [(result.what, result.title) for result in told] == [("duplicate", "Fog"), ("left", "Sun")]
    assert added.article_id in told[0].detail and told[0].article_id == added.article_id
