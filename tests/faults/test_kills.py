"""The short form of `tests/faults/run.py`: killed at moments that a seed draws, Sayso loses nothing that it said is saved."""

from __future__ import annotations

from pathlib import Path

from tests.faults.run import kills
from tests.faults.table import printed


def test_killed_at_twenty_moments_nothing_is_lost(tmp_path: Path) -> None:
    verdicts = list(kills("suite", 20, tmp_path))
    print(printed(verdicts))
    assert len(verdicts) == 20
    assert sum(verdict.acknowledged > 0 for verdict in verdicts) >= 8
    assert [(verdict.seed, verdict.faults) for verdict in verdicts if verdict.faults] == []
