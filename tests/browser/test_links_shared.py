"""The address bar holds the whole view: a link opened elsewhere shows the same, back and forward restore."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from sayso.views.registry import READING
from tests.browser.conftest import NewPerson
from tests.browser.person import TITLE, Person

HUSSEIN, OUT, TALKS = "Fuad Hussein", "All foreign troops out", "Withdrawal through talks"
OWN: dict[str, dict[str, str]] = {
    "matrix": {"order": "by name", "group": "true", "actor": HUSSEIN, "on": OUT},
    "timeline": {"lanes": "Issue", "from": "2021-07-20", "to": "2021-07-24"},
    "comparison": {"compare": "Actors", "issue": TALKS},
    "changed": {"since": "2021-06-01", "week": "17 Jul 2021 to 23 Jul 2021"},
    "coalitions": {"one": HUSSEIN, "other": "Ammar al-Hakim", "member": HUSSEIN},
    "sources": {"mix": "Language: English", "outlet": "Sputnik", "quoted": HUSSEIN, "without": "Sputnik"},
    "actor": {"who": "Ammar al-Hakim", "about": TALKS},
    "quotes": {"q": "troops"},
    "about": {"part": "Method"},
}


def seen(person: Person) -> list[str]:
    """What a view shows: its title, its data line, its heads, its evidence."""
    lines = person.page.locator(f"{TITLE}, .sy-subtitle, #evidence").all_inner_texts()
    return [*lines, *person.heads("rows"), *person.heads("columns"), *person.evidence()]


def test_a_copied_link_shows_the_same_cell_filters_and_date(person: Person, new_person: NewPerson) -> None:
    person.open("matrix", asof="2021-07-24")
    person.filter("Issues", OUT)
    person.filter("Issues", TALKS)
    expect(person.page.locator(".sf-columns .sf-head")).to_have_count(2)
    person.click_cell("Ammar al-Hakim", TALKS)
    expect(person.page.locator("#evidence")).to_contain_text("Ammar al-Hakim")
    person.settled()
    link = person.link()
    assert all(part in link for part in ("asof=2021-07-24", "issues=", "actor=", "on=", "v="))
    other = new_person().follow(link)
    expect(other.page.locator("#evidence")).to_contain_text("Ammar al-Hakim")
    assert seen(other) == seen(person)
    assert not other.page.get_by_test_id("stAlert").count()


def test_a_copied_link_holds_the_date_that_was_shown(person: Person) -> None:
    assert "asof=2021-07-24" in person.open("matrix").link()


def test_the_link_keeps_up_with_the_select_boxes(person: Person) -> None:
    person.open("matrix").choose("Whose words", HUSSEIN)
    person.settled()
    person.choose("On which issue", OUT)
    expect(person.page.locator("#evidence")).to_contain_text(HUSSEIN)
    person.settled()
    link = person.link()
    assert "actor=Fuad+Hussein" in link and "on=All+foreign+troops+out" in link


@pytest.mark.parametrize("page", [page.key for page in READING])
def test_the_address_alone_restores_each_page(person: Person, new_person: NewPerson, page: str) -> None:
    person.open(page, issues=[OUT, TALKS], asof="2021-07-23", **OWN.get(page, {}))
    other = new_person().follow(person.page.url)
    assert seen(other) == seen(person)
    assert {key: other.asked.get(key) for key in OWN.get(page, {})} == {
        key: [value] for key, value in OWN.get(page, {}).items()
    }


def test_back_and_forward_restore_the_view(person: Person) -> None:
    person.open("matrix").click_cell(HUSSEIN, OUT)
    expect(person.page.locator("#evidence")).to_contain_text(HUSSEIN)
    person.settled()
    person.go("Quotes")
    person.page.go_back()
    expect(person.page.locator("#evidence")).to_contain_text(HUSSEIN)
    person.settled()
    person.page.go_forward()
    expect(person.page.locator(".sy-kicker")).to_contain_text("Quotes")


def test_filters_set_by_hand_stay_in_the_address_on_every_page(person: Person, new_person: NewPerson) -> None:
    person.open("matrix")
    person.filter("Actors", HUSSEIN)
    person.go("Timeline")
    expect(person.page.locator(".sy-subtitle")).to_contain_text(f"actors: {HUSSEIN}")
    other = new_person().follow(person.link())
    expect(other.page.locator(".sy-subtitle")).to_contain_text(f"actors: {HUSSEIN}")


def test_a_link_to_what_is_gone_says_so_and_shows_the_rest(person: Person) -> None:
    person.open("matrix", actors=["Nobody", HUSSEIN], actor="No one", on=OUT)
    told = person.page.get_by_test_id("stAlert").first
    expect(told).to_contain_text("names something that is not in the data")
    expect(told).to_contain_text("“Nobody” (actors)")
    expect(told).to_contain_text("“No one” (actor)")
    assert person.heads("rows") == [HUSSEIN]


def test_an_actors_cell_opens_although_factions_were_looked_at_before(person: Person) -> None:
    person.open("matrix", rows="Factions")
    person.go("Overview")
    person.click_cell(HUSSEIN, OUT)
    expect(person.page.locator("#evidence")).to_have_text(f"{HUSSEIN}: opposes")


def test_two_tabs_do_not_change_each_others_view(person: Person) -> None:
    one, two = person.open("matrix"), Person(person.context, person.site).open("matrix")
    one.filter("Actors", HUSSEIN)
    two.filter("Actors", "Ammar al-Hakim")
    for tab, actor in ((one, HUSSEIN), (two, "Ammar al-Hakim")):
        expect(tab.page.locator(".sf-rows .sf-head")).to_have_count(1)
        assert tab.heads("rows") == [actor]
    two.page.close()
