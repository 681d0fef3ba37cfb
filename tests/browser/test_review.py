"""An article reviewed by keyboard only, from an empty codebook to the matrix, and taken back again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.reviewing import Coder, dataset
from tests.browser.served import sayso

PLAN = "The harbour toll is introduced."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[str]:
    """Sayso with one article to review."""
    with sayso(dataset(tmp_path)) as address:
        yield address


def test_a_review_by_keyboard_ends_in_the_matrix_with_evidence(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("We will not accept")
    coder.press("2")  # no issue yet: it is asked for
    coder.press("'Harbour toll", "Enter", f"'{PLAN}", "Enter")
    coder.press("v", "'2", "c", "'unless it is lowered", "Enter", "Enter")
    expect(coder.told).to_contain_text("Accepted")
    coder.go_to("she supports")
    coder.press("5", "Enter")  # the last used issue
    while coder.page.locator(".sr-state-waiting").count():
        coder.press("r")
    expect(coder.page.locator(".sr-end h2")).to_have_text("You coded 2 statements; here is what moved")
    rows = coder.page.locator(".sr-moved tbody tr")
    assert sorted(rows.all_inner_texts()) == [
        "Lena Osei\tHarbour toll\t– not found\t→\t++ strongly supports (n=1)",
        "Tariq Benali\tHarbour toll\t– not found\t→\t− opposes (n=1)",
    ]
    link = coder.page.get_by_role("link", name="Tariq Benali")
    for _ in range(2):  # the focus is at the heading: two actors' links follow
        coder.press("Tab")
        if link.evaluate("node => node === document.activeElement"):
            break
    expect(link).to_be_focused()
    coder.press("Enter")
    expect(coder.page.locator("#evidence")).to_have_text("Tariq Benali: opposes")
    coder.person.settled()
    assert "We will not accept a harbour toll" in coder.person.evidence()[0]
    expect(coder.page.locator("article.sy-card")).to_contain_text("unless it is lowered")
    expect(coder.page.locator("article.sy-card .sy-rating")).to_have_text("B2")
    assert not coder.person.faults


def test_after_the_last_article_enter_opens_the_matrix(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.press("z")
    expect(coder.page.locator(".sr-end h2")).to_be_focused()
    coder.saved()
    coder.press("Enter")
    expect(coder.page).to_have_url(re.compile("/matrix"))


def test_every_decision_is_undone_and_done_again(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("We will not accept")
    coder.press("i", "'Toll", "Enter", f"'{PLAN}", "Enter", "1", "Enter")
    coder.go_to("We will not accept")
    expect(coder.card).to_contain_text("accepted by kim")
    coder.press("u")
    expect(coder.told).to_contain_text("Taken back")
    coder.saved()
    expect(coder.page.locator(".sr-state")).to_contain_text("proposed")
    assert "We will not accept" in coder.words
    coder.press("U")
    expect(coder.told).to_contain_text("Done again")
    coder.saved()
    expect(coder.page.locator(".sr-state")).to_contain_text("accepted by kim")
    coder.press("3")  # a change of what is accepted is saved at once
    coder.saved()
    expect(coder.page.locator(".sr-step[aria-pressed=true]")).to_have_attribute("title", "neutral (3)")
    coder.press("u", "u", "u")  # the stance, the acceptance, the issue
    coder.saved()
    expect(coder.told).to_contain_text("new issue")
    coder.press("u")
    expect(coder.told).to_have_text("There is nothing to undo.")
    assert not coder.person.faults


def test_undo_works_after_the_page_was_closed(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("she supports")
    coder.press("Enter")
    coder.saved()
    other = Coder(new_person(desk))
    other.press("u")
    expect(other.told).to_contain_text("Taken back")
    expect(other.page.locator("blockquote.sr-words")).to_contain_text("she supports")
    expect(other.page.locator(".sr-state")).to_contain_text("proposed")


def test_a_reload_keeps_the_place_and_what_was_typed(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("would continue")
    coder.press("v", "'5", "t")
    shown = coder.page.locator(".sr-facts").inner_text()
    assert "5 improbable" in shown
    coder.open()
    assert "would continue" in coder.words
    assert coder.page.locator(".sr-facts").inner_text() == shown


def test_words_that_were_missed_are_added_and_others_chosen_by_keyboard(
    desk: str, new_person: NewPerson
) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("she supports")
    coder.press("n")
    picking = coder.page.locator(".sr-picking")
    expect(picking.first).to_be_visible()
    coder.press("ArrowDown", "Shift+ArrowLeft", "ArrowRight")
    chosen = "".join(picking.all_inner_texts())
    coder.press("Enter", "'Port", "Enter", "'org", "Enter")
    coder.saved()
    expect(coder.card).to_contain_text("accepted by kim")
    assert coder.words == chosen
    assert coder.page.locator(".sr-fact", has_text="Speaker").inner_text().endswith("Port")
    coder.press("e", "Shift+ArrowLeft", "Enter")
    coder.saved()
    assert chosen.startswith(coder.words) and coder.words != chosen
    coder.press("s", "'Osei", "Enter")
    coder.saved()
    expect(coder.page.locator(".sr-fact", has_text="Speaker")).to_contain_text("Lena Osei")
    # An event that was missed, who took part, and the stance that it shows.
    coder.press("N", "Enter", "'The Benali union walks out", "Tab", "'protests", "Enter")
    expect(coder.told).to_contain_text("Added")
    coder.press("p", "'Benali", "Enter", "'init", "Enter")
    coder.press("2", "'Harbour toll", "Enter", f"'{PLAN}", "Enter", "c", "'while wages fall", "Enter")
    coder.press("p", "'Osei", "Enter", "'target", "Enter", "w", "'Osei", "Enter", "4", "0")
    coder.saved()
    facts = coder.page.locator(".sr-facts")
    expect(facts).to_contain_text("Tariq Benali (initiator), Lena Osei (target)")
    expect(facts).to_contain_text("protests")
    pressed = coder.page.locator(".sr-step[aria-pressed=true]")
    expect(pressed).to_have_attribute("aria-label", "Tariq Benali: Harbour toll: opposes")
    expect(coder.page.locator(".sr-stance").first).to_contain_text("if: while wages fall")
    coder.press("z")
    moved = coder.page.locator(".sr-moved tbody tr")
    expect(moved).to_have_text(["Tariq BenaliHarbour toll– not found→− opposes (n=1)"])
    assert not coder.person.faults


def test_a_quote_is_split_and_merged_again(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("We will not accept")
    waiting = coder.page.locator(".sr-queue-head .sr-label").inner_text()
    whole = coder.words
    coder.press("x", "ArrowLeft", "Enter")
    coder.saved()
    assert coder.page.locator(".sr-queue-head .sr-label").inner_text() != waiting
    assert whole.startswith(coder.words) and coder.words != whole
    coder.press("m")
    coder.saved()
    expect(coder.page.locator("blockquote.sr-words")).to_have_text(whole)


def test_keys_do_nothing_while_something_is_typed(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("she supports")
    before = coder.page.locator(".sr-queue-head .sr-label").inner_text()
    coder.press("i", "'rejaurz12", "Escape")
    assert coder.page.locator(".sr-queue-head .sr-label").inner_text() == before
    coder.press("?")
    expect(coder.page.get_by_role("dialog", name="Keys")).to_be_visible()
    coder.press("r", "a")
    coder.press("Escape")
    expect(coder.page.get_by_role("dialog", name="Keys")).to_have_count(0)
    assert coder.page.locator(".sr-queue-head .sr-label").inner_text() == before


def test_what_was_unfolded_stays_so_while_a_decision_is_saved(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("she supports")
    coder.page.evaluate(
        """() => {
            document.querySelector('[data-act="reject"]').click()
            document.querySelector('.sr-more summary').click()
        }"""
    )
    coder.saved()
    expect(coder.page.get_by_role("button", name="Add an event")).to_be_visible()
    coder.press("k")
    expect(coder.page.get_by_role("button", name="Add an event")).to_be_hidden()


def test_on_a_phone_a_list_has_room_and_is_left_by_touch(desk: str, new_person: NewPerson) -> None:
    person = new_person(desk, width=390, height=844, has_touch=True, is_mobile=True)
    page = person.page
    page.context.add_cookies([{"name": "sayso_coder", "value": "kim", "url": desk}])
    page.goto(f"{desk}/review")
    page.locator('[data-act="fact-Speaker"]').tap()
    box = page.locator(".sr-box")
    place = box.locator("input").bounding_box()
    assert place and place["y"] + place["height"] < 844
    expect(page.locator(".sr-bar")).to_be_hidden()
    box.get_by_role("button", name="Cancel").tap()
    expect(box).to_have_count(0)
    expect(page.locator(".sr-bar")).to_be_visible()


def test_a_cut_is_proposed_between_words(desk: str, new_person: NewPerson) -> None:
    coder = Coder(new_person(desk))
    coder.go_to("she supports")
    whole = coder.words
    coder.press("x")
    first = "".join(coder.marked("sr-picking")).strip()
    assert first and whole.startswith(first) and not whole[len(first)].isalnum()
