"""How far the coding is: stages follow what was done, and precision follows what was decided."""

from dataclasses import replace

import pandas as pd
import pytest

from sayso.analysis.precision import estimated
from sayso.coding.deciding import accept_quote, close_article, reject
from sayso.coding.finding import find_in
from sayso.coding.proposals import get, of_article
from sayso.model.frames import records
from sayso.queries.coding import article_stages, rule_decisions, waiting_statements
from sayso.store.changes import change
from sayso.store.proposals import insert_proposals
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

TEXT = '"Tolls are wrong," said Ann Low. Bob Hay said that tolls would rise.'


def test_the_stages_of_an_article(make_dataset: DatasetMaker) -> None:
    database = make_dataset(
        [say("ann", "tax", 1, "2024", article="old")], articles={"new": {"text": TEXT}, "bare": {}}
    )

    def stage(article: str) -> str:
        frame = article_stages(database).frame.set_index("article_id")
        return str(frame.loc[article, "stage"])

    assert (stage("old"), stage("new"), stage("bare")) == ("coded", "not searched", "no text")
    find_in(database, "new")
    assert stage("new") == "to review"
    for proposal in of_article(database, "new"):
        if proposal.kind == "quote":
            accept_quote(database, "kim", proposal.proposal_id)
        elif proposal.kind == "event":
            reject(database, "kim", proposal.proposal_id)
    assert stage("new") == "coded"
    with change(database, "kim") as made:
        made.update("articles", {"article_id": "new"}, {"withdrawn_on": "2024"})
    assert stage("new") == "withdrawn"


def test_an_article_that_a_coder_closed_is_done_until_it_is_searched_again(
    make_dataset: DatasetMaker,
) -> None:
    database = make_dataset(articles={"new": {"text": TEXT}})
    find_in(database, "new")
    close_article(database, "kim", "new")
    row = article_stages(database).frame.iloc[0]
    assert row["stage"] == "coded" and row["closed_by"] == "kim" and row["n_waiting"] > 0
    find_in(database, "new")
    assert article_stages(database).frame.iloc[0]["stage"] == "to review"


def test_whatever_the_review_asks_about_waits(make_dataset: DatasetMaker) -> None:
    database = make_dataset([say("ann", "tax", 1, "2024")], articles={"new": {"text": TEXT}})
    find_in(database, "new")
    quotes = [each for each in of_article(database, "new") if each.kind == "quote"]
    for proposal in quotes:
        accept_quote(database, "kim", proposal.proposal_id)

    def left() -> tuple[str, int]:
        (row,) = records(article_stages(database).frame.query("article_id == 'new'"))
        return str(row["stage"]), int(row["n_waiting"])

    events = left()[1]
    with change(database, "rules@9") as made:  # a later search proposes a stance on a quote that is decided
        late = replace(quotes[0], proposal_id="later", parent_id=quotes[0].proposal_id, kind="statement")
        insert_proposals(made, [late.row()])
    assert left() == ("to review", events + 1)
    with change(database, "model") as made:  # words that the article does not have
        insert_proposals(made, [replace(quotes[0], proposal_id="invented", status="unverified").row()])
    assert left() == ("to review", events + 2)
    row_id = get(database, quotes[1].proposal_id).row_id
    with change(database, "kim") as made:  # as a package brings it
        made.update("quotes", {"quote_id": row_id}, {"status": "proposed"})
    assert left() == ("to review", events + 3)


def test_decisions_are_counted_by_rule(make_dataset: DatasetMaker) -> None:
    database = make_dataset(articles={"new": {"text": TEXT}})
    find_in(database, "new")
    first, *rest = [p for p in of_article(database, "new") if p.kind == "quote"]
    accept_quote(database, "kim", first.proposal_id)
    for proposal in rest:
        reject(database, "kim", proposal.proposal_id)
    frame = rule_decisions(database).frame.query("kind == 'quote'")
    assert frame["n_accepted"].sum() == 1 and frame["n_rejected"].sum() == len(rest)
    assert frame["n_waiting"].sum() == 0


def test_the_estimate_starts_at_the_rules_own_confidence_and_follows_decisions() -> None:
    frame = pd.DataFrame(
        {
            "n_accepted": [0, 96, 0],
            "n_edited": [0, 0, 8],
            "n_rejected": [0, 0, 88],
            "confidence": [0.7, 0.5, 0.9],
        }
    )
    found = estimated(frame)
    assert found["precision"].tolist() == pytest.approx([0.7, 98 / 100, (4 + 3.6) / 100])
    assert ((found["low"] < found["precision"]) & (found["precision"] < found["high"])).all()
    assert found["high"][0] - found["low"][0] > 4 * (found["high"][1] - found["low"][1])


def test_what_waits_is_listed_for_known_actors_and_gone_once_decided(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    said = [
        say("ann", "tax", 1, "2024", article="old"),
        say("ann", "tax", -1, "2024", article="old", status="unverified"),
    ]
    bob = {"actor_id": "bob-hay", "name": "Bob Hay", "kind": "person"}
    text = 'Bob Hay said he rejects the tax. "We welcome the tax," said Cy Orr.'
    issue = {
        "issue_id": "tax", "proposition": "Tax goes up.", "short_name": "Tax", "supports_means": "Wants it.",
        "opposes_means": "Rejects it.", "keywords": "tax", "sort": 1,
    }  # fmt: skip
    database = make_dataset(said, articles={"new": {"text": text}}, more={"actors": [bob], "issues": [issue]})
    find_in(database, "new")
    frame = waiting_statements(database, scope()).frame
    assert sorted(zip(frame["actor_id"], frame["status"], strict=True)) == [
        ("ann", "unverified"), ("bob-hay", "proposed"),
    ]  # fmt: skip
    assert waiting_statements(database, scope(actors=("ann",))).frame["status"].tolist() == ["unverified"]
    for proposal in of_article(database, "new"):
        if proposal.kind == "quote":
            accept_quote(database, "kim", proposal.proposal_id)
    assert waiting_statements(database, scope()).frame["actor_id"].tolist() == ["ann"]
