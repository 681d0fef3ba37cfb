"""Sources: on whom it rests, what the parts are made of, the statements behind each mark, and what falls without one."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.reports.sources import Sources, sources
from sayso.reports.sources.mix import MOST_PIECES, facts, more
from sayso.reports.sources.without import MOST_POSITIONS, sentence
from sayso.store.hub import Database
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1", credibility=2),
    say("bob", "tax", -1, "2024-01-04", article="a1", speaker="ann"),
    say("ann", "war", 1, "2024-01-05", article="a2"),
    say("ann", "tax", -1, "2024-01-06", article="a3", credibility=6),
]
POST = {"outlet_id": "post", "name": "Post", "language": "en", "reliability": "F"}
ARTICLES: dict[str, dict[str, Any]] = {
    "a1": {"language": "en"}, "a2": {"language": "ar"}, "a3": {"outlet_id": "post"},
}  # fmt: skip


def debate(make_dataset: DatasetMaker) -> Database:
    return make_dataset(SAID, articles=ARTICLES, more={"outlets": [POST]})


@pytest.fixture
def report(make_dataset: DatasetMaker, scope: ScopeMaker) -> Sources:
    return sources(debate(make_dataset), scope())


def test_the_title_and_the_notes_say_on_whom_it_rests(report: Sources) -> None:
    assert report.title == (
        "Three quarters of all statements rest on The Herald; without it all three positions change"
    )
    assert report.subtitle.startswith("as of 31 Dec 9999 · 4 statements · 3 articles · 2 outlets")
    assert report.notes == (
        "3 of 4 statements come from outlets rated A or B, 1 from outlets that cannot be judged or are not rated; in English and Arabic.",
        "2 outlets, as concentrated as 1.6 equal ones.",
        "Without each outlet in turn: statements, and what becomes of 3 positions",
        "Without The Herald, all three positions change, two of them to not found.",
    )


def test_the_parts_have_frames_tables_and_charts(report: Sources) -> None:
    assert [part.name for part in report.parts] == ["sources-mix", "sources-quoted", "sources-left-out"]
    assert all(part.figure and "data version" in part.provenance for part in report.parts)
    mix, shares, dependence = (part.frame for part in report.parts)
    grades = mix[mix["bar"] == "reliability"][["value", "n", "share"]]
    assert grades.to_numpy().tolist() == [["B", 3, 0.75], ["F", 1, 0.25]]
    herald = shares[shares["outlet"] == "herald"][["actor_id", "n"]]
    assert herald.to_numpy().tolist() == [["ann", 2], ["bob", 1]]
    assert set(dependence["outlet"]) == {"herald", "post"}
    table = report.part("sources-left-out").table()
    whole = table[table["What"] == "all"].set_index("Without")
    assert whole["Statements that leave"].to_dict() == {"The Herald": 3, "Post": 1}
    assert whole.loc["The Herald", "Not found any more"] == 2


def test_each_mark_has_its_statements(report: Sources) -> None:
    mix, shares, dependence = (part.ids() for part in report.parts)
    assert mix["reliability", "F"] == mix["credibility", "6"] == ("s4",)
    assert mix["language", "ar"] == ("s3",) and set(mix["language", ""]) == {"s4"}
    assert set(shares["herald", "ann"]) == {"s1", "s3"} and shares["post", "ann"] == ("s4",)
    for row in report.part("sources-left-out").frame.itertuples():
        assert dependence[str(row.outlet), str(row.unit_id), str(row.issue_id)]
    assert dependence["post", "ann", "tax"] == ("s4",)


def test_a_repeat_stands_behind_no_mark(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    twice = [
        say("ann", "tax", 2, "2024-01-03", article="a1"),
        say("ann", "tax", 2, "2024-01-03", article="a1"),
    ]
    report = sources(make_dataset(twice), scope())
    (ids,) = report.part("sources-quoted").ids().values()
    assert len(ids) == 1 and report.reliance.n_statements == 2


def test_what_is_chosen_opens_its_statements(report: Sources) -> None:
    assert report.mix.labels["reliability:F"] == "Outlet’s reliability: F, reliability cannot be judged"
    assert report.mix.statements_of("reliability", "F")["statement_id"].tolist() == ["s4"]
    assert set(report.shares.statements_of("herald", None)["statement_id"]) == {"s1", "s2", "s3"}
    assert set(report.shares.statements_of(None, "ann")["statement_id"]) == {"s1", "s3", "s4"}
    assert report.shares.label("herald", "ann") == "The Herald · Ann"
    assert report.shares.note("post") == "F · n=1 · like 1.0 equal voices"
    without = report.dependence.without("post")
    assert without.labels == {"ann/tax": "Ann on Tax"}
    assert without.step("ann/tax") == "Ann on “Tax”: conflicting (n=2) → strongly supports (n=1)"
    (own, statements), (others, rest) = without.sides("ann/tax")
    assert (own, others) == ("From Post: 1 statement", "From others: 1 statement")
    assert statements["statement_id"].tolist() == ["s4"] and rest["statement_id"].tolist() == ["s1"]
    assert without.extent == "All that rests on it: 1 statement"


def test_the_articles_are_numbered(report: Sources) -> None:
    columns = ["number", "outlet", "article_id", "rating", "n_statements"]
    assert report.sources[columns].to_numpy().tolist()[0] == [1, "Post", "a3", "F6", 1]
    assert report.sources["n_statements"].sum() == 4


def test_the_only_outlet_has_no_dumbbells(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = sources(make_dataset(SAID[:2]), scope())
    assert (
        report.title == "All statements rest on one outlet, The Herald; without it no position would be left"
    )
    assert report.shares.sentence == "One outlet, The Herald, quotes 2 actors, like 2.0 equal voices."
    assert report.part("sources-left-out").figure is None


def test_what_has_no_room_is_counted(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    languages = ["ar", "de", "el", "en", "es", "fa", "fr", "he", "it", "tr"]
    said = [say("ann", "tax", 2, "2024-01-03", article=code) for code in languages]
    report = sources(make_dataset(said, articles={code: {"language": code} for code in languages}), scope())
    bar = report.mix.bars[2]
    assert more(bar) == f"And {len(languages) - MOST_PIECES} more: in the box and the table below."
    assert more(bar) in report.notes and facts(bar.parts[0]) == " · n=1 · 10 %"


@pytest.mark.parametrize(
    ("changes", "n_same", "expected"),
    [
        ([], 0, "Without X nothing changes: the others’ reporting carries all nine positions."),
        ([], 1, "Without X no position changes its band; one more keeps its band with another mean. The others’ reporting carries them all."),
        (["lost"], 0, "Without X, one of nine positions changes, all to not found."),
        (["lost", "shifted"], 2, "Without X, two of nine positions change, one of them to not found; two more keep their band with another mean."),
        (["lost"] * 9, 0, "Without X no position is left: all that is known rests on it."),
    ],
)  # fmt: skip
def test_what_falls_is_a_sentence(changes: list[str], n_same: int, expected: str) -> None:
    assert sentence([{"change": change} for change in changes], n_same, "X", 9) == expected


def test_of_many_changes_the_largest_are_drawn_and_it_is_said(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    n = MOST_POSITIONS + 3
    said = [
        say("ann", f"issue{k:02}", 2, "2024-01-03", article=article) for k in range(n) for article in ("a1",)
    ]
    said.append(say("bob", "other", 1, "2024-01-03", article="a3"))
    report = sources(make_dataset(said, articles=ARTICLES, more={"outlets": [POST]}), scope())
    part = report.part("sources-left-out")
    assert f"the {MOST_POSITIONS} largest of {n} changes, all in the table" in part.provenance
    assert part.figure and len(part.figure.data[1].x) == MOST_POSITIONS and len(part.frame) == n + 1


def test_an_empty_dataset_gives_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = sources(make_dataset(), scope())
    assert report.title == "No statement comes from an article: nothing rests on an outlet"
    assert "No counting statement comes from an article." in report.notes
    for part in report.parts:
        assert part.table().empty and part.ids() == {} and part.figure is None
    assert report.sources.empty and report.subtitle
