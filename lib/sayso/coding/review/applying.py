"""Decisions from the browser, applied in order: each saved at once, none twice, refusals remembered."""

from __future__ import annotations

import logging
from typing import Any

from sayso.coding.review.ledger import Ledger
from sayso.coding.review.verbs import VERBS, Desk, is_done_already
from sayso.errors import SaysoError
from sayso.store.changes import ConflictError
from sayso.store.database import Database

Decision = dict[str, Any]
_log = logging.getLogger(__name__)


def apply(database: Database, coder: str, ledger: Ledger, sent: object) -> bool:
    """Apply what was not applied yet; whether there was anything.

    A decision that cannot be taken is remembered with its reason; later ones still are, except on the same item.
    """
    fresh = ledger.fresh(sent)
    for decision in fresh:
        _apply_one(database, coder, ledger, _named(decision, ledger.names))
        ledger.seq = decision["seq"]
    return bool(fresh)


def _apply_one(database: Database, coder: str, ledger: Ledger, decision: Decision) -> None:
    desk = Desk(database, coder, str(decision.get("article") or ""), ledger)
    item = str(decision.get("item") or "")
    try:
        if item and ledger.is_refused(item, int(decision.get("heard") or 0)):
            ledger.refuse(
                decision, "What you decided after that was not saved either.", "Look at it, and decide again."
            )
            return
        VERBS[decision["do"]](desk, decision)
    except ConflictError as error:
        if not is_done_already(desk, decision):
            ledger.refuse(decision, error.message, error.next_step)
    except SaysoError as error:
        ledger.refuse(decision, error.message, error.next_step)
    except (KeyError, TypeError, ValueError) as error:
        _log.warning("A decision could not be read: %r", decision, exc_info=error)
        ledger.refuse(
            decision, "This could not be read, and was not saved.", "Reload the page and try again."
        )


def _named(value: Any, names: dict[str, str]) -> Any:
    """`value` with the browser's own names replaced by ids."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_named(each, names) for each in value]
    if isinstance(value, dict):
        return {key: _named(each, names) for key, each in value.items()}
    return value
