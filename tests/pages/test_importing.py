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
    assert "Nothing can be imported into this copy" in screen.words
    assert len(screen.app.file_uploader) == 0 and labels(screen) == ["Clear filters"]


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
