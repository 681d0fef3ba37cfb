"""Text cells that were empty and are filled stay filled when the log is replayed, on every DuckDB."""

from __future__ import annotations

from pathlib import Path

from tests.faults.children import Children


def test_a_split_quote_that_was_accepted_is_accepted_after_a_restart(
    children: Children, tmp_path: Path
) -> None:
    file = str(tmp_path / "alwa.duckdb")
    children.ask("step", name="first_session", file=file)
    children.ask("step", name="second_session", file=file)
    left = children.ask("look", file=file, acknowledged={})
    assert left["cells"] == []
    assert left["undo"] == "done"


def test_no_cell_that_was_filled_is_empty_after_a_restart(children: Children, tmp_path: Path) -> None:
    file = str(tmp_path / "alwa.duckdb")
    children.ask("step", name="loaded", file=file)
    filled = children.ask("step", name="fill_cells", file=file)["said"]
    assert {"quotes.venue", "actors.name_original", "statements.condition"} <= filled.keys()
    assert children.ask("look", file=file, acknowledged={})["cells"] == []


def test_a_quote_that_was_split_and_found_whole_again_is_as_the_log_says(
    children: Children, tmp_path: Path
) -> None:
    file = str(tmp_path / "alwa.duckdb")
    children.ask("step", name="first_session", file=file)
    children.ask("step", name="searched_after_split", file=file)
    assert children.ask("look", file=file, acknowledged={})["cells"] == []
