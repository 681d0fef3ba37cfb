"""A statement with everything that can be joined to it, whether it counts and why not, and only words that may leave."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.queries import positions, statements
from sayso.queries.answer import question
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say


def rows(frame: pd.DataFrame) -> dict[str, Any]:
    """The table by statement."""
    return {str(row["statement_id"]): row for _, row in frame.iterrows()}


def test_actor_issue_article_and_outlet_stand_beside_it(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    database = make_dataset(
        [say("ann", "tax", 2, "2024-03", speaker="bob", text="Rise.")],
        articles={"a1": {"url": "https://a.example/1", "published_on": "2024-03-05", "accessed_on": "2024-04"}},
        more={
            "actors": [
                {"actor_id": "ann", "name": "Ann", "kind": "person", "organisation_id": "guild", "country": "XV"},
                {"actor_id": "guild", "name": "The Guild", "kind": "organisation"},
            ],
            "aliases": [{"alias": alias, "actor_id": "ann"} for alias in ("A. Smith", "آن")],
            "issues": [
                {"issue_id": "money", "proposition": "M.", "short_name": "Money", "supports_means": "s", "opposes_means": "o", "sort": 1},
                {"issue_id": "tax", "proposition": "T.", "short_name": "Tax", "supports_means": "s", "opposes_means": "o", "sort": 2, "parent_id": "money"},
            ],
        },
    )  # fmt: skip
    row = statements.wide(database, scope()).frame.iloc[0]
    said = {name: row[name] for name in ("organisation", "actor_country", "parent_issue", "speaker", "quote", "outlet", "url")}  # fmt: skip
    assert said == {
        "organisation": "The Guild", "actor_country": "XV", "parent_issue": "Money", "speaker": "Bob", "quote": "Rise.",
        "outlet": "The Herald", "url": "https://a.example/1",
    }  # fmt: skip
    assert list(row["aliases"]) == ["A. Smith", "آن"]
    assert [f"{row[name]:%Y-%m-%d}" for name in ("stated_low", "stated_high", "published_low")] == ["2024-03-01", "2024-03-31", "2024-03-05"]  # fmt: skip
    assert (row["precision"], row["stated_on"], row["accessed_on"]) == ("month", "2024-03", "2024-04")


def test_factions_are_those_of_the_day(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    factions = {"left": {"ann": (None, "2024-02-01")}, "right": {"ann": ("2024-02-02", None)}, "all": ["ann"]}
    database = make_dataset([("ann", "tax", 1, "2024-01-01"), ("ann", "tax", 1, "2024-03-01")], factions=factions)  # fmt: skip
    found = statements.wide(database, scope()).frame
    assert [list(ids) for ids in found["faction_ids"]] == [["all", "right"], ["all", "left"]]


def test_it_says_what_counts_what_is_kept_and_why_not(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [
        say("ann", "tax", 2, "2024-01-01", article="a1"),
        say("ann", "tax", 1, "2024-01-01", article="a1"),
        say("ann", "tax", 2, "2024-01-02", article="copy"),
        say("bob", "tax", 1, "2024-01-03", status="proposed"),
        say("bob", "tax", 1, "2024-01-03", quote_status="rejected"),
        say("bob", "tax", 1, "2024-01-03", article="gone"),
    ]
    articles = {"copy": {"duplicate_of": "a1"}, "gone": {"withdrawn_on": "2024-02-01"}}
    database = make_dataset(said, articles=articles)
    found = rows(statements.wide(database, scope(), every_status=True).frame)
    assert {key: row["why_not"] if pd.notna(row["why_not"]) else None for key, row in found.items()} == {
        "s1": None, "s2": "a repeat: one per article is kept", "s3": "a copy: read in a1",
        "s4": "the statement is proposed", "s5": "its quote is rejected", "s6": "its article is withdrawn",
    }  # fmt: skip
    counting = statements.wide(database, scope()).frame
    assert set(counting["statement_id"]) == {"s1", "s2", "s3"}
    known = positions.evidence(database, scope()).frame
    assert counting["statement_id"].tolist() == known["statement_id"].tolist()
    assert counting["is_kept"].tolist() == known["is_kept"].tolist()
    assert statements.wide(database, scope("2023-12-31"), every_status=True).frame.empty


def test_a_quote_leaves_only_where_its_articles_rights_allow(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    rights = {"a1": "show", "a2": "quote", "a3": "export", "a4": None}
    said = [say("ann", f"i{n}", 1, "2024-01-01", article=f"a{n}", text=f"Secret {n}", note="Mine") for n in range(1, 5)]  # fmt: skip
    database = make_dataset(said, articles={key: {"rights": value} for key, value in rights.items()})
    frame = statements.wide(database, scope()).frame
    found = rows(frame)
    assert [found[f"s{n}"]["is_withheld"] for n in range(1, 5)] == [True, False, False, True]
    assert "Secret 1" not in frame.to_csv() and "Secret 4" not in frame.to_csv()
    assert found["s2"]["quote"] == "Secret 2" and found["s1"]["note"] == "Mine"


def test_no_article_text_is_among_the_columns() -> None:
    assert "articles.text," not in question("statements_wide").sql
