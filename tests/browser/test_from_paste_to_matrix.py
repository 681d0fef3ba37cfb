"""The whole way: a dataset that is not there yet, a pasted article, a review by keyboard, the matrix with evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.reviewing import TEXT, Coder
from tests.browser.served import sayso

ISSUE, PLAN = "Out", "They leave, and it is done."


@pytest.mark.parametrize("article", ["invented", "the first article"])
def test_from_nothing_to_a_matrix_with_evidence(
    article: str, tmp_path: Path, new_person: NewPerson, request: pytest.FixtureRequest
) -> None:
    text: str = TEXT if article == "invented" else request.getfixturevalue("article_text")
    with sayso(tmp_path / "new.duckdb") as site:
        person = new_person(site)
        page, keys = person.page, person.page.keyboard
        page.context.add_cookies([{"name": "sayso_coder", "value": "kim", "url": site}])
        page.goto(site)
        page.get_by_role("link", name="Add an article").click()
        box = page.get_by_role("textbox", name="The article's text")
        box.focus()
        keys.insert_text(text)
        keys.press("Control+Enter")
        page.get_by_role("textbox", name="Title").fill("An article")
        page.get_by_role("combobox", name="Outlet").fill("The Herald")
        keys.press("Enter")
        page.get_by_role("textbox", name="Published on").fill("2021-07-24")
        page.get_by_role("button", name="Add and search it").click()
        expect(page.locator("h1.sy-title")).to_have_text("The article is added")

        coder = Coder(person)
        coded = 0
        for _ in range(60):
            if not page.locator(".sr-state-waiting").count():
                break
            if not coder.state.startswith("Quote"):
                coder.press("a")
                continue
            if coded == 0:
                coder.press("4", f"'{ISSUE}", "Enter", f"'{PLAN}", "Enter")
            else:
                coder.press("2" if coded % 2 else "5")
            coded += 1
            coder.press("a")
            if page.locator(".sr-box").count():  # nobody was found: somebody is named
                coder.press("'Somebody else", "Enter", "'group", "Enter", "a")
        coder.saved()
        expect(page.locator(".sr-end h2")).to_contain_text(f"You coded {coded} statements")
        page.locator(".sr-moved a").first.click()
        expect(page.locator("#evidence")).to_be_visible()
        person.settled()
        quote = page.locator("article.sy-card blockquote").first.inner_text().strip("“”")
        assert quote.split(" … ")[0][:40] in text
        page.locator("details.sy-place summary").first.click()
        assert page.locator("details.sy-place mark").first.inner_text() in text
        assert not person.faults
