"""A person with a table: uploads it, says what its columns mean, imports it, sees it in the matrix, takes it back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person
from tests.table_file import ROWS, TITLES, lines


def test_a_table_is_uploaded_mapped_imported_seen_and_undone(
    own_site: str, new_person: NewPerson, tmp_path: Path
) -> None:
    path = tmp_path / "week.csv"
    path.write_bytes(lines([["Wer", *TITLES[1:]], *ROWS], ";"))
    anna: Person = new_person(own_site).open("import")
    anna.page.get_by_role("textbox", name="Your name").fill("Anna")
    anna.page.get_by_role("button", name="Start coding").click()
    anna.page.locator("input[type=file]").first.set_input_files(str(path))
    expect(anna.page.get_by_text("No column says the speaker or actor.")).to_be_visible()
    anna.choose("Speaker or actor", "Wer")
    expect(anna.page.get_by_text("New in actors: Ann Smith and Bob Oz")).to_be_visible()
    anna.page.get_by_role("button", name="Import 3 statements").click()
    expect(anna.page.get_by_text("3 cells of the matrix change")).to_be_visible()
    anna.page.get_by_role("link", name="See where everyone stands").click()
    expect(anna.page.locator(".sf-rows").get_by_text("Bob Oz", exact=True)).to_be_attached()
    anna.page.go_back()
    anna.page.get_by_role("button", name="Undo: week.csv imported").click()
    expect(anna.page.get_by_role("button", name="Redo: week.csv imported")).to_be_visible()
    anna.go("Stance matrix")
    assert "Ann Smith" not in anna.heads("rows") and anna.faults == []
