"""An article withdrawn after its effect was shown: the matrix changes, and one undo brings it back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.served import sayso
from tests.tiny import say, tables, write_package

SAID = [
    say("ann", "tax", 1, "2024-01-03", article="a1"),
    say("ann", "war", 1, "2024-01-04", article="a2"),
    say("bob", "tax", 1, "2024-01-04", article="a2"),
]
FALLS = "Ann on “Tax”: supports (n=1) → not found"


def test_what_the_preview_says_is_what_the_matrix_shows_until_it_is_undone(
    tmp_path: Path, new_person: NewPerson
) -> None:
    with sayso(write_package(tmp_path / "tiny", tables(SAID, articles={"a1": {"title": "Hers"}}))) as site:
        person = new_person(site)
        page = person.page
        page.context.add_cookies([{"name": "sayso_coder", "value": "kim", "url": site}])
        person.open("sources", withdraw="a1")
        expect(page.get_by_text(FALLS)).to_be_visible()
        page.get_by_role("button", name="Withdraw it, as kim").click()
        expect(page.get_by_text("is withdrawn: nothing of it counts")).to_be_visible()
        person.open("matrix", actor="ann", on="tax")
        expect(page.locator("#evidence")).to_have_text("Ann: not found")
        person.open("sources", withdraw="a1")
        page.get_by_role("button", name="Undo: “Hers” withdrawn").click()
        expect(page.get_by_text(FALLS)).to_be_visible()
        assert not person.faults
