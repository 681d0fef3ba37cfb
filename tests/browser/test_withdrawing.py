"""An article withdrawn after its effect was shown: the matrix changes, and one undo brings it back."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.served import sayso
from tests.conftest import REPOSITORY

CELL = {"actor": "bruno-kelt", "on": "third-basin"}
FALLS = "Bruno Kelt on “Build the Third Basin”: supports (n=1) → not found"


def test_what_the_preview_says_is_what_the_matrix_shows_until_it_is_undone(
    tmp_path: Path, new_person: NewPerson
) -> None:
    data = shutil.copytree(REPOSITORY / "data" / "harbour-debate", tmp_path / "harbour-debate")
    with sayso(data) as site:
        person = new_person(site)
        page = person.page
        page.context.add_cookies([{"name": "sayso_coder", "value": "kim", "url": site}])
        person.open("sources", withdraw="qc-2025-02-27")
        expect(page.get_by_text(FALLS)).to_be_visible()
        page.get_by_role("button", name="Withdraw it, as kim").click()
        expect(page.get_by_text("is withdrawn: nothing of it counts")).to_be_visible()
        person.open("matrix", **CELL)
        expect(page.locator("#evidence")).to_have_text("Bruno Kelt: not found")
        person.open("sources", withdraw="qc-2025-02-27")
        page.get_by_role("button", name="Undo: “Manning: the ten-year sum” withdrawn").click()
        expect(page.get_by_text(FALLS)).to_be_visible()
        assert not person.faults
