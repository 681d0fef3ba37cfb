"""A link that names what is gone says so, names it, and shows the rest."""

from __future__ import annotations

import pytest

from sayso.views.registry import READING
from tests.pages.conftest import OpenPage

KEYS = [page.key for page in READING]
SHARED: dict[str, str | list[str]] = {
    "dataset": "no-such-dataset", "asof": "2021-99-99", "actors": ["nobody", "Ammar al-Hakim"], "factions": "no-such-faction",
    "issues": "no-such-issue", "kinds": "telepathy", "outlets": "no-such-outlet", "cred": "9", "count": "fortnight",
    "measure": "median", "v": "00000000", "unheard": "of",
}  # fmt: skip
OWN: dict[str, dict[str, str | list[str]]] = {
    "matrix": {"rows": "planets", "order": "zodiac", "by": "no-issue", "group": "perhaps", "actor": "nobody", "on": "nothing"},
    "timeline": {"lanes": "planets", "from": "never", "to": "2021-13-01", "event": "no-event", "said": "no-statement"},
    "changed": {"rows": "planets", "since": "2021-13-01"},
    "comparison": {"compare": "planets", "sides": ["no-side", "nobody"], "issue": "no-issue"},
    "sources": {"mix": "no-mix", "outlet": "no-paper", "quoted": "no-actor", "without": "no-outlets", "moves": "no-position", "withdraw": "no-article"},
    "actor": {"who": "nobody", "about": "no-issue"},
    "quotes": {"quote": "no-quote", "page": "999"},
    "about": {"part": "no-part"},
    "article": {"article": "no-article"},
}  # fmt: skip
TOLD = "names something that is not in the data"
CHANGED = "The data have changed since this link was made"
UNTOLD = {"v", "unheard", "page", "part", "group"}  # nothing in the data is meant by these


@pytest.mark.parametrize("page", KEYS)
def test_a_page_opens_from_an_old_link_and_says_what_is_gone(open_page: OpenPage, page: str) -> None:
    screen = open_page(page, **SHARED, **OWN.get(page, {}))
    assert not screen.app.exception and not screen.app.error
    assert TOLD in screen.warnings
    assert CHANGED in screen.words


@pytest.mark.parametrize("page", KEYS)
def test_each_thing_that_is_gone_is_named(open_page: OpenPage, page: str) -> None:
    asked = {key: value for key, value in {**SHARED, **OWN.get(page, {})}.items() if key not in UNTOLD}
    told = open_page(page, **SHARED, **OWN.get(page, {})).warnings.replace("\\", "")
    gone = [word for value in asked.values() for word in ([value] if isinstance(value, str) else value)]
    assert [word for word in gone if f"“{word}”" not in told] == ["Ammar al-Hakim"]


@pytest.mark.parametrize("page", KEYS)
def test_what_is_not_gone_is_in_force(open_page: OpenPage, page: str) -> None:
    screen = open_page(page, **SHARED, **OWN.get(page, {}))
    assert next(box for box in screen.app.multiselect if box.label == "Actors").value == ["ammar-hakim"]


def test_it_is_told_once(open_page: OpenPage) -> None:
    screen = open_page("matrix", actors="nobody", actor="no-one", dataset="none")
    assert TOLD in screen.warnings
    assert TOLD not in screen.select("A position is the", "latest").warnings


NAMED: tuple[tuple[str, dict[str, str], dict[str, str]], ...] = (
    ("matrix", {"actor": "ammar-hakim", "on": "full-withdrawal"}, {"actor": "Ammar al-Hakim", "on": "All foreign troops out"}),
    ("comparison", {"compare": "Actors", "sides": "fuad-hussein"}, {"compare": "Actors", "sides": "Fuad Hussein"}),
    ("sources", {"outlet": "sputnik", "quoted": "ammar-hakim"}, {"outlet": "Sputnik", "quoted": "Ammar al-Hakim"}),
    ("actor", {"who": "ammar-hakim", "about": "full-withdrawal"}, {"who": "Ammar al-Hakim", "about": "All foreign troops out"}),
    ("quotes", {"outlets": "sputnik", "issues": "full-withdrawal"}, {"outlets": "Sputnik", "issues": "All foreign troops out"}),
)  # fmt: skip


@pytest.mark.parametrize(("page", "by_id", "by_name"), NAMED)
def test_a_link_by_id_opens_what_a_link_by_name_opens(
    open_page: OpenPage, page: str, by_id: dict[str, str], by_name: dict[str, str]
) -> None:
    one, other = open_page(page, **by_id), open_page(page, **by_name)
    assert not one.warnings and not other.warnings
    assert one.markup == other.markup


def test_a_name_as_found_in_a_text_finds_its_actor(open_page: OpenPage) -> None:
    assert "Ammar al-Hakim: " in open_page("matrix", actor="Ammar Hakim", on="All foreign troops out").words


@pytest.mark.parametrize("page", KEYS)
def test_a_link_made_from_these_data_says_nothing_of_change(open_page: OpenPage, page: str) -> None:
    made = next(code.value for code in open_page(page).app.code if "v=" in str(code.value))
    assert CHANGED not in open_page(page, v=str(made).rpartition("v=")[2]).words
