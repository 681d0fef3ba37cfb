"""Everything by keyboard: the matrix cell by cell, the select boxes, the way out."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.person import Person

HUSSEIN, OUT = "Fuad Hussein", "All foreign troops out"


def tab_to(person: Person, selector: str) -> None:
    """Press Tab until `selector` has the focus."""
    for _ in range(60):
        person.page.keyboard.press("Tab")
        if person.page.evaluate("s => document.activeElement?.matches(s) ?? false", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


def test_arrows_read_the_matrix_and_enter_opens_the_quotes(person: Person) -> None:
    person.open("matrix")
    tab_to(person, ".sf-plot")
    spoken = person.page.locator(".sf-unseen").first
    rows, columns = person.heads("rows"), person.heads("columns")
    for key, row, column in (("Home", 0, 0), ("ArrowRight", 0, 1), ("ArrowDown", 1, 1), ("Home", 1, 0)):
        person.page.keyboard.press(key)
        expect(person.page.locator(".sf-ring").first).to_be_visible()
        expect(spoken).to_contain_text(f"{rows[row]} · {columns[column]}")
    person.page.keyboard.press("Enter")
    expect(person.page.locator("#evidence")).to_be_visible()
    person.settled()
    assert person.asked["actor"] == [rows[1]] and person.asked["on"] == [columns[0]]


def test_escape_leaves_the_chart(person: Person) -> None:
    person.open("matrix")
    tab_to(person, ".sf-plot")
    person.page.keyboard.press("ArrowRight")
    person.page.keyboard.press("Escape")
    expect(person.page.locator(".sf-ring").first).to_be_hidden()
    assert person.page.evaluate("document.activeElement === document.body")


def test_select_boxes_open_the_same_cell(person: Person) -> None:
    person.open("matrix")
    for label, option in (("Whose words", HUSSEIN), ("On which issue", OUT)):
        tab_to(person, f'input[aria-label="{label}"]')
        person.page.keyboard.type(option)
        expect(person.page.get_by_role("option", name=option)).to_be_visible()
        person.page.keyboard.press("ArrowDown")
        person.page.keyboard.press("Enter")
        expect(person.page.get_by_role("combobox", name=label)).to_have_value(option)
        person.settled()
    expect(person.page.locator("#evidence")).to_have_text(f"{HUSSEIN}: opposes")
    assert person.evidence()


def test_a_chart_says_what_it_shows_and_how_to_read_it(person: Person) -> None:
    person.open("matrix")
    label = person.page.locator(".sf-plot").first.get_attribute("aria-label") or ""
    assert person.title in label and "Arrow keys" in label and "Enter" in label
