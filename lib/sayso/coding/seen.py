"""What a coder saw when deciding, held against what stands now: inside the change, so that nothing comes between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.coding.proposals import Proposal
from sayso.model.wording import listed
from sayso.queries import proposal_rows
from sayso.store.changes import Change, ConflictError

SeenStatements = Mapping[str, Mapping[str, Any]]
"""Statements as they stood on the card: their columns by statement_id."""
SeenFind = Mapping[str, Any]
"""A find as it stood on the card: any of spans, speaker (a reference), statements [[issue_id, stance, condition]]."""
AGAIN = "Look at it as it is now, and decide again."
_IN_WORDS = {"spans": "its words", "speaker": "its speaker", "statements": "the stances proposed on it"}


def refuse_unseen(made: Change, now: Mapping[str, Any], seen: object, yours: str) -> None:
    """Raise ConflictError if the statement `now` is another coder's and was not seen at all."""
    if seen is None and now["coder"] != made.by:
        raise ConflictError(
            "Coding", f"{now['coder']} has coded this meanwhile. {yours}, theirs stands.", AGAIN
        )


def refuse_recoded(made: Change, standing: Iterable[str], seen: SeenStatements | None) -> None:
    """Raise ConflictError if one of these statements differs from what was seen, or is another's and was not seen.

    Without `seen` nothing is checked.
    """
    for statement_id in standing if seen is not None else ():
        columns = (seen or {}).get(statement_id)
        now = made.existing("statements", {"statement_id": statement_id}, columns)
        refuse_unseen(made, now, columns, "Nothing was removed")


def refuse_changed(made: Change, proposal: Proposal, seen: SeenFind | None) -> None:
    """Raise ConflictError if a find was cut, joined or searched anew since it was seen. Without `seen` nothing is checked."""
    changed = [
        _IN_WORDS[name] for name in seen or () if not _is_same(made, proposal, name, (seen or {})[name])
    ]
    if changed:
        raise ConflictError(
            "Deciding on a proposal",
            f"{last_by(made, 'proposals', proposal.proposal_id)} changed {listed(changed)} since you opened it."
            " Nothing was saved.",
            AGAIN,
        )


def last_by(made: Change, table: str, row_id: str) -> str:
    """Who changed a row last; "somebody" where the log does not say."""
    return proposal_rows.last_changed_by(made, table, row_id) or "somebody"


def _is_same(made: Change, proposal: Proposal, name: str, seen: Any) -> bool:
    found = proposal.found
    if name == "spans":
        return bool([list(span) for span in seen] == found.get("spans"))
    if name == "speaker":
        return seen in _names_of(made, (found.get("speaker") or {}).get("actor"))
    return {tuple(each) for each in seen} == proposal_rows.stances_waiting(made, proposal.proposal_id)


def _names_of(made: Change, ref: str | None) -> tuple[str | None, ...]:
    """A reference, and the actor that it has become since, if it was only found."""
    if ref is None or not ref.startswith("new:"):
        return (ref,)
    row_id = proposal_rows.row_id(made, ref.removeprefix("new:"))
    return (ref, f"actor:{row_id}") if row_id else (ref,)
