"""What an extractor found, as it is kept until and after a person decides on it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal, NewType

from sayso.errors import StoreError
from sayso.queries import proposal_rows
from sayso.store.reader import Reader

Kind = Literal["quote", "statement", "event", "actor", "copy"]
ActorRef = NewType("ActorRef", str)
"""`actor:<actor_id>` for an actor of the dataset, `new:<proposal_id>` for one that was only found."""

WAITING = "proposed"
UNDECIDED = (WAITING, "unverified")


@dataclass(frozen=True)
class Proposal:
    """One find. What `found` holds depends on `kind`:

    - quote: kind, text, spans, cue, speaker {words, span, actor, rule, confidence, runners_up}, stated_on,
      stated_on_basis
    - statement (of the quote `parent_id`): actor, issue_id, stance, condition, evidence
    - event: title, kind, modality, happened_on, happened_on_basis, place, latitude, longitude,
      place_precision, spans, participants [{actor, role}], claimed_in
    - actor: name, kind, aliases, roles, spans
    - copy: original (an article_id), similarity

    Actors are `ActorRef`s; spans are code points of the article's text, ends exclusive.
    """

    proposal_id: str
    article_id: str
    parent_id: str | None
    kind: Kind
    found: dict[str, Any]
    start: int
    coder: str
    rule: str | None
    confidence: float | None
    status: str
    row_id: str | None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided yet."""
        return self.status == WAITING

    @property
    def certainty(self) -> float:
        """How sure the extractor is that all of it is right: for a quote its words and its speaker, 0 to 1."""
        own = self.confidence or 0.0
        return min(own, self.found["speaker"]["confidence"]) if self.kind == "quote" else own

    def row(self) -> dict[str, Any]:
        """The row of the table `proposals`."""
        return vars(self) | {"found": json.dumps(self.found, ensure_ascii=False)}


def actor_ref(actor_id: str) -> ActorRef:
    """The reference to an actor of the dataset."""
    return ActorRef(f"actor:{actor_id}")


def new_ref(proposal_id: str) -> ActorRef:
    """The reference to an actor that was found and is not in the dataset yet."""
    return ActorRef(f"new:{proposal_id}")


def of_article(reader: Reader, article_id: str) -> list[Proposal]:
    """All proposals of an article, in the order of reading."""
    return [from_row(row) for row in proposal_rows.of_article(reader, article_id)]


def waiting(reader: Reader) -> list[Proposal]:
    """All proposals that nobody has decided on, article by article in the order of reading.

    Those of an article that was taken back wait with it.
    """
    return [from_row(row) for row in proposal_rows.of_status(reader, WAITING)]


def get(reader: Reader, proposal_id: str) -> Proposal:
    """One proposal. Raises StoreError if there is none."""
    row = proposal_rows.one(reader, proposal_id)
    if row is None:
        raise StoreError(
            "Reading a proposal", f"“{proposal_id}” is not there any more.", "Look at the page anew."
        )
    return from_row(row)


def from_row(row: dict[str, Any]) -> Proposal:
    """A proposal from its row in the database."""
    return Proposal(**(row | {"found": json.loads(row["found"])}))
