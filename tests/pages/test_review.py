"""The review page without a browser: what it says where there is nothing to review in place."""

from __future__ import annotations

import pytest

from tests.pages.conftest import Glance, OpenPage


def test_an_article_without_its_text_asks_for_it_and_shows_what_was_coded(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CODER", "anna")
    screen = open_page("review")
    assert "To review this article, attach its text" in screen.markup
    assert "17 quotes coded from it" in screen.markup and "Iraqi Shia militia groups" in screen.markup
    assert [given.label for given in screen.app.file_uploader] == ["Your copy, as plain text"]


def test_an_empty_dataset_leads_to_the_one_thing_to_do(glance: Glance) -> None:
    screen = glance("review", "empty")
    assert "Nothing yet" in screen.markup
    assert "Add an article" in screen.words
