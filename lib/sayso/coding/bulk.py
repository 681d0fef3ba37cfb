"""Many proposals accepted at once: only sure ones, only after a person has looked at a sample."""

from __future__ import annotations

import random
from collections.abc import Iterable

from sayso.coding.deciding import quote_accepted
from sayso.coding.edits import QuoteEdits
from sayso.coding.proposals import Proposal, waiting
from sayso.store.changes import change
from sayso.store.database import Database

SAMPLE = 10


def sure_quotes(database: Database, least_certainty: float) -> list[Proposal]:
    """Waiting quotes whose words and speaker are both at least so certain (0 to 1), in the order of reading."""
    return [
        proposal
        for proposal in waiting(database)
        if proposal.kind == "quote"
        and proposal.found["speaker"]["actor"]
        and proposal.certainty >= least_certainty
    ]


def sample(proposals: list[Proposal], seed: int, size: int = SAMPLE) -> list[Proposal]:
    """`size` of `proposals` drawn at random, in the order of reading; the same seed draws the same."""
    chosen = random.Random(seed).sample(range(len(proposals)), min(size, len(proposals)))
    return [proposals[place] for place in sorted(chosen)]


def accept_all(
    database: Database, by: str, proposals: Iterable[Proposal], least_certainty: float
) -> list[str]:
    """Accept quotes as proposed, with those of their statements that are as certain; returns their ids.

    One change: undone as a whole. Raises ConflictError, with nothing accepted, if one was decided or changed
    meanwhile.
    """
    with change(database, by, "accepted in bulk") as made:
        return [
            quote_accepted(
                made,
                proposal.proposal_id,
                QuoteEdits(),
                least_certainty,
                {"spans": proposal.found["spans"], "speaker": proposal.found["speaker"]["actor"]},
            )
            for proposal in proposals
        ]
