"""A language model asked about a stored article: its finds wait beside those of the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.coding.finding import Found, keep, text_of
from sayso.coding.known import codebook, known_actors
from sayso.coding.proposals import Proposal, actor_ref
from sayso.errors import SaysoError, StoreError
from sayso.ingest.model import Settings, Unverified, find_with_model, leaves_the_machine
from sayso.queries import article_rows
from sayso.store.database import Database


@dataclass(frozen=True)
class Asked:
    """What a model proposed, how many quotes it could not show in the text, and why it stopped early, if it did."""

    found: Found
    unverified: int
    left_out: tuple[str, ...]
    stopped: SaysoError | None


def what_is_sent(database: Database, article_id: str, settings: Settings) -> str:
    """What asking about this article would send, and to whom: to be shown before the first call."""
    text, _ = text_of(database, article_id)
    return leaves_the_machine(
        settings, articles=1, characters=len(text), issues=len(codebook(database)),
        actors=len(known_actors(database)),
    )  # fmt: skip


def ask_model(
    database: Database,
    article_id: str,
    settings: Settings,
    progress: Callable[[int, int], None] | None = None,
) -> Asked:
    """Send the article to the model and keep what it finds as proposals of its own.

    Raises ModelError, with nothing changed, if the server cannot be asked; StoreError if there is no text, or the
    article's rights keep it on this machine.
    """
    text, published_on = text_of(database, article_id)
    _refuse_unfree(database, article_id, settings)
    actors = known_actors(database)
    found = find_with_model(text, settings, actors, codebook(database), published_on, progress=progress)
    known = {actor.actor_id for actor in actors}
    doubtful = [
        _doubtful(article_id, number, each, known) for number, each in enumerate(found.unverified, start=1)
    ]
    facts = {
        "left_out": list(found.left_out), "usage": vars(found.usage), "read_to": found.extraction.read_to,
        "stopped": str(found.stopped) if found.stopped else None,
    }  # fmt: skip
    kept = keep(database, article_id, text, found.extraction, doubtful, facts)
    return Asked(kept, len(doubtful), found.left_out, found.stopped)


def _refuse_unfree(database: Database, article_id: str, settings: Settings) -> None:
    """A text leaves the machine only where its rights say so (DESIGN §9)."""
    if settings.this_machine or "export" in article_rows.rights(database, article_id):
        return
    raise StoreError(
        f"Asking {settings.model}",
        f"{settings.host} is another machine, and this article's rights do not say that its text may be exported."
        " Nothing was sent.",
        "Add “export” to its rights if its publisher allows it, or ask a model on this machine.",
    )


def _doubtful(article_id: str, number: int, each: Unverified, known: set[str]) -> Proposal:
    """A quote whose words the article does not have, with the place to look at."""
    speaker: dict[str, Any] = {
        "words": each.speaker, "span": None, "actor": actor_ref(each.actor) if each.actor in known else None,
        "rule": each.rule, "confidence": 0.0, "runners_up": [],
    }  # fmt: skip
    details = {
        "kind": "indirect", "text": each.text, "spans": [list(each.span)], "cue": None, "speaker": speaker,
        "stated_on": None, "stated_on_basis": "inferred", "reason": each.reason,
    }  # fmt: skip
    name = f"{article_id}.quote.unverified-{number}"
    return Proposal(
        name, article_id, None, "quote", details, each.span[0], each.extractor, each.rule, each.confidence,
        "unverified", None,
    )  # fmt: skip
