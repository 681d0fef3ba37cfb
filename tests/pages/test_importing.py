"""The page that takes in what was coded elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.datasets import READ_ONLY
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
from tests import qdpx_file
from tests.dna_file import said, write
from tests.pages.packages import one_quote
from tests.pages.screen import Screen, open_screen
from tests.table_file import ROWS, TITLES, lines

HOSTILE = "<img src=x onerror=alert(1)> **bold** [link](javascript:alert(1))"
SAID = [said("EPA", "Tax", 1), said("Club", "Tax", 0), said("", "Tax", 0), said("EPA", "Quay", 1, 2)]


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = create_dataset(tmp_path / "new.duckdb", "Port Selm")
    monkeypatch.setenv("SAYSO_DATA", str(file))
    monkeypatch.setenv("SAYSO_CODER", "anna")
    return file


def upload(screen: Screen, path: Path) -> Screen:
    app = screen.app
    app.file_uploader[0].set_value((path.name, path.read_bytes(), "application/octet-stream"))
    return Screen(app.run())


def labels(screen: Screen) -> list[str]:
    return [button.label for button in screen.app.button]


def test_a_dna_database_goes_into_an_empty_dataset_and_out_again(empty: Path, tmp_path: Path) -> None:
    asked = upload(open_screen("import", format="DNA database"), write(tmp_path / "d.dna", SAID, people=True))
    assert "Choose what is open" in asked.words  # person or organization
    seen = asked.select("The actor is the", "organization")
    assert "3 statements" in seen.words and "left out: without organization" in seen.words
    done = seen.press("Put it into Port Selm")
    assert [str(each.value) for each in done.app.error] == [] and "Undo takes all of it back" in done.words
    assert "Undo: d.dna imported: 3 statements" in "\n".join(labels(done)).replace("\\", "")
    undone = done.press(next(label for label in labels(done) if label.startswith("Undo")))
    assert "0 actors" in undone.words


def test_into_a_dataset_that_holds_something_a_dna_database_never_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(one_quote(tmp_path / "one")))
    monkeypatch.setenv("SAYSO_CODER", "anna")
    seen = upload(open_screen("import", format="DNA database"), write(tmp_path / "d.dna", SAID))
    assert not [label for label in labels(seen) if label.startswith("Put it")]
    made = seen.press("Make a dataset file of it")
    assert "sayso serve d.duckdb" in made.words
    content = made.app.session_state["_import_made"][2]
    (tmp_path / "saved.duckdb").write_bytes(content)
    hub = Hub()
    assert hub.attach(tmp_path / "saved.duckdb").rows("SELECT count(*) FROM statements") == [(3,)]
    hub.close()


def test_what_is_no_dna_database_is_told_and_nothing_changes(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.dna"
    path.write_bytes(b"SQLite format 3\0" + b"x" * 4_000)
    told = upload(open_screen("import", format="DNA database"), path)
    assert "damaged or not a DNA database" in told.words and "Put it into Port Selm" not in labels(told)


def test_for_readers_only_there_is_nothing_to_press(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(READ_ONLY, "1")
    screen = open_screen("import")
    assert "This copy is read-only" in screen.words  # the page for importing is not there
    assert len(screen.app.file_uploader) == 0 and "Clear filters" in labels(screen)


def test_a_refi_qda_project_goes_into_an_empty_dataset(empty: Path, tmp_path: Path) -> None:
    codes = {
        "Wer": qdpx_file.CODES["Actors"],
        "Themes": qdpx_file.CODES["Themes"],
        "Wie": {"Ja": {}, "Pro": {}},
    }
    marked = [
        qdpx_file.mark("The union called", "Wer/Harbour Union", "Themes/Harbour tax", "Wie/Ja"),
        qdpx_file.mark("The mayor said", "Wer/Mayor", "Themes/Port expansion"),
    ]
    path = qdpx_file.write(
        tmp_path / "d.qdpx", [qdpx_file.text("<b>One</b>", qdpx_file.WORDS, *marked)], codes
    )
    asked = upload(open_screen("import", format="REFI-QDA project"), path)
    assert "Choose which codes are speakers" in asked.words
    boxes = {box.label: box for box in asked.app.multiselect}
    assert boxes["Issues"].value == ["Themes"] and boxes["Codes that say a stance"].value == []
    seen = Screen(boxes["Speakers"].set_value(["Wer"]).run())
    assert "No statement can be taken" in seen.words
    boxes = {box.label: box for box in seen.app.multiselect}
    seen = Screen(boxes["Codes that say a stance"].set_value(["Ja"]).run())
    assert "Choose what every code means" in seen.words  # nothing is supposed
    seen = seen.select("Ja", 2)
    assert "1 statement" in seen.words and "1 passage on an issue without a stance" in seen.words
    done = seen.press("Put it into Port Selm")
    assert [str(each.value) for each in done.app.error] == [] and "Undo takes all of it back" in done.words


def test_what_is_no_refi_qda_project_is_told(empty: Path, tmp_path: Path) -> None:
    path = qdpx_file.pack(tmp_path / "d.qdpx", {"project.qde": b"<!DOCTYPE Project><Project/>"})
    told = upload(open_screen("import", format="REFI-QDA project"), path)
    assert "declares a document type" in told.words and "Put it into Port Selm" not in labels(told)


def test_a_table_is_mapped_looked_at_imported_and_taken_back(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "week.csv"
    path.write_bytes(lines([["Wer", *TITLES[1:]], *ROWS, ["Cem", "Quay", 7, "2024-02-30", *[HOSTILE] * 3]]))
    asked = upload(open_screen("import", format="Table"), path)
    assert "No column says the speaker or actor" in asked.words.replace("\\", "")
    seen = asked.select("Speaker or actor", "Wer")
    assert (
        "3 statements: " in seen.words and "2 new actors" in seen.words and "1 row of 4 cannot" in seen.words
    )
    assert (
        "does not exist" in seen.cells
        and next(b for b in seen.app.button if b.key == "import-table").disabled
    )
    left = Screen(seen.app.checkbox[0].check().run())
    done = left.press("Import 3 statements")
    assert "week.csv is in the dataset" in done.words and "3 cells of the matrix change" in done.words
    assert "1 row left out" in done.words and not done.app.exception
    undone = done.press(next(label for label in labels(done) if label.startswith("Undo")))
    assert "0 actors" in undone.words and "is in the dataset" not in undone.words


def test_stances_and_days_with_two_readings_are_asked(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "week.csv"
    path.write_bytes(
        lines([TITLES[:4], ["Ann", "Tax", "0", "03/04/2024"], ["Bob", "Tax", "1", "05/04/2024"]])
    )
    asked = upload(open_screen("import"), path)
    assert "0 statements" in asked.words and "2 rows of 2 cannot" in asked.words
    asked.app.radio[0].set_value("dmy")
    stances = {box.label: box for box in asked.app.selectbox if " · " in box.label}
    stances["0 · 1"].set_value(-1)
    stances["1 · 1"].set_value(1)
    seen = Screen(asked.app.run())
    assert "2 statements: " in seen.words and "cannot come in" not in seen.words
    assert {"2024-04-03", "2024-04-05"} <= set(seen.cells.split("\n"))


def test_hostile_cells_are_shown_as_text(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "week.csv"
    rows = [[HOSTILE, f"{HOSTILE} {n}", HOSTILE, "2024-01-03", HOSTILE, HOSTILE, HOSTILE] for n in range(2)]
    path.write_bytes(lines([[*TITLES[:6], HOSTILE], *rows]))
    asked = upload(open_screen("import"), path)
    box = next(box for box in asked.app.selectbox if " · 2" in box.label)
    done = Screen(box.set_value(1).run()).press("Import 2 statements")
    assert "is in the dataset" in done.words and not done.app.exception
    assert "<img" not in done.markup and "**bold**" not in done.markdown.replace("\\*", "")
