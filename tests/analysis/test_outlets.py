"""Whom outlets quote, and what would move without an outlet or an article."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

from sayso.analysis.leaving_out import leave_each_out
from sayso.analysis.outlets import (
    concentration,
    dependence,
    effect,
    leave_one_out,
    shares,
    without_articles,
)
from sayso.analysis.positions import actor_positions
from sayso.analysis.recount import counted, kept
from sayso.model.frames import records
from sayso.model.scope import MEASURES, CountBy, Measure
from sayso.queries import actors, outlets, positions
from sayso.store.changes import change
from sayso.store.hub import Database, Hub
from tests.analysis.conftest import HARBOUR, at, by, statements
from tests.conftest import REPOSITORY

SAID = statements(
    "ann tax +2 2024-01-03 h1 herald",
    "ann tax +1 2024-01-04 h2 herald",
    "ann tax -2 2024-01-05 p1 post",
    "bob tax -1 2024-01-03 h1 herald",
    "cid war +1 2024-01-06 p2 post",
    "cid war +2 2024-01-07 h3 herald",
)


NO_REPORTS = pd.DataFrame({"event_id": [], "article_id": [], "published_by": [], "outlet": []})


def acted(said: pd.DataFrame) -> pd.DataFrame:
    """The statements as words, not acts."""
    return said.assign(quote_id="q", event_id=None)


@pytest.fixture(scope="module")
def own_harbour() -> Iterator[Database]:
    """A copy of the debate whose articles may be withdrawn."""
    hub = Hub()
    yield hub.load_into_memory(REPOSITORY / "data" / HARBOUR, HARBOUR, "")
    hub.close()


def test_whom_each_outlet_quotes() -> None:
    found = by(shares(SAID, "actor_id", "outlet"), "outlet", "actor_id")
    assert found["herald", "ann"]["n"] == 2 and found["herald", "ann"]["share"] == 0.5
    assert found["post", "ann"]["share"] == found["post", "cid"]["share"] == 0.5 and len(found) == 5
    mix = shares(SAID.assign(reliability=pd.Series(["A", "A", None, "B", "A", "A"])), "reliability")
    assert mix["reliability"].tolist() == ["A", "", "B"] and mix["share"].sum() == pytest.approx(1)


def test_a_quote_counts_once_and_an_act_is_no_quote() -> None:
    rows = SAID.assign(quote_id=pd.Series(["q1", "q1", None, "q4", "q5", "q6"]))
    assert shares(rows, "actor_id", key="quote_id")["n"].tolist() == [2, 1, 1]
    assert shares(SAID.iloc[:0], "actor_id", "outlet").empty


def test_concentration_by_hand() -> None:
    found = by(concentration(shares(SAID, "actor_id", "outlet"), "actor_id", "outlet"), "outlet")
    herald = found["herald"]
    assert herald["herfindahl"] == pytest.approx((4 + 1 + 1) / 16) and herald["effective"] == pytest.approx(
        16 / 6
    )
    assert herald["corrected"] == pytest.approx(2 / 12) and herald["largest"] == "ann"
    assert (herald["n"], herald["n_values"], herald["largest_share"]) == (4, 3, 0.5)
    alone = concentration(shares(SAID.iloc[:1], "actor_id"), "actor_id").iloc[0]
    assert alone["herfindahl"] == 1 and np.isnan(alone["corrected"])
    assert concentration(shares(SAID.iloc[:0], "actor_id"), "actor_id").empty


def test_without_an_outlet_positions_shift_move_or_are_lost() -> None:
    found = by(leave_one_out(SAID), "outlet", "unit_id")
    ann = found["post", "ann"]
    assert (ann["change"], ann["state_before"], ann["state_after"]) == (
        "shifted",
        "conflicting",
        "strongly_supports",
    )
    assert found["herald", "bob"]["change"] == "lost" and found["herald", "bob"]["state_after"] == "not_found"
    assert found["herald", "cid"]["change"] == "shifted" and found["herald", "cid"]["value_after"] == 1
    rest = by(dependence(leave_one_out(SAID), 3), "outlet")
    assert list(rest) == ["herald", "post"] and rest["herald"]["share"] == 1 and rest["herald"]["n_lost"] == 1
    assert (rest["post"]["n_shifted"], rest["post"]["n_moved"]) == (1, 1)


def test_an_outlet_on_which_nothing_rests_has_no_rows() -> None:
    twice = pd.concat([SAID, SAID.assign(outlet="copy", article_id="c" + SAID["article_id"])])
    twice = twice.assign(statement_id=[f"s{number}" for number in range(len(twice))])
    assert leave_one_out(twice[twice["outlet"] != "post"])["outlet"].isin(["copy", "herald"]).all()
    same = twice[twice["original_id"] == "h1"]
    assert leave_one_out(same).empty and leave_one_out(SAID.iloc[:0]).empty


def test_an_act_goes_to_the_next_report_or_goes() -> None:
    acts = SAID.assign(quote_id=None, event_id="e1", credibility=2)
    reports = pd.DataFrame(
        [("e1", "p9", "p9", "post", "C", 3, pd.Timestamp("2024-02-01"))],
        columns=[
            "event_id",
            "article_id",
            "original_id",
            "outlet",
            "reliability",
            "credibility",
            "published_by",
        ],
    )
    left = without_articles(acts, {"h1"}, reports)
    assert len(left) == 6 and (left["article_id"] == "p9").sum() == 2
    assert (
        len(without_articles(acts, {"h1"})) == 4 and len(without_articles(acts, {"h1", "p9"}, reports)) == 4
    )


@pytest.mark.parametrize("measure", MEASURES)
def test_the_preview_is_what_withdrawing_does(own_harbour: Database, measure: Measure) -> None:
    scope = at("2025-12-31")
    said = positions.evidence(own_harbour, scope).frame
    reports = outlets.credits(own_harbour, scope).frame
    before = actor_positions(counted(kept(said)), measure)
    heavy = said["article_id"].value_counts().index[:5].tolist()
    acts = said.loc[said["quote_id"].isna(), "article_id"].drop_duplicates().tolist()[:4]
    n_changed = 0
    for article in dict.fromkeys([*heavy, *acts]):
        left = without_articles(said, {article}, reports)
        with change(own_harbour, "test") as made:
            made.update("articles", {"article_id": article}, {"withdrawn_on": "2026-01-01"})
        real = actor_positions(positions.actor_positions(own_harbour, scope).frame, measure)
        with change(own_harbour, "test") as made:
            made.update("articles", {"article_id": article}, {"withdrawn_on": None})
        previewed = effect(said, left, measure=measure)
        n_changed += len(previewed)
        cells = ["unit_id", "issue_id"]
        after = by(real, *cells)
        for key, row in by(previewed, *cells).items():
            assert row["state_after"] == (after[key]["state"] if key in after else "not_found"), (
                article,
                key,
            )
        untouched = before.merge(previewed[cells], on=cells, how="left", indicator=True)
        for key, row in by(untouched[untouched["_merge"] == "left_only"], *cells).items():
            assert (after[key]["state"], after[key]["value"]) == (row["state"], pytest.approx(row["value"]))
    assert n_changed > 10


def test_factions_move_with_their_members(harbour: Database, harbour_statements: pd.DataFrame) -> None:
    members = actors.memberships(harbour)
    found = leave_one_out(harbour_statements, memberships=members)
    assert set(found["unit_id"]) <= set(members["faction_id"]) and found["outlet"].nunique() > 4
    scope = at("2025-12-31", outlets=("courier", "flash", "lantern", "mina", "nsn", "qc"))
    asked = actor_positions(positions.actor_positions(harbour, scope).frame, "mean")
    own = harbour_statements[harbour_statements["outlet"].str.startswith("Velmara Press")]
    left = without_articles(harbour_statements, set(own["article_id"]))
    assert (
        by(actor_positions(counted(kept(left)), "mean"), "unit_id", "issue_id").keys()
        == by(asked, "unit_id", "issue_id").keys()
    )


def test_an_act_is_not_credited_to_a_report_outside_the_filters() -> None:
    acts = SAID.assign(quote_id=None, event_id="e1", credibility=2)
    columns = [
        "event_id", "article_id", "original_id", "outlet", "reliability", "credibility", "published_by", "is_in_scope",
    ]  # fmt: skip
    rows = [
        ("e1", f"p{day}", f"p{day}", "post", "C", 3, pd.Timestamp(f"2024-02-0{day}"), day > 1)
        for day in (8, 9)
    ]
    reports = pd.DataFrame(rows, columns=columns)
    assert len(without_articles(acts, {"h1"}, reports)) == 6
    reports["is_in_scope"] = [False, True]  # it would be credited to the first, which is filtered away
    assert len(without_articles(acts, {"h1"}, reports)) == 4


def test_statements_that_others_carry_too_are_not_lost() -> None:
    copies = SAID.assign(
        outlet="copy", article_id="c" + SAID["article_id"], statement_id="c" + SAID["statement_id"]
    )
    assert leave_each_out(acted(SAID), NO_REPORTS).n_gone == {"herald": 4, "post": 2}
    both = acted(pd.concat([SAID, copies], ignore_index=True))
    assert set(leave_each_out(both, NO_REPORTS).n_gone.values()) == {0}


@pytest.mark.parametrize(
    ("count_by", "measure"),
    [("article", "mean"), ("article", "latest"), ("week", "mean"), ("statement", "mean")],
)
def test_the_quick_way_is_the_slow_way(own_harbour: Database, measure: Measure, count_by: CountBy) -> None:
    scope = at("2025-12-31", count_by=count_by, measure=measure, worst_credibility=4)
    said = positions.evidence(own_harbour, scope).frame
    reports = outlets.credits(own_harbour, scope).frame
    slow = leave_one_out(said, count_by=count_by, measure=measure, reports=reports)
    quick = leave_each_out(said, reports, count_by=count_by, measure=measure)
    assert len(slow) > 50
    keys = ["outlet", "unit_id", "issue_id"]
    for one, other in zip(
        records(slow.sort_values(keys)), records(quick.changes.sort_values(keys)), strict=True
    ):
        assert one == pytest.approx(other)
    gone = set(said.loc[said["outlet"].str.startswith("Velmara Press"), "article_id"].dropna())
    gone |= set(reports.loc[reports["outlet"].str.startswith("Velmara Press"), "article_id"])
    left = kept(without_articles(said, gone, reports), count_by)
    outlet = next(name for name in quick.n_gone if name.startswith("Velmara Press"))
    assert quick.n_gone[outlet] == len(kept(said, count_by)) - len(left)
