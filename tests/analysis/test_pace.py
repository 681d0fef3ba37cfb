"""Who emerges, and a week beside what was usual."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.pace import emerging, week_against_averages, weeks
from tests.analysis.conftest import by, statements

QUIET = [f"ann tax +1 2024-{month:02d}-01" for month in range(1, 11)]
LOUD = [f"ann tax +1 2024-11-{day:02d}" for day in range(1, 8)]


def test_the_new_and_the_louder_are_told_apart() -> None:
    said = statements(*QUIET, *LOUD, "bob tax +1 2024-11-02", "cid tax 0 2024-03-01", "cid tax 0 2024-11-03")
    found = emerging(said, date(2024, 11, 1), date(2024, 11, 7))
    assert found["actor_id"].tolist() == ["bob", "ann"] and found["kind"].tolist() == ["new", "louder"]
    ann = by(found, "actor_id")["ann"]
    assert (ann["n"], ann["n_before"], ann["per_week"]) == (7, 10, 7)
    assert ann["ratio"] == pytest.approx(7 / (10 / (305 / 7))) and ann["q"] < 1e-5


def test_one_article_that_quotes_often_is_no_louder_voice() -> None:
    once = [f"ann tax +1 2024-11-0{day} paper" for day in range(1, 8)]
    assert emerging(statements(*QUIET, *once), date(2024, 11, 1), date(2024, 11, 7)).empty


def test_who_was_heard_elsewhere_in_the_dataset_is_not_new() -> None:
    said = statements(*QUIET, "bob tax +1 2024-11-02")
    period = date(2024, 11, 1), date(2024, 11, 7)
    assert emerging(said, *period)["actor_id"].tolist() == ["bob"]
    assert emerging(said, *period, ever={"bob"}).empty


def test_a_rate_that_stays_does_not_emerge() -> None:
    steady = statements(*(f"ann tax +1 2024-01-{day:02d}" for day in range(1, 29)))
    assert emerging(steady, date(2024, 1, 15), date(2024, 1, 28)).empty
    assert emerging(steady, date(2025, 1, 1), date(2025, 1, 7)).empty
    assert emerging(steady.iloc[:0], date(2024, 1, 1), date(2024, 1, 7)).empty


def test_issues_emerge_as_actors_do() -> None:
    said = statements("ann tax +1 2024-01-01", "ann war +1 2024-02-01")
    found = emerging(said, date(2024, 2, 1), date(2024, 2, 7), by="issue_id")
    assert found["issue_id"].tolist() == ["war"] and found["first_on"].tolist() == [
        pd.Timestamp("2024-02-01")
    ]


def test_the_first_period_of_all_is_all_new() -> None:
    found = emerging(statements("ann tax +1 2024-01-01"), date(2024, 1, 1), date(2024, 1, 7)).iloc[0]
    assert found["kind"] == "new" and np.isnan(found["q"]) and np.isnan(found["ratio"])


def test_a_week_beside_its_averages() -> None:
    weekly = [f"ann tax +1 {day:%Y-%m-%d}" for day in pd.date_range("2023-01-02", "2024-01-01", freq="7D")]
    said = statements(*weekly, "ann tax +1 2024-01-02", "ann tax +1 2024-01-03", "bob tax +1 2024-01-09")
    row = by(week_against_averages(said, date(2024, 1, 7)), "week")[3]
    assert row["average_4"] == row["average_52"] == 1 and row["ratio_4"] == 3
    assert (row["weeks_4"], row["weeks_52"]) == (4, 52)
    assert by(week_against_averages(said, date(2024, 1, 7), "actor_id"), "actor_id").keys() == {"ann"}


def test_averages_rest_on_the_weeks_there_are() -> None:
    said = statements("ann tax +1 2024-01-01", "ann tax +1 2024-01-15", "ann tax +1 2024-01-16")
    row = week_against_averages(said, date(2024, 1, 21)).iloc[0]
    assert (row["week"], row["weeks_4"], row["weeks_52"], row["average_52"]) == (2, 2, 2, 0.5)
    first = week_against_averages(said, date(2024, 1, 7)).iloc[0]
    assert first["week"] == 1 and first["weeks_4"] == 0 and np.isnan(first["average_4"])
    assert week_against_averages(said.iloc[:0], date(2024, 1, 7)).iloc[0]["week"] == 0


def test_each_week_stands_beside_the_weeks_before_it() -> None:
    said = statements(
        "ann tax +1 2024-01-01", "ann tax +1 2024-01-15", "ann tax +1 2024-01-16", "bob tax +1 2024-01-22"
    )
    found = weeks(said, date(2024, 1, 21), 53)
    assert found["n"].tolist() == [1, 0, 2] and found["first"].tolist()[0] == date(2024, 1, 1)
    assert found["last"].tolist()[-1] == date(2024, 1, 21)
    assert np.isnan(found["average_4"].iloc[0]) and found["average_4"].tolist()[1:] == [1, 0.5]
    assert weeks(said, date(2024, 1, 21), 2)["average_52"].tolist() == [1, 0.5]
    assert weeks(said.iloc[:0], date(2024, 1, 21), 53).empty


@pytest.mark.parametrize("last", [date(2024, 3, 3), date(2024, 3, 7), date(2023, 12, 31)])
def test_the_last_week_is_the_one_that_the_sentence_tells_of(last: date) -> None:
    said = statements(
        *[f"ann tax +1 {day:%Y-%m-%d}" for day in pd.date_range("2023-05-03", "2024-03-07", freq="5D")]
    )
    told, drawn = week_against_averages(said, last).iloc[0], weeks(said, last, 10).iloc[-1]
    assert (told["week"], told["average_4"]) == (drawn["n"], drawn["average_4"])
    assert told["average_52"] == pytest.approx(drawn["average_52"])
