"""The form that the answer must have, as a JSON schema: every property required, none beyond them."""

from __future__ import annotations

from typing import Any, get_args

from sayso.ingest.lexicon.plover import KINDS
from sayso.ingest.records import ActorKind, Modality

MODALITIES: tuple[str, ...] = get_args(Modality)
ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
_TEXT: dict[str, Any] = {"type": "string"}
_TEXT_OR_NOTHING: dict[str, Any] = {"type": ["string", "null"]}
_NUMBERS: dict[str, Any] = {"type": "array", "items": {"type": "integer"}}


def answer_schema(issue_ids: tuple[str, ...]) -> dict[str, Any]:
    """The schema of one answer; stances may only name these issues."""
    stance = _object(
        issue={"type": "string", "enum": list(issue_ids)} if issue_ids else _TEXT,
        stance={"type": "integer", "enum": [-2, -1, 0, 1, 2]},
        condition=_TEXT_OR_NOTHING,
    )
    quote = _object(
        n={"type": "integer"},
        sentences=_NUMBERS,
        parts={"type": "array", "items": _TEXT},
        speaker=_TEXT,
        actor=_TEXT,
        actor_kind={"type": "string", "enum": list(ACTOR_KINDS)},
        cue=_TEXT_OR_NOTHING,
        stances={"type": "array", "items": stance},
    )
    event = _object(
        n={"type": "integer"},
        sentence={"type": "integer"},
        trigger=_TEXT,
        kind={"type": "string", "enum": list(KINDS)},
        modality={"type": "string", "enum": list(MODALITIES)},
        source=_TEXT_OR_NOTHING,
        target=_TEXT_OR_NOTHING,
        date=_TEXT_OR_NOTHING,
        place=_TEXT_OR_NOTHING,
    )
    return _object(quotes={"type": "array", "items": quote}, events={"type": "array", "items": event})


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
