"""Loading and exporting, killed or met by another command at the worst moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.children import Children
from tests.faults.moments import Moment
from tests.faults.wholes import Reference, killed_at, reference


@pytest.fixture(scope="module")
def export(children: Children, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """An export over an older package that nobody killed."""
    return reference(children, "export", tmp_path_factory.mktemp("export"))


@pytest.mark.parametrize("file", [1, 8, 14])
def test_an_export_killed_between_two_files_is_old_or_new(
    children: Children, export: Reference, tmp_path: Path, file: int
) -> None:
    moment = Moment("opening", "call", call=file, side="after", name="replace")
    verdict = killed_at(children, export, tmp_path / "killed", f"file {file}", moment)
    assert verdict.faults == {}


def test_what_a_command_saves_while_a_package_is_loaded_is_kept(children: Children, tmp_path: Path) -> None:
    folder = tmp_path / "load"
    children.ask("prepare", name="load", folder=str(folder))
    moment = Moment("opening", "hold", call=1, name="replace")
    loading = children.start("deed", name="load", folder=str(folder), moment=moment.facts())
    assert loading.wait_until_held()
    command = children.start("step", name="describe_actor", file=str(folder / "alwa.duckdb"))
    command.read(patience=2)  # None where it waits for the load, as it may
    loading.wake()
    loading.wait()
    assert command.wait() == 0
    there = children.ask("step", name="described", file=str(folder / "alwa.duckdb"))["said"]
    assert there == ["Described by a command."] or command.lines[-1]["said"] != "done"
