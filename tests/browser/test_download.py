"""A workbook taken from the Quotes page opens, and holds what the page shows."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.browser.person import Person


def test_the_statements_of_a_search_as_a_workbook(person: Person, tmp_path: Path) -> None:
    person.open("quotes", q="Hakim")
    person.page.get_by_role("button", name="Download the statements").click()
    with person.page.expect_download() as coming:
        person.page.get_by_role("button", name="Excel workbook").click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.name.startswith("iraq-us-troops-2021-statements-") and file.suffix == ".xlsx"
    head, *rows = load_workbook(file)["Statements"].values
    speakers = {row[head.index("speaker")] for row in rows}
    assert rows and any("Hakim" in str(speaker) for speaker in speakers)
    assert not person.faults
