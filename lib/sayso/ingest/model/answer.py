"""From a model's words to plain values. Servers may ignore the schema, so every field is looked at here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

MOST_ROWS = 300  # of one kind in one answer
LONGEST = 6_000  # characters of one value
_THOUGHT = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)


class BadAnswer(ValueError):
    """The answer is not of the form that was asked for; the words say in what."""


@dataclass(frozen=True)
class SaidStance:
    """A side that the model reads in a quote."""

    issue_id: str
    stance: int
    condition: str | None


@dataclass(frozen=True)
class SaidQuote:
    """A quote as the model reports it; `n` is the number under which it is asked about again."""

    n: int
    sentences: tuple[int, ...]
    parts: tuple[str, ...]
    speaker: str
    actor: str
    actor_kind: str
    cue: str | None
    stances: tuple[SaidStance, ...]


@dataclass(frozen=True)
class SaidEvent:
    """An event as the model reports it."""

    n: int
    sentence: int
    trigger: str
    kind: str
    modality: str
    source: str | None
    target: str | None
    date: str | None
    place: str | None


@dataclass(frozen=True)
class Answer:
    """The rows that can be read, and what was wrong with the others."""

    quotes: tuple[SaidQuote, ...]
    events: tuple[SaidEvent, ...]
    problems: tuple[str, ...]


def read_answer(content: str) -> Answer:
    """Read an answer; rows that are not of the form are left out and named in `problems`.

    Raises BadAnswer if it is not a JSON object with a list of quotes or of events.
    """
    body = _json_object(content)
    if not isinstance(body.get("quotes", body.get("events")), list):
        raise BadAnswer('it has no list "quotes"')
    problems: list[str] = []
    quotes: list[SaidQuote] = []
    events: list[SaidEvent] = []
    for number, row in enumerate(_rows(body, "quotes", problems), start=1):
        try:
            quotes.append(_quote(_Fields(row), number, problems))
        except BadAnswer as error:
            problems.append(f"quote {number}: {error}")
    for number, row in enumerate(_rows(body, "events", problems), start=1):
        try:
            events.append(_event(_Fields(row), number))
        except BadAnswer as error:
            problems.append(f"event {number}: {error}")
    return Answer(tuple(quotes), tuple(events), tuple(problems))


def _json_object(content: str) -> dict[str, Any]:
    """The outermost {…}: models wrap it in a code fence, in thoughts or in politeness."""
    bare = _THOUGHT.sub("", content)
    start, end = bare.find("{"), bare.rfind("}")
    if start < 0 or end < start:
        raise BadAnswer("it is not JSON")
    try:
        body = json.loads(bare[start : end + 1])
    except (ValueError, RecursionError):
        raise BadAnswer("it is not JSON") from None
    if not isinstance(body, dict):
        raise BadAnswer("it is not a JSON object")
    return body


def _rows(body: dict[str, Any], name: str, problems: list[str]) -> list[Any]:
    rows = body.get(name, [])
    if not isinstance(rows, list):
        problems.append(f'"{name}" is not a list')
        return []
    if len(rows) > MOST_ROWS:
        problems.append(f'"{name}" has {len(rows)} rows; {MOST_ROWS} are read')
    return rows[:MOST_ROWS]


def _quote(row: _Fields, number: int, problems: list[str]) -> SaidQuote:
    stances = []
    for given in row.items("stances"):
        try:
            side = _Fields(given)
            stances.append(SaidStance(side.text("issue"), side.number("stance"), side.maybe("condition")))
        except BadAnswer as error:
            problems.append(f"quote {number}, a stance: {error}")
    parts = [text for part in row.items("parts") if isinstance(part, str) and (text := _storable(part))]
    if not parts or len(parts) != len(row.items("parts")) or any(len(part) > LONGEST for part in parts):
        raise BadAnswer('"parts" is not a list of texts')
    return SaidQuote(
        row.number("n", number), _numbers(row.items("sentences")), tuple(parts), row.maybe("speaker") or "",
        row.maybe("actor") or "", row.maybe("actor_kind") or "", row.maybe("cue"), tuple(stances),
    )  # fmt: skip


def _event(row: _Fields, number: int) -> SaidEvent:
    return SaidEvent(
        row.number("n", number), row.number("sentence", 0), row.text("trigger"), row.text("kind"), row.text("modality"),
        row.maybe("source"), row.maybe("target"), row.maybe("date"), row.maybe("place"),
    )  # fmt: skip


def _numbers(values: list[Any]) -> tuple[int, ...]:
    return tuple(value for value in values if isinstance(value, int) and not isinstance(value, bool))[:50]


def _storable(words: str) -> str:
    """Words without what no database or file takes: half characters and zeros."""
    return words.encode("utf-8", "ignore").decode().replace("\x00", "").strip()


class _Fields:
    """One row's fields, each asked for by its type."""

    def __init__(self, row: Any) -> None:
        if not isinstance(row, dict):
            raise BadAnswer("it is not an object")
        self._row: dict[str, Any] = row

    def text(self, name: str) -> str:
        value = self.maybe(name)
        if value is None:
            raise BadAnswer(f'"{name}" is missing')
        return value

    def maybe(self, name: str) -> str | None:
        value = self._row.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or len(value) > LONGEST:
            raise BadAnswer(f'"{name}" is not a text')
        return _storable(value) or None

    def number(self, name: str, otherwise: int | None = None) -> int:
        value = self._row.get(name, otherwise)
        if not isinstance(value, int) or isinstance(value, bool):
            raise BadAnswer(f'"{name}" is not a whole number')
        return value

    def items(self, name: str) -> list[Any]:
        value = self._row.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise BadAnswer(f'"{name}" is not a list')
        return value[:100]
