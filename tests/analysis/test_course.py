"""Polarization window by window, and who stands outside a faction's majority."""

import pandas as pd

from sayso.analysis.networks.coalitions import best_groups
from sayso.analysis.networks.course import course, standing, window_for
from sayso.analysis.recount import as_units

LEVELS = [-2.0, -1.0, 0.0, 1.0, 2.0]


def test_windows_fit_the_span() -> None:
    assert [window_for(days)[0] for days in (21, 90, 700, 6000)] == ["days", "weeks", "months", "years"]


def test_the_harbour_s_first_camps_fall_apart(harbour_statements: pd.DataFrame) -> None:
    camps = {
        "daren-halvik": "A",
        "selma-oruk": "A",
        "bruno-kelt": "B",
        "ana-lorrin": "B",
        "fishers-coop": "B",
    }
    found = course(as_units(harbour_statements), LEVELS, camps, best_groups, draws=5)
    shares = found.frame["share"].dropna()
    assert found.unit == "months" and shares.iloc[0] > shares.iloc[-1]
    assert shares.between(0, 1).all()


def test_outside_is_against_more_than_half_of_the_faction() -> None:
    members = pd.DataFrame({"unit": list("abcde"), "coalition": [1, 1, 2, 1, 2]})
    told = standing(members, {"a": "f", "b": "f", "c": "f", "d": "g", "e": "g"}).set_index("unit")
    assert told.index[told["is_outside"]].tolist() == ["c"]
    assert told["majority"].tolist() == [1, 1, 1, 0, 0]
