"""The short form of `tests/faults/run.py --stops`: a server and a command that are stopped leave one whole file."""

from __future__ import annotations

from pathlib import Path

from tests.faults.children import Children
from tests.faults.stops import interrupted, stopped


def test_a_server_that_is_stopped_while_saving_leaves_one_file_with_all_that_it_acknowledged(
    children: Children, tmp_path: Path
) -> None:
    children.ask("prepare", name="small", folder=str(tmp_path / "start"))
    verdict = stopped(children, tmp_path / "start" / "alwa.duckdb", "suite", 2, [])
    assert verdict.acknowledged
    assert verdict.faults == {}


def test_a_command_that_is_interrupted_leaves_one_file_with_all_that_it_said(
    children: Children, tmp_path: Path
) -> None:
    (verdict,) = interrupted(children, "suite", 1, tmp_path)
    assert verdict.acknowledged
    assert verdict.faults == {}
