"""Coalitions without a screen: two camps that nobody can mistake, and what is told of fewer."""

from __future__ import annotations

import io

import networkx as nx
import numpy as np
import pytest

from sayso.errors import QueryError
from sayso.exports.networks import written
from sayso.reports.coalitions import Coalitions, coalitions
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

# a, b and c want issue0 and issue2 up and issue1 down, d, e and f the reverse; five months, one article an issue.
SPLIT = [
    say(actor, f"issue{n}", 2 if (actor < "d") == (n % 2 == 0) else -2, f"2024-{month + 1:02}-1{n}", article=f"{month}{n}")
    for month in range(5)
    for actor in "abcdef"
    for n in range(3)
]  # fmt: skip
FACTIONS = {"red": list("abcd"), "blue": list("ef")}


@pytest.fixture
def report(make_dataset: DatasetMaker, scope: ScopeMaker) -> Coalitions:
    """Two camps; d stands outside the majority of the reds."""
    repeat = say("a", "issue0", 2, "2024-01-10", article="00")
    return coalitions(make_dataset([*SPLIT, repeat], factions=FACTIONS), scope())


def test_the_finding_and_what_it_rests_on(report: Coalitions) -> None:
    assert report.title == (
        "Two camps (stability 1.00 of 1), furthest apart on “Issue0”, with too few to test; one actor stands outside its faction’s majority"
    )
    assert report.subtitle.endswith("camps that hold well when other articles are read")
    assert [part.name for part in report.parts] == ["coalitions", "agreement", "wedges", "polarization"]
    assert "no issue unites the camps." in report.notes[1] and report.notes[2].startswith("Most polarized")
    assert all("seed 1" in part.provenance and "2 groups" in part.provenance for part in report.parts)


def test_members_stand_in_table_and_lines(report: Coalitions) -> None:
    camps = dict(zip(report.table["Actor"], report.table["Camp"], strict=True))
    assert camps == {"A": "A", "B": "A", "C": "A", "D": "B", "E": "B", "F": "B"}
    assert report.table.set_index("Actor")["Outside it"].to_dict()["D"] == "yes"
    one, other = report.camps.camps
    assert (one.name, one.extent, one.more) == ("Camp A", "3 actors", "")
    assert other.lines[0] == ("d", "D", " · Red · 100% · outside: its faction’s majority is in camp A")
    assert report.camps.title_of("d") == "D, camp B"


