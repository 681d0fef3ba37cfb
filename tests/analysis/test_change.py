"""Contradictions and shifts, with the two quotes of each."""

import pandas as pd

from sayso.analysis.change import contradictions, shifts, with_statements
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import as_members, counted, counted_members, kept
from sayso.queries import actors
from sayso.store.hub import Database
from tests.analysis.conftest import by, statements

TURN = statements(
    "ann tax +2 2024-01-03",
    "ann tax +1 2024-02-03",
    "ann tax 0 2024-03-03",
    "ann tax -2 2024-04-03",
    "bob tax -1 2024-01-03",
    "bob war +1 2024-05-01",
)


def positions(said: pd.DataFrame, until: str) -> pd.DataFrame:
    return actor_positions(counted(kept(said[said["said_on"] <= until])), "mean")


def test_a_contradiction_shows_the_last_turn() -> None:
    found = contradictions(TURN)
    (row,) = by(found, "actor_id").values()
    assert (row["earlier_quote_id"], row["later_quote_id"]) == ("q2", "q4")
    assert (row["earlier_stance"], row["later_stance"], row["days_apart"]) == (1, -2, 60)
    assert (row["n_supporting"], row["n_opposing"]) == (2, 1)


def test_neutral_and_one_sided_statements_are_no_contradiction() -> None:
    assert contradictions(
        statements("ann tax +2 2024-01-03", "ann tax 0 2024-02-03", "ann war -1 2024-01-03")
    ).empty
    assert contradictions(TURN.iloc[:0]).empty


def test_a_shift_is_another_state() -> None:
    found = by(shifts(positions(TURN, "2024-01-31"), positions(TURN, "2024-12-31")), "unit_id", "issue_id")
    ann = found["ann", "tax"]
    assert (ann["change"], ann["state_before"], ann["state_after"]) == (
        "shifted",
        "strongly_supports",
        "conflicting",
    )
    assert ann["by"] == 1 / 4 - 2 and (ann["n_before"], ann["n_after"]) == (1, 4)
    assert found["bob", "war"]["change"] == "found" and found["bob", "war"]["state_before"] == "not_found"
    assert len(found) == 2
    back = by(shifts(positions(TURN, "2024-12-31"), positions(TURN, "2024-01-31")), "unit_id", "issue_id")
    assert back["bob", "war"]["change"] == "lost" and back["bob", "war"]["n_after"] == 0


def test_the_same_positions_give_no_shift_but_a_condition_does() -> None:
    before = positions(TURN, "2024-01-31")
    assert shifts(before, before).empty
    after = before.assign(condition=pd.Series([None, "if asked"], dtype=object))
    found = shifts(before, after)
    assert found["change"].tolist() == ["conditional"] and found["condition_after"].tolist() == ["if asked"]


def test_each_shift_has_the_two_quotes_that_show_it() -> None:
    since = pd.Timestamp("2024-01-31")
    shifted = shifts(positions(TURN, "2024-01-31"), positions(TURN, "2024-12-31"))
    found = by(with_statements(shifted, TURN, since), "unit_id", "issue_id")
    assert (found["ann", "tax"]["before_quote_id"], found["ann", "tax"]["after_quote_id"]) == ("q1", "q4")
    assert (found["bob", "war"]["before_quote_id"], found["bob", "war"]["after_quote_id"]) == (None, "q6")


def test_the_harbour_story_shows(harbour: Database, harbour_statements: pd.DataFrame) -> None:
    """The dockers' secretary came round on the trust's terms, the prime minister on warships and the contract."""
    since = pd.Timestamp("2024-11-01")
    shifted = shifts(positions(harbour_statements, "2024-11-01"), positions(harbour_statements, "2025-12-31"))
    found = by(with_statements(shifted, harbour_statements, since), "unit_id", "issue_id")
    kelt = found["bruno-kelt", "port-lease"]
    assert (
        kelt["change"] == "shifted" and kelt["by"] > 0 and kelt["before_quote_id"] and kelt["after_quote_id"]
    )
    assert found["bruno-kelt", "harbour-trust"]["change"] == "found"
    torn = by(contradictions(harbour_statements), "actor_id", "issue_id")
    kelt = torn["bruno-kelt", "port-lease"]
    assert kelt["earlier_stance"] < 0 < kelt["later_stance"]
    assert all(row["earlier_stance"] * row["later_stance"] < 0 for row in torn.values())


def test_factions_shift_too(harbour: Database, harbour_statements: pd.DataFrame) -> None:
    members = actors.memberships(harbour)
    parts = [harbour_statements[harbour_statements["said_on"] <= day] for day in ("2024-11-01", "2025-12-31")]
    before, after = (faction_positions(counted_members(kept(part), members), "mean") for part in parts)
    found = with_statements(
        shifts(before, after),
        as_members(harbour_statements, members),
        pd.Timestamp("2024-11-01"),
        "faction_id",
    )
    rows = by(found, "unit_id", "issue_id")
    trust = rows["trust-compact", "harbour-trust"]
    assert trust["change"] == "found" and trust["before_quote_id"] is None and trust["after_statement_id"]


def test_a_side_that_became_both_shows_the_other_side_even_where_the_mean_rose() -> None:
    said = statements(
        "ann tax +1 2024-01-03", "ann tax 0 2024-01-09", "ann tax -1 2024-02-03", "ann tax +2 2024-02-04",
        "ann tax +2 2024-02-05",
    )  # fmt: skip
    shifted = shifts(positions(said, "2024-01-05"), positions(said, "2024-12-31"))
    assert shifted["state_after"].tolist() == ["conflicting"] and shifted["by"].item() > -0.3
    found = with_statements(shifted, said, pd.Timestamp("2024-01-10"))
    assert found["before_quote_id"].tolist() == ["q1"]  # on its side, not the neutral one after it
    assert found["after_quote_id"].tolist() == ["q3"]
