from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from sayso.views.coder import LONGEST, as_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        (" Anna Lind ", "anna-lind"),
        ("a.rashid@example.org", "a-rashid-example-org"),
        ("رنا", "رنا"),
        ("rules@1", "rules-1"),
        ("<b>x</b>", "b-x-b"),
        ("; path=/", "path"),
        ("…", ""),
        (None, ""),
    ],
)
def test_a_coders_name_is_words_in_any_script(typed: str | None, name: str) -> None:
    assert as_name(typed) == name


def test_a_coders_name_stays_short() -> None:
    assert len(as_name("x" * 200)) == LONGEST


def page() -> None:
    """A page that needs to know who codes."""
    import streamlit as st

    from sayso.views import coder

    name = coder.coder_name()
    if name is None:
        coder.ask_for_coder()
    else:
        st.title(name)


def test_the_name_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SAYSO_CODER", raising=False)
    app = AppTest.from_function(page).run()
    app.button[0].click().run()
    assert [error.value for error in app.error] == ["A name needs at least one letter or digit."]
    app.text_input[0].set_value("Anna")
    app.button[0].click().run()
    assert [title.value for title in app.title] == ["anna"]
    assert [title.value for title in app.run().title] == ["anna"]


def test_the_environment_names_the_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_CODER", "Rana")
    assert [title.value for title in AppTest.from_function(page).run().title] == ["rana"]
