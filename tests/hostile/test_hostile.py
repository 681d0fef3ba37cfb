"""A few hostile inputs of each kind at the real commands and pages; all of them: `uv run python tests/hostile/run.py --all`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sayso.ingest import extract
from tests.hostile import finder, run
from tests.hostile.trial import Trial

SEED = 8


@pytest.mark.parametrize(
    "trial",
    run.short(SEED),
    ids=lambda trial: f"{trial.kind}: {trial.name}".encode("ascii", "replace").decode()[:80],
)
def test_it_is_taken_as_what_it_is_or_refused_in_words(trial: Trial, tmp_path: Path) -> None:
    assert trial.run(tmp_path) in ("refused", "accepted")


def test_what_got_through_once_is_tried_in_every_run() -> None:
    assert {trial.name for trial in run.short(SEED)} >= set(run.ONCE)


def test_there_are_enough_of_each_kind() -> None:
    counts = {kind: len(list(make(SEED))) for kind, make in run.KINDS.items()}
    assert sum(counts.values()) >= 700 and counts["address"] >= 400 and counts["finder"] == 39, counts
    assert (
        counts["text"] >= 60 and counts["file"] >= 75 and counts["fetch"] >= 100 and counts["database"] >= 40
    )


@pytest.mark.parametrize("name", random.Random(SEED).sample(list(finder.PATTERNS), 6))
def test_a_pattern_made_to_be_slow_is_read(name: str) -> None:
    assert extract(finder.PATTERNS[name] * 2_000).read_to > 0