def test_a_camp_too_long_to_list_says_how_many_more(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [
        say(f"x{n:02}", issue, 2, "2024-01-02", article=f"{issue}{n % 3}")
        for n in range(15)
        for issue in ("p", "q")
    ]
    (camp,) = coalitions(make_dataset(said), scope()).camps.camps
    assert len(camp.lines) == 12 and camp.more.startswith("And 3 more")


def test_each_mark_has_its_statements_and_repeats_are_left_out(report: Coalitions) -> None:
    actor_of = dict(zip(report.statements["statement_id"], report.statements["actor_id"], strict=True))
    members = report.part("coalitions").ids()
    assert set(members) == {(actor,) for actor in "abcdef"} and len(members["a",]) == 15
    pair = report.part("agreement").ids()["a", "d"]
    assert len(pair) == 30 and {actor_of[key] for key in pair} == {"a", "d"}
    dots = report.part("wedges").ids()
    assert len(dots) == 6 and {actor_of[key] for key in dots["A", "issue1"]} == {"a", "b", "c"}
    windows = report.part("polarization").ids()
    assert len(windows["window", "2024-01-24"]) == 18
    assert len(report.statements) == 91  # one of them repeats


def test_marks_of_the_charts_have_ids_and_figures_are_drawn(report: Coalitions) -> None:
    assert report.figure is None  # members are lines, not a chart
    for name in ("agreement", "wedges", "polarization"):
        part = report.part(name)
        assert part.figure is not None
        clickable = [trace.customdata for trace in part.figure.data if trace.customdata is not None]
        marks = {(str(one), str(other)) for data in clickable for one, other in np.array(data).reshape(-1, 2)}
        known = set(part.ids())
        assert known and known <= marks


def test_two_actors_issue_by_issue(report: Coalitions) -> None:
    pair = report.agreement.pair("a", "d")
    assert pair.title == "A and D: 3 shared issues, 0% agreement"
    first = pair.shared[0]
    assert (first.issue, first.facts) == ("issue0", " · 0% · strongly supports and strongly opposes")
    assert first.titles == ("A: strongly supports", "D: strongly opposes")
    assert len(pair.statements_of(0, "issue0")) == 6 and len(pair.statements_of(1, "issue0")) == 5
    assert report.agreement.pair("a", "b").shared[0].facts.endswith("both strongly support")


def test_camps_say_their_words_on_an_issue(report: Coalitions) -> None:
    assert report.wedges is not None
    groups = report.wedges.words_on("issue1")
    assert [(group.camp, group.name, len(group.statements)) for group in groups] == [
        ("A", "Camp A", 15),
        ("B", "Camp B", 15),
    ]
    gaps = report.part("wedges").table().set_index("issue_id")["gap"].to_dict()
    assert gaps == {"issue0": 4.0, "issue1": 4.0, "issue2": 4.0}
    assert "4.0 of 4 apart · 6 actors · too few to test" in report.wedges.parting[0].facts
    assert report.wedges.uniting == []


def test_sources_are_the_articles_latest_first(report: Coalitions) -> None:
    assert len(report.sources) == 15 and report.sources["article_id"].tolist()[0] == "42"
    assert report.sources["n_statements"].tolist() == [6] * 15  # without the repeat


def test_an_unknown_part_is_told(report: Coalitions) -> None:
    with pytest.raises(QueryError, match="no part “camps”"):
        report.part("camps")


def test_the_network_carries_the_camps_and_leaves_what_is_known(report: Coalitions) -> None:
    network = report.network("actors", "congruence", "none", "include")
    node = nx.read_gexf(io.BytesIO(written(network, "gexf"))).nodes["d"]
    assert (node["camp"], node["factions"], node["kind"]) == ("B", "Red", "person")
    assert network.ties.gt(0)["a"].to_dict() == {actor: actor in "bc" for actor in "abcdef"}


def test_nothing_and_one_actor_are_findings(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    empty = coalitions(make_dataset(), scope())
    assert empty.title == "No camps can be told: no actors spoke, and camps take three"
    assert empty.table.empty and empty.sources.empty and [part.name for part in empty.parts] == ["coalitions"]
    alone = coalitions(make_dataset([("a", "p", 2, "2024-01-02")], name="other"), scope())
    assert alone.title == "No camps can be told: one actor spoke, and camps take three"
    assert (
        alone.notes[0].startswith("One actor spoke, and camps take three")
        and "1 actor spoke in 1 article" in alone.notes[0]
    )
    assert alone.notes[1] == "Agreement takes two actors; fewer were found." and not alone.parts[0].ids()


def test_a_letter_means_the_same_camp_on_another_day(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    """f moves to the other camp in May: by size the letters would swap."""
    later = [
        say("f", f"issue{n}", 2 if n % 2 == 0 else -2, f"2024-06-0{day}", article=f"june{day}{n}")
        for day in range(1, 8)
        for n in range(3)
    ]
    larger = [
        say("g", f"issue{n}", -2 if n % 2 == 0 else 2, f"2024-01-2{n}", article=f"g{n}") for n in range(3)
    ]
    database = make_dataset([*SPLIT, *larger, *later])
    before, after = (coalitions(database, scope(day)).grouping.camps for day in ("2024-05-31", "2024-12-31"))
    assert sorted(before.values()).count(before["d"]) == 4 and sorted(after.values()).count(after["a"]) == 4
    assert (before["a"], before["d"]) == (after["a"], after["d"]) and before["f"] != after["f"]
