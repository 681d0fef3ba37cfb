"""Sentences by rule, from positions that are written out."""

from datetime import date

import pandas as pd
import pytest

from sayso.analysis.findings import (
    actor_sentence,
    comparison_sentence,
    headline_issue,
    issue_sentence,
    overview,
)
from sayso.model.wording import part

NAMES = {
    "officials": "Senior US officials",
    "eve": "Eve",
    "ann": "Ann",
    "bob": "Bob",
    "cid": "Cid",
    "dot": "Dot",
}
AS_OF = date(2024, 6, 30)
ISSUES = {"tax": "A higher tax", "war": "War"}
SIGNS = {
    "+": "supports",
    "++": "strongly_supports",
    "-": "opposes",
    "--": "strongly_opposes",
    "0": "neutral",
    "±": "conflicting",
}


def positions(*cells: str, condition: str | None = None, words_on: date | None = None) -> pd.DataFrame:
    """ "ann tax +" and so on."""
    rows = [cell.split() for cell in cells]
    return pd.DataFrame(
        {
            "unit_id": [row[0] for row in rows],
            "issue_id": [row[1] for row in rows],
            "state": [SIGNS[row[2]] for row in rows],
            "n": 1,
            "last_words_on": pd.Series([words_on] * len(rows), dtype=object),
            "condition": pd.Series([condition] * len(rows), dtype=object),
        }
    )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            ["ann tax +", "bob tax ++", "cid tax +", "dot tax -"],
            "Three of four actors support “A higher tax”, none of them in words this year; Dot stands alone",
        ),
        (
            ["ann tax -", "bob tax --", "cid tax -", "dot tax +"],
            "Three of four actors oppose “A higher tax”, none of them in words this year; Dot stands alone",
        ),
        (
            ["ann tax +", "bob tax +", "cid tax -", "dot tax -"],
            "Of four actors found on “A higher tax”, two support it and two oppose it; none of the four in words this year",
        ),
        (
            ["ann tax +", "bob tax -"],
            "Of two actors found on “A higher tax”, one supports it and one opposes it; none of the two in words this year",
        ),
        (
            ["ann tax +", "bob tax +", "cid tax +", "dot tax -", "eve tax 0"],
            "Three of five actors support “A higher tax”, none of them in words this year; Dot opposes it",  # Eve is not on the other side
        ),
        (
            ["ann tax +", "bob tax +", "cid tax +", "officials tax -"],
            "Three of four actors support “A higher tax”, none of them in words this year; Senior US officials stand alone",
        ),
        (
            ["officials tax 0"],
            "Only Senior US officials were found on “A higher tax”, and are neutral on it, though not in words this year",
        ),
        (
            ["ann tax +", "bob tax ++"],
            "Both actors found on “A higher tax” support it, none of them in words this year",
        ),
        (
            ["ann tax -", "bob tax -", "cid tax -"],
            "All three actors found on “A higher tax” oppose it, none of them in words this year",
        ),
        (["ann tax 0", "bob tax ±"], "Neither of the two actors found on “A higher tax” takes a clear side"),
        (
            ["ann tax +", "bob tax 0", "cid tax ±"],
            "Of three actors found on “A higher tax”, one supports it and two take no clear side; none of the three in words this year",
        ),
        (
            ["ann tax ±"],
            "Only Ann was found on “A higher tax”, and is on both sides of it, though not in words this year",
        ),
        (["ann war +"], "No actor was found to speak on “A higher tax”"),
    ],
)
def test_who_supports_and_who_opposes(cells: list[str], said: str) -> None:
    assert issue_sentence(positions(*cells), "tax", "A higher tax", NAMES, "actor", AS_OF) == said


def test_a_sentence_says_how_many_have_words_of_the_last_year() -> None:
    fresh = positions("ann tax +", "bob tax ++", words_on=date(2024, 1, 5))
    last_day_out = positions("cid tax +", "dot tax -", words_on=date(2023, 7, 1))
    stands = pd.concat([fresh, last_day_out], ignore_index=True)
    said = issue_sentence(stands, "tax", "A higher tax", NAMES, "actor", AS_OF)
    assert (
        said
        == "Three of four actors support “A higher tax”, two of them in words this year; Dot stands alone"
    )
    assert "all of them in words this year" in issue_sentence(
        stands, "tax", "A higher tax", NAMES, "actor", date(2024, 6, 29)
    )  # 1 July 2023 is one of the 365 days to 29 June 2024
    assert (
        actor_sentence(fresh.iloc[:1], "Ann", 1, AS_OF)
        == "Ann supports the one issue found, in words this year"
    )


def test_the_headline_is_the_issue_with_most_positions_then_the_most_divided() -> None:
    found = positions("ann tax +", "bob tax +", "ann war +", "bob war -")
    assert headline_issue(found, ["tax", "war"]) == "war"
    assert headline_issue(positions("ann tax +", "bob tax +", "ann war +"), ["tax", "war"]) == "tax"
    assert headline_issue(found.iloc[:0], ["tax"]) is None


def test_the_front_page_names_torn_conditional_and_silent() -> None:
    found = overview(
        positions("ann tax ±", "bob tax +", condition="if asked"), ["tax", "war"], ISSUES, NAMES, AS_OF
    )
    texts = [finding.text for finding in found]
    assert "Ann is on both sides of “A higher tax”" in texts
    assert "Two positions are conditional: Ann and Bob" in texts
    assert texts[-1] == "Nobody was found to speak on “War”"
    assert found[1].params == {"actor": "Ann", "on": "A higher tax"}


def test_where_sides_part_and_meet() -> None:
    gaps = pd.DataFrame(
        {"issue_id": ["war", "tax"], "gap": [4.0, 0.5], "highest": ["ann", "ann"], "lowest": ["bob", "bob"]}
    )
    assert (
        comparison_sentence(gaps, ISSUES, NAMES)
        == "Ann and Bob part most on “War”; closest on “A higher tax”"
    )
    assert comparison_sentence(gaps.assign(gap=0.0), ISSUES, NAMES).startswith(
        "The chosen sides take the same"
    )
    assert comparison_sentence(gaps.assign(gap=float("nan")), ISSUES, NAMES).startswith(
        "No issue has positions"
    )


def test_one_actor_in_a_sentence() -> None:
    found = positions("ann tax +", "ann war -")
    assert (
        actor_sentence(found, "Ann", 3, AS_OF)
        == "Ann supports one and opposes one of two issues found, none of the two in words this year (one not found)"
    )
    assert actor_sentence(found.iloc[:1], "Ann", 1, AS_OF) == (
        "Ann supports the one issue found, though not in words this year"
    )
    assert actor_sentence(found.iloc[:1], "Senior US officials", 2, AS_OF).startswith(
        "Senior US officials support the one"
    )
    assert actor_sentence(positions("ann tax 0", "ann war ±"), "Ann", 2, AS_OF) == (
        "Ann takes no clear side on any of two issues found, none of the two in words this year"
    )
    assert actor_sentence(found.iloc[:0], "Ann", 3, AS_OF) == "Ann: no position found on any of 3 issues"


def test_one_sentence_has_one_kind_of_number() -> None:
    assert (
        part(10, 26) == "10 of 26" and part(10, 16) == "ten of sixteen" and part(8, 12) == "eight of twelve"
    )
