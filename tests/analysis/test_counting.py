"""The counting rule in plain loops picks what the macro in SQL picks, on statements drawn at random."""

from __future__ import annotations

import random
from typing import Any

import pytest

from sayso.analysis import counting
from sayso.analysis.positions import actor_positions
from sayso.analysis.recount import kept
from sayso.model.frames import records
from sayso.model.scope import COUNT_BY, MEASURES
from sayso.queries import positions
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


@pytest.mark.parametrize("seed", range(4))
def test_loops_and_sql_keep_the_same_and_make_the_same_positions(
    make_dataset: DatasetMaker, scope: ScopeMaker, seed: int
) -> None:
    chance = random.Random(seed)
    articles = {f"a{n}": {"duplicate_of": "a0" if n in (1, 2) else None} for n in range(6)}
    statements = [
        say(
            chance.choice(("ann", "bob", "eve")), chance.choice(("tax", "toll")), chance.randint(-2, 2),
            f"202{chance.choice((4, 5))}-0{chance.choice((1, 2))}-{chance.randint(1, 9):02}",
            article=chance.choice(sorted(articles)),
            status=chance.choice(("accepted", "accepted", "edited", "rejected", "proposed")),
        )
        for _ in range(120)
    ]  # fmt: skip
    database = make_dataset(statements, articles=articles)
    for count_by in COUNT_BY:
        for measure in MEASURES:
            asked = scope(count_by=count_by, measure=measure)
            said = positions.evidence(database, asked).frame
            standing = kept(said, count_by)
            assert set(standing["statement_id"]) == set(said.loc[said["is_kept"], "statement_id"])
            derived = actor_positions(positions.actor_positions(database, asked).frame, measure)
            cells = dict(tuple(standing.groupby(["actor_id", "issue_id"])))
            assert len(cells) == len(derived) > 3
            for row in records(derived):
                own: list[Any] = [
                    Row(**each) for each in records(cells[row["unit_id"], row["issue_id"]][[*FIELDS]])
                ]
                ours = counting.position(own, measure)
                assert (ours.state, ours.n) == (row["state"], row["n"]), row
                assert ours.value == pytest.approx(row["value"])


FIELDS = ("statement_id", "stance", "said_on", "article_id", "original_id")


class Row:
    def __init__(self, **cells: object) -> None:
        vars(self).update(cells)
