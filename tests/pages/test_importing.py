"""The page that takes in what was coded elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.store.datasets import READ_ONLY
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
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
