"""An extractor run over a stored article: new proposals in, decided ones left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.coding.drafting import drafted
from sayso.coding.known import codebook, known_actors
from sayso.coding.proposals import Proposal, of_article
from sayso.errors import StoreError
from sayso.ingest import extract
from sayso.ingest.records import Extraction
from sayso.model import dates
from sayso.store.changes import Change, change
from sayso.store.database import Database

TITLE = "Searching an article"
Spans = Sequence[Sequence[int]]
_SAME = 0.5  # of the words of both together: the same find, cut a little differently


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


def keep(database: Database, article_id: str, text: str, found: Extraction) -> Found:
    """Store an extraction's proposals in place of the same extractor's undecided ones."""
    before = of_article(database, article_id)
    decided = [proposal for proposal in before if not proposal.is_waiting]
    drafts = drafted(article_id, text, found)
    fresh = _fresh(drafts, decided, _coded(database, article_id))
    with change(database, found.extractor) as made:
        for proposal in before:
            if proposal.is_waiting and proposal.coder.split("@")[0] == found.extractor.split("@")[0]:
                made.rows("DELETE FROM proposals WHERE proposal_id = ?", [proposal.proposal_id])
        for draft in fresh:
            insert(made, draft)
        counts = {
            kind: sum(d.kind == kind for d in fresh) for kind in ("quote", "statement", "event", "actor")
        }
        result = Found(
            counts["quote"], counts["statement"], counts["event"], counts["actor"], len(drafts) - len(fresh)
        )
        made.mark("articles", article_id, "searched", vars(result))
    return result


def insert(made: Change, draft: Proposal) -> None:
    """Store a proposal without logging it: the run is what the log tells."""
    row = draft.row()
    made.rows(
        "INSERT OR IGNORE INTO proposals (proposal_id, article_id, parent_id, kind, found, start, coder, rule,"
        " confidence, status, row_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        list(row.values()),
    )


def text_of(database: Database, article_id: str) -> tuple[str, date | None]:
    """An article's text and the day it was published; None where that is not one day.

    Raises StoreError if the article is unknown or its text is not in this database.
    """
    rows = database.rows("SELECT text, published_on, title FROM articles WHERE article_id = ?", [article_id])
    if not rows:
        raise StoreError(TITLE, f"There is no article “{article_id}”.", "Choose one that is listed.")
    text, published_on, title = rows[0]
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


@dataclass(frozen=True)
class _Coded:
    """What an article's quotes hold already: their places, and the issues coded on each quote."""

    spans: list[Spans]
    issues: set[tuple[str, str]]


def _coded(database: Database, article_id: str) -> _Coded:
    spans = database.rows("SELECT spans FROM quotes WHERE article_id = ?", [article_id])
    issues = database.rows(
        "SELECT quote_id, issue_id FROM statements JOIN quotes USING (quote_id) WHERE article_id = ?",
        [article_id],
    )
    return _Coded([row[0] for row in spans], {(quote, issue) for quote, issue in issues})


def _fresh(drafts: list[Proposal], decided: list[Proposal], coded: _Coded) -> list[Proposal]:
    """The drafts that no person has decided on, under their own name or, cut differently, under another."""
    known = {proposal.proposal_id: proposal for proposal in decided}
    left_out: set[str] = set()
    fresh = []
    for draft in drafts:
        is_decided = draft.proposal_id in known
        if draft.kind == "quote":
            is_decided |= _is_decided_quote(draft, decided, coded)
        elif draft.kind == "event":
            is_decided |= _is_decided_event(draft, decided)
        elif draft.parent_id in left_out:
            # A new issue on a quote that was accepted as it was found is worth a look; anything else is settled.
            quote = known.get(draft.parent_id or "")
            is_decided |= not (quote and quote.row_id) or (
                quote is not None and (str(quote.row_id), draft.found["issue_id"]) in coded.issues
            )
        if is_decided:
            left_out.add(draft.proposal_id)
        else:
            fresh.append(draft)
    return fresh


def _is_decided_quote(draft: Proposal, decided: list[Proposal], coded: _Coded) -> bool:
    spans, who = draft.found["spans"], draft.found["speaker"]["words"]
    quotes = [p for p in decided if p.kind == "quote"]
    rejected = [p for p in quotes if p.status == "rejected" and p.found["speaker"]["words"] == who]
    accepted = [p for p in quotes if p.status != "rejected"]
    taken = [p.found["spans"] for p in rejected + accepted] + coded.spans
    return any(_overlap(spans, other) >= _SAME for other in taken)


def _is_decided_event(draft: Proposal, decided: list[Proposal]) -> bool:
    kind, spans = draft.found["kind"], draft.found["spans"]
    return any(
        p.kind == "event" and p.found["kind"] == kind and _overlap(spans, p.found["spans"]) >= _SAME
        for p in decided
    )


def _overlap(one: Spans, other: Spans) -> float:
    """Shared characters as a share of those in either."""
    a = {place for start, end in one for place in range(start, end)}
    b = {place for start, end in other for place in range(start, end)}
    return len(a & b) / len(a | b) if a | b else 0.0
