"""The order in which a coder's decisions matter: what moves the matrix most, of that the least certain, first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.coding.effect import Said, amount, by_cell, said
from sayso.coding.proposals import Proposal
from sayso.store.database import Database

KINDS = ("copy", "quote", "event")
"""What a coder decides on by itself; statements go with their quote, actors with whoever needs them."""


@dataclass(frozen=True)
class Waiting:
    """A proposal in the queue, and how much accepting it would move the matrix (see `effect.amount`)."""

    proposal: Proposal
    amount: float


def ordered(database: Database, proposals: Sequence[Proposal]) -> list[Waiting]:
    """Of one article's proposals those that ask for a decision, in the order of the queue.

    A copy comes first: accepting it settles what all else in the article counts as. Certainty is
    compared in steps of a tenth, so that equals stay in the order of reading. A quote that is decided
    asks again if a later search proposed a statement on it.
    """
    asked_again = {each.parent_id for each in proposals if each.kind == "statement" and each.is_waiting}
    waiting = [
        each
        for each in proposals
        if each.kind in KINDS and (each.is_waiting or (each.row_id and each.proposal_id in asked_again))
    ]
    hypothetical = {each.proposal_id: _statements(each, proposals) for each in waiting}
    issues = sorted({s.issue_id for group in hypothetical.values() for s in group})
    actors = sorted({s.actor_id for group in hypothetical.values() for s in group})
    cells = by_cell(said(database, actors, issues)) if issues else {}
    found = [Waiting(each, amount(cells, hypothetical[each.proposal_id])) for each in waiting]
    return sorted(found, key=_rank)


def _rank(each: Waiting) -> tuple[bool, float, float, int, str]:
    proposal = each.proposal
    certainty = round(proposal.certainty, 1)
    return proposal.kind != "copy", -each.amount, certainty, proposal.start, proposal.proposal_id


def _statements(quote: Proposal, proposals: Sequence[Proposal]) -> list[Said]:
    """What would be said in the matrix if this quote were accepted as proposed."""
    speaker = (quote.found.get("speaker") or {}).get("actor")
    if speaker is None:
        return []
    return [
        Said(
            each.proposal_id, _actor(speaker, proposals), each.found["issue_id"], each.found["stance"],
            date.max, quote.article_id, quote.article_id,
        )
        for each in proposals
        if each.parent_id == quote.proposal_id and each.is_waiting
    ]  # fmt: skip


def _actor(ref: str, proposals: Sequence[Proposal]) -> str:
    """The actor's id; for one that was only found, its reference, which no cell has."""
    kind, _, name = ref.partition(":")
    if kind == "actor":
        return name
    made = next((each.row_id for each in proposals if each.proposal_id == name and each.row_id), None)
    return made or ref
