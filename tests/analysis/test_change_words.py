"""What changed, as sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.change import shifts
from sayso.analysis.change_words import change_sentence, change_title, week_title
from sayso.analysis.pace import week_against_averages
from sayso.analysis.positions import actor_positions
from sayso.analysis.recount import counted, kept
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from tests.analysis.conftest import statements

NAMES = {"ann": "Ann", "bob": "Bob", "tax": "Tax", "war": "War"}
SINCE = date(2024, 1, 31)
SAID = statements("ann tax +2 2024-01-03", "ann tax -2 2024-04-03", "bob war +1 2024-05-01")


def between(said: pd.DataFrame, until: str = "2024-12-31") -> pd.DataFrame:
    ends = [said[said["said_on"] <= day] for day in (SINCE.isoformat(), until)]
    before, after = (actor_positions(counted(kept(end)), "mean") for end in ends)
    return shifts(before, after)


def row(**values: Any) -> dict[str, Any]:
    return {"change": "shifted", "condition_before": None, "condition_after": None, **values}


def test_the_title_counts_what_moved_and_tells_the_largest_step() -> None:
    found = change_title(between(SAID), SINCE, NAMES, 1)
    assert (
        found
        == "One position moved since 31 Jan 2024; Ann, who strongly supported “Tax”, is now on both sides of it"
    )


def test_that_nothing_moved_is_a_title_too() -> None:
    told = change_title(between(SAID, "2024-02-01"), SINCE, NAMES, 1)
    assert told == "The one position known on 31 Jan 2024 has not moved"
    assert (
        change_title(between(SAID.iloc[:0]), SINCE, NAMES, 4)
        == "None of four positions moved since 31 Jan 2024"
    )
    first = change_title(between(SAID.iloc[2:]), SINCE, NAMES, 0)
    assert first == "One position found since 31 Jan 2024, and none before to compare with"


def test_every_state_has_its_words() -> None:
    for state in set(BY_STATE) - {"not_found"}:
        for change in ("shifted", "found", "lost", "conditional"):
            told = change_sentence(row(change=change, state_before=state, state_after=state), "Ann", "Tax")
            assert told.startswith("Ann") and "“Tax”" in told


def test_a_condition_that_came_went_or_changed_is_told_apart() -> None:
    both = {"change": "conditional", "state_before": "supports", "state_after": "supports"}
    came = change_sentence(row(**both, condition_after="if asked"), "Ann", "Tax")
    went = change_sentence(row(**both, condition_before="if asked"), "Ann", "Tax")
    changed = change_sentence(row(**both, condition_before="if", condition_after="when"), "Ann", "Tax")
    assert came == "Ann still supports “Tax”, now on a condition"
    assert went == "Ann still supports “Tax”, no longer on a condition"
    assert changed == "Ann still supports “Tax”, on another condition than before"


def test_a_week_says_over_how_many_weeks_its_averages_were_taken() -> None:
    one = records(week_against_averages(SAID, date(2024, 1, 3)))[0]
    assert week_title(one, date(2024, 1, 3)) == (
        "1 statement in the seven days to 3 Jan 2024, and no whole week before them to compare with"
    )
    later = records(week_against_averages(SAID, date(2024, 5, 1)))[0]
    assert week_title(later, date(2024, 5, 1)) == (
        "1 statement in the seven days to 1 May 2024; 0.2 a week on average over the 4 weeks before,"
        " 0.1 a week on average over the 16 weeks before"
    )
