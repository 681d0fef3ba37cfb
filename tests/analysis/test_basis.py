"""What a finding rests on, in words, and what there is to know of many positions."""

from datetime import date

import pandas as pd
import pytest

from sayso.analysis.basis import in_words, is_recent, rests_on
from sayso.analysis.cautions import cautions, old_cells
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import counted, counted_members, kept
from tests.analysis.conftest import statements

AS_OF = date(2024, 6, 30)
SAID = statements(
    "ann tax +2 2022-05-01 a1",
    "ann tax -1 2024-06-01 a2",
    "bob tax +1 2024-01-05 a3",
    "cid tax -2 2021-01-05 a4",
).assign(basis=["words", "act", "words", "inferred"])


@pytest.mark.parametrize(
    ("n", "n_all", "said"),
    [
        (1, 1, "in words this year"),
        (0, 1, "though not in words this year"),
        (0, 3, "none of them in words this year"),
        (2, 2, "both in words this year"),
        (3, 3, "all of them in words this year"),
        (2, 3, "two of them in words this year"),
        (2, 26, "2 of them in words this year"),
    ],
)
def test_how_many_have_words_of_the_year(n: int, n_all: int, said: str) -> None:
    assert in_words(n, n_all) == said


def test_a_year_is_365_days() -> None:
    assert is_recent(pd.Timestamp("2023-07-02"), AS_OF) and is_recent(date(2023, 7, 2), AS_OF)
    assert not is_recent(date(2023, 7, 1), AS_OF) and not is_recent(pd.NaT, AS_OF)


def test_words_acts_and_inference_are_counted_with_their_years() -> None:
    stands = actor_positions(counted(kept(SAID)), "mean")
    assert rests_on(stands) == "4 statements: 2 in words, 1 by an act, 1 inferred, from 2021 to 2024"
    assert rests_on(stands[stands["unit_id"] == "bob"]) == "1 statement: 1 in words, of 2024"
    assert rests_on(stands.iloc[:0]) == ""


def test_a_faction_rests_on_what_its_members_rest_on() -> None:
    members = pd.DataFrame(
        {"actor_id": ["ann", "cid"], "faction_id": "left", "date_from": pd.NaT, "date_to": pd.NaT}
    )
    (left,) = faction_positions(counted_members(kept(SAID), members), "mean").to_dict("records")
    assert (left["n_words"], left["n_acts"], left["n_inferred"]) == (1, 1, 1)
    assert left["first_said_on"] == pd.Timestamp("2021-01-05")
    assert left["last_words_on"] == pd.Timestamp("2022-05-01")


def test_thin_old_and_turning_positions_are_counted_once() -> None:
    counts = counted(kept(SAID))
    mean, latest = actor_positions(counts, "mean"), actor_positions(counts, "latest")
    assert cautions(mean, latest, AS_OF) == (
        "Of 3 positions, 2 rest on one statement, 1 has nothing of the past year and 1 differs between mean and latest"
        " statement."
    )  # fmt: skip
    assert cautions(mean.iloc[:0], latest, AS_OF) == ""
    assert old_cells(mean, AS_OF, 1) == {("cid", "tax")} and not old_cells(mean, AS_OF, 5)
