"""What this session has applied of what its browser sent: numbers, names, refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

LONGEST = 20  # refusals that are remembered


@dataclass
class Ledger:
    """One session's account with its browser tab. A restarted server begins a new one."""

    session: str = field(default_factory=lambda: uuid4().hex)
    client: str = ""
    seq: int = 0
    """The last decision that was applied or refused."""
    names: dict[str, str] = field(default_factory=dict)
    """Items and issues that the browser named before they had an id."""
    refused: list[dict[str, Any]] = field(default_factory=list)
    focus: dict[str, str] | None = None
    """What an undo changed: the card to show, under a token that differs every time."""

    def fresh(self, sent: object) -> list[dict[str, Any]]:
        """The decisions in `sent` that were not seen yet, in order.

        What was meant for an earlier session is left alone: the browser sends it anew if it still matters.
        """
        if not isinstance(sent, dict) or sent.get("session") != self.session:
            return []
        if sent.get("client") != self.client:
            self.client, self.seq = str(sent.get("client")), 0
        decisions = [each for each in sent.get("decisions", []) if isinstance(each, dict)]
        return [each for each in decisions if isinstance(each.get("seq"), int) and each["seq"] > self.seq]

    def refuse(self, decision: dict[str, Any], message: str, next_step: str) -> None:
        """Remember why a decision was not taken."""
        refusal = {
            "client": self.client, "seq": decision["seq"], "item": str(decision.get("item") or ""),
            "message": message, "next": next_step,
        }  # fmt: skip
        self.refused = [*self.refused, refusal][-LONGEST:]

    def is_refused(self, item: str, heard: int) -> bool:
        """Whether a decision on `item` was refused that the coder had not heard of when deciding again."""
        return any(each["item"] == item and each["seq"] > heard for each in self.refused)

    def acked(self) -> dict[str, Any]:
        """What the browser may forget."""
        return {"client": self.client, "seq": self.seq, "names": self.names}
