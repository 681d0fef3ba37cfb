"""What rests on whose reporting, in words."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from sayso.analysis.outlet_words import reliance_title, share_words, step_words

NAMES = {"h": "Herald", "p": "Post", "": "no article"}


def outlets(*rows: tuple[str, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["outlet", "n", "n_shifted", "n_lost"])


@pytest.mark.parametrize(
    ("n", "total", "words"),
    [(4, 4, "all"), (2, 4, "half"), (52, 100, "about half"), (1, 3, "a third"), (30, 100, "30 %"), (75, 100, "three quarters")],
)  # fmt: skip
def test_a_share_is_a_fraction_only_where_one_is_near(n: int, total: int, words: str) -> None:
    assert share_words(n, total) == words


@pytest.mark.parametrize(
    ("rows", "n", "title"),
    [
        ([("h", 5, 4, 3), ("p", 5, 0, 1)], 20, "Half of all statements rest on Herald; without it seven of twenty positions change"),
        ([("h", 6, 0, 0), ("p", 4, 0, 2)], 9, "60 % of all statements rest on Herald; without it no position changes, without Post two"),
        ([("h", 3, 0, 2)], 2, "All statements rest on one outlet, Herald; without it no position would be left"),
        ([("h", 3, 0, 0)], 1, "All statements rest on one outlet, Herald; without it the one position would be left"),
        ([(key, 5, 0, int(key == "p")) for key in ["h", "p", *"abcdefghijklmnopqr"][:20]], 9, "No outlet carries more than 5 % of all statements; without Post one of nine positions changes"),
        ([(key, 5, 0, 0) for key in ["h", *"abcdefghijklmnopqr"]], 9, "No outlet carries more than 5 % of all statements, and no position hangs on any one of them"),
        ([("", 3, 0, 0)], 1, "No statement comes from an article: nothing rests on an outlet"),
        ([("h", 2, 1, 0), ("", 2, 0, 0)], 1, "Half of all statements rest on Herald; without it the one position changes"),
    ],
)  # fmt: skip
def test_the_title_names_the_outlet_and_what_falls_without_it(rows: Any, n: int, title: str) -> None:
    assert reliance_title(outlets(*rows), NAMES, n) == title


def test_a_step_tells_both_states_with_their_n() -> None:
    row = {
        "change": "lost",
        "state_before": "supports",
        "n_before": 3,
        "state_after": "not_found",
        "n_after": 0,
    }
    assert step_words(row, "Ann", "Tax") == "Ann on “Tax”: supports (n=3) → not found"
    moved = row | {"change": "moved", "state_after": "supports", "n_after": 2, "value_before": 1.0, "value_after": -0.5}  # fmt: skip
    assert "(n=3, mean +1.00) → supports (n=2, mean −0.50)" in step_words(moved, "Ann", "Tax")
