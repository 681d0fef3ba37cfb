"""Coalitions by mouse, by keyboard and by link: rows, cells and points open what lies behind them."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import CARDS, Person

LEASE, KELT, LORRIN = "Lease the whole port", "Bruno Kelt", "Ana Lorrin"


def test_rows_cells_and_points_open_their_statements_and_the_link_holds_them(
    harbour_site: str, new_person: NewPerson
) -> None:
    person = new_person(harbour_site).open("coalitions")
    row = person.page.locator(".st-key-open-wedges-port-lease button")
    box = row.bounding_box()
    assert box and box["height"] >= 24
    row.focus()
    person.page.keyboard.press("Enter")  # by keyboard: the row opens, and the focus moves to what it opened
    opened = person.page.locator(".st-key-opened-over")
    expect(opened.locator(CARDS).first).to_be_visible()
    expect(opened.get_by_role("combobox")).to_have_value(LEASE)
    expect(opened.locator(":focus")).to_have_count(1)
    person.settled()
    person.click_cell(f"{place(person, KELT)} {KELT}", place(person, LORRIN))
    expect(person.page.locator("#evidence")).to_contain_text(f"{KELT} and {LORRIN}")
    person.settled()
    assert person.asked["over"] == [LEASE] and {*person.asked["one"], *person.asked["other"]} == {
        KELT,
        LORRIN,
    }
    other = new_person(harbour_site).follow(person.link())
    expect(other.page.locator("#evidence")).to_contain_text(f"{KELT} and {LORRIN}")
    assert other.evidence() == person.evidence()
    assert not person.faults and not other.faults


def test_on_a_phone_names_give_way_and_what_stands_below_them_stays(
    harbour_site: str, new_person: NewPerson
) -> None:
    person = new_person(harbour_site, width=390, height=844, is_mobile=True, has_touch=True)
    hidden = """() => [...document.querySelectorAll('.sf-rows .sf-head')].filter(head => {
      const note = head.querySelector('small').getBoundingClientRect(), box = head.getBoundingClientRect()
      return note.height < 10 || note.bottom > box.bottom + 1
    }).map(head => head.textContent)"""
    for page in ("coalitions", "sources"):
        person.open(page)
        expect(person.page.locator(".sf-rows .sf-head small").nth(5)).to_be_visible()
        assert person.page.evaluate(hidden) == []
    assert not person.faults


def place(person: Person, actor: str) -> str:
    """The number under which an actor stands in the matrix."""
    return next(head.split(" ", 1)[0] for head in person.heads("rows") if head.endswith(actor))
