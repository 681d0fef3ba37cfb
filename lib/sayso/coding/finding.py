"""An extractor run over a stored article: new proposals in, decided ones left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.coding.drafting import drafted
from sayso.coding.known import codebook, known_actors
from sayso.coding.proposals import UNDECIDED, Proposal, of_article
from sayso.coding.settled import coded_places, not_settled, still_known
from sayso.errors import StoreError
from sayso.ingest import extract
from sayso.ingest.records import Extraction
from sayso.model import dates
from sayso.queries import article_rows
from sayso.store.changes import Change, ConflictError, change
from sayso.store.database import Database
from sayso.store.proposals import insert_proposals, remove_proposals
from sayso.store.reader import Reader

TITLE = "Searching an article"


@dataclass(frozen=True)
class Found:
    """What a run proposed, by kind, and how many finds were left out because a person had decided on them."""

    quotes: int
    statements: int
    events: int
    actors: int
    decided: int


def find_in(database: Database, article_id: str) -> Found:
    """Run the rules over an article's stored text and keep what they propose.

    Undecided proposals of an earlier run are replaced; what a person decided is not proposed again
    (DESIGN §3). Raises StoreError if the article is unknown or has no text here.
    """
    text, published_on = text_of(database, article_id)
    found = extract(
        text, published_on=published_on, gazetteer=known_actors(database), codebook=codebook(database)
    )
    return keep(database, article_id, text, found)


def keep(
    database: Database,
    article_id: str,
    text: str,
    found: Extraction,
    unverified: Sequence[Proposal] = (),
    facts: Mapping[str, Any] | None = None,
) -> Found:
    """Store an extraction's proposals in place of the same extractor's undecided ones, as far as it read.

    `unverified` are finds whose words the article does not have: kept to be looked at, never counted.
    `facts` go into the log beside the counts. What people decided while it was searched stays decided. Raises
    ConflictError, with nothing changed, if the article is gone by now or has another text.
    """
    drafts = [*drafted(article_id, text, found), *unverified]
    with change(database, found.extractor) as made:
        _refuse_moved(made, article_id, text)
        before = of_article(made, article_id)
        old = [
            p for p in before
            if p.status in UNDECIDED and _name(p.coder) == _name(found.extractor) and p.start < found.read_to
        ]  # fmt: skip
        kept = [proposal for proposal in before if proposal not in old]
        fresh = not_settled(still_known(made, drafts), kept, coded_places(made, article_id))
        remove_proposals(made, [proposal.proposal_id for proposal in old])
        insert_proposals(made, [proposal.row() for proposal in fresh])
        counts = {
            kind: sum(d.kind == kind for d in fresh) for kind in ("quote", "statement", "event", "actor")
        }
        result = Found(
            counts["quote"], counts["statement"], counts["event"], counts["actor"], len(drafts) - len(fresh)
        )
        made.mark("articles", article_id, "searched", vars(result) | dict(facts or {}))
    return result


def _refuse_moved(made: Change, article_id: str, text: str) -> None:
    now, _ = text_of(made, article_id)
    if now != text:
        raise ConflictError(
            TITLE,
            "The article got another text while it was searched. What was found in the old one was not kept.",
            "Search it again.",
        )


def _name(coder: str) -> str:
    """An extractor's name without its version."""
    return coder.rpartition("@")[0] or coder


def text_of(reader: Reader, article_id: str) -> tuple[str, date | None]:
    """An article's text and the day it was published; None where that is not one day.

    Raises StoreError if the article is unknown or its text is not in this database.
    """
    article = article_rows.to_search(reader, article_id)
    if article is None:
        raise StoreError(TITLE, f"There is no article “{article_id}”.", "Choose one that is listed.")
    text, published_on, title = article
    if text is None:
        raise StoreError(
            TITLE,
            f"The text of “{title}” is not in this database: only quotes from it and its hash are.",
            "Attach your own copy of the article on its page, then search it.",
        )
    if published_on is None:
        return text, None
    span = dates.parse(published_on)
    return text, span.low if span.precision == "day" else None
