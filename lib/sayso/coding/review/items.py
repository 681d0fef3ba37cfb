"""What stands on the cards: finds and rows of one article, as the browser gets them. Offsets are code points."""

from __future__ import annotations

from typing import Any

from sayso.coding.proposals import Proposal, of_article
from sayso.coding.queue import ordered
from sayso.coding.review import rows
from sayso.model.dates import words as date_words
from sayso.queries import ids
from sayso.store.database import Database

Item = dict[str, Any]
FOUND, QUOTE, EVENT = "p:", "q:", "e:"
"""How an item's id begins: a proposal's (also once it is accepted), or that of a row that no search found."""


def items_of(database: Database, article_id: str) -> list[Item]:
    """Everything of an article to decide on or decided, in the order of reading."""
    proposals = of_article(database, article_id)
    queue = ordered(database, proposals)
    ranks = {each.proposal.proposal_id: place for place, each in enumerate(queue)}
    amounts = {each.proposal.proposal_id: each.amount for each in queue}
    quotes, events = rows.quotes(database, article_id), rows.events(database, article_id)
    refs = actor_refs(proposals)
    items = []
    for proposal in proposals:
        if proposal.kind not in ("quote", "event", "copy"):
            continue
        item = _proposed(database, proposal, proposals, refs)
        row_id = proposal.row_id or ""
        row = quotes.pop(row_id, None) if proposal.kind == "quote" else events.get(row_id)
        items.append(
            item
            | (row or {})
            | {
                "id": f"{FOUND}{proposal.proposal_id}",
                "rank": ranks.get(proposal.proposal_id, len(ranks)),
                "effect": amounts.get(proposal.proposal_id, 0.0),
            }
        )
        if row is not None and proposal.kind == "quote":
            items[-1]["statements"] = row["statements"] + _asked_again(row, item)
            items[-1]["speaker"] = item["speaker"] | row["speaker"]
    linked = {proposal.row_id for proposal in proposals if proposal.kind == "event"}
    own = [row | {"id": f"{QUOTE}{key}"} for key, row in quotes.items()]
    own += [row | {"id": f"{EVENT}{key}"} for key, row in events.items() if key not in linked]
    items += [row | {"rank": len(ranks), "effect": 0.0} for row in own]
    return sorted(items, key=lambda item: item["spans"][0][0] if item["spans"] else -1)


def actor_refs(proposals: list[Proposal]) -> dict[str, str]:
    """References to actors that were only found, by what they are now: `actor:<id>` once they are created."""
    return {
        f"new:{each.proposal_id}": f"actor:{each.row_id}"
        for each in proposals
        if each.kind == "actor" and each.row_id
    }


def _proposed(
    database: Database, proposal: Proposal, proposals: list[Proposal], refs: dict[str, str]
) -> Item:
    details = proposal.found
    item: Item = {
        "kind": proposal.kind, "status": proposal.status, "row": proposal.row_id, "rule": proposal.rule,
        "confidence": proposal.certainty, "spans": details.get("spans", []), "by": None, "credibility": None,
    }  # fmt: skip
    if proposal.kind == "quote":
        speaker = details["speaker"]
        item |= {
            "form": details["kind"], "cue": details["cue"], "statedOn": details["stated_on"],
            "statedFound": details["stated_on"], "statedBasis": details["stated_on_basis"],
            "statedWords": date_words(details["stated_on"]),
            "speaker": {
                "words": speaker["words"], "span": speaker["span"], "ref": _now(speaker["actor"], refs),
                "runners": [_now(ref, refs) for ref in speaker["runners_up"]],
            },
            "statements": [
                {
                    "id": None, "issue": each.found["issue_id"], "stance": each.found["stance"],
                    "condition": each.found["condition"], "isProposed": True,
                }
                for each in proposals
                if each.parent_id == proposal.proposal_id and each.is_waiting
            ],
        }  # fmt: skip
    elif proposal.kind == "event":
        item |= {
            "title": details["title"], "event": details["kind"], "modality": details["modality"],
            "happenedOn": details["happened_on"], "happenedFound": details["happened_on"],
            "happenedBasis": details["happened_on_basis"], "happenedWords": date_words(details["happened_on"]),
            "place": details["place"], "sameAs": None, "statements": [],
            "participants": [
                {"ref": _now(each["actor"], refs), "role": each["role"]} for each in details["participants"]
            ],
        }  # fmt: skip
    else:
        item |= {
            "confidence": None,  # how much of the words they share says it
            "original": ids.name(database, "articles", details["original"]) or details["original"],
            "similarity": details["similarity"],
            "statements": [],
        }
    return item


def _asked_again(row: Item, item: Item) -> list[Item]:
    """Statements that a later search proposed on a quote that is decided."""
    issues = {each["issue"] for each in row["statements"]}
    return [each for each in item["statements"] if each["issue"] not in issues]


def _now(ref: str | None, refs: dict[str, str]) -> str | None:
    return refs.get(ref, ref) if ref else None
