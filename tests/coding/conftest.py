"""A dataset with one article to code: invented, with a known actor, an issue and four quotes."""

import pytest

from sayso.coding.finding import Found, keep
from sayso.coding.proposals import Proposal, of_article
from sayso.store.hub import Database
from tests.coding.extraction import FOUND, TEXT
from tests.conftest import DatasetMaker

ISSUE = {
    "issue_id": "toll",
    "proposition": "The harbour toll is introduced.",
    "short_name": "Harbour toll",
    "supports_means": "Wants the toll.",
    "opposes_means": "Rejects the toll.",
    "keywords": "harbour toll;toll",
    "sort": 1,
}


@pytest.fixture
def database(make_dataset: DatasetMaker) -> Database:
    article = {
        "text": TEXT, "published_on": "2024-03-12", "published_on_basis": "stated", "language": "en",
    }  # fmt: skip
    osei = {"actor_id": "lena-osei", "name": "Lena Osei", "kind": "person"}
    return make_dataset(articles={"alwa": article}, more={"actors": [osei], "issues": [ISSUE]})


@pytest.fixture
def found(database: Database) -> list[Proposal]:
    search(database)
    return of_article(database, "alwa")


def search(database: Database) -> Found:
    """An extractor's run, with finds that are always the same."""
    return keep(database, "alwa", TEXT.strip(), FOUND)


def quotes(proposals: list[Proposal]) -> list[Proposal]:
    return [proposal for proposal in proposals if proposal.kind == "quote"]


def with_words(proposals: list[Proposal], words: str) -> Proposal:
    return next(p for p in quotes(proposals) if words in p.found["text"])
