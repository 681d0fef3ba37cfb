"""The short form of `tests/faults/run.py`: killed at moments that a seed draws, Sayso loses nothing that it said is saved."""

from __future__ import annotations

from pathlib import Path

from tests.faults.children import Children
from tests.faults.run import kills
from tests.faults.table import printed


def test_killed_at_ten_moments_nothing_is_lost(children: Children, tmp_path: Path) -> None:
    verdicts = list(kills(children, "suite", 10, tmp_path))
    print(printed(verdicts))
    assert sum(verdict.is_killed for verdict in verdicts) == 10
    assert sum(verdict.acknowledged > 0 for verdict in verdicts) >= 4
    assert [(verdict.seed, verdict.faults) for verdict in verdicts if verdict.faults] == []
