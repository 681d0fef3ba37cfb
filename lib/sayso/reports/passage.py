"""A quote in its place: the words around it, and which of them are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.queries import quotes
from sayso.reports.datasets import Database
from sayso.reports.memo import ask

_AROUND = 240
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Piece:
    """A stretch of text that is marked, or not."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True)
class Passage:
    """The text around a quote in order; where it is not here, no piece, and a sentence instead."""

    pieces: tuple[Piece, ...]
    instead: str = ""


def passage(database: Database, article_id: str | None, spans: Spans | None) -> Passage | None:
    """The words around `spans` (first character, character after the last); None where the place is not known."""
    if article_id is None or spans is None or not len(spans):
        return None
    text = ask(quotes.article_text, database, article_id)
    if text is not None:
        return Passage(excerpt(text, spans))
    where = ", ".join(f"{low}–{high}" for low, high in spans)
    why = "not attached" if database.is_writable else "not shown here"
    return Passage((), f"Characters {where} of the article; its text is {why}.")


def excerpt(text: str, spans: Spans) -> tuple[Piece, ...]:
    """`text` around `spans`, cut at word ends."""
    start = max(0, spans[0][0] - _AROUND)
    end = min(len(text), spans[-1][1] + _AROUND)
    start = start if start == 0 else text.find(" ", start) + 1
    end = end if end == len(text) else text.rfind(" ", 0, end)
    head, tail = Piece("… " if start else ""), Piece(" …" if end < len(text) else "")
    return (head, *pieces(text, spans, start, end), tail)


def pieces(text: str, spans: Iterable[Sequence[int]], start: int, end: int) -> tuple[Piece, ...]:
    """`text[start:end]` with `spans` marked."""
    parts, at = [], start
    for low, high in spans:
        low, high = max(low, at), min(high, end)
        if low >= high:
            continue
        parts += [Piece(text[at:low]), Piece(text[low:high], True)]
        at = high
    return (*parts, Piece(text[at:end]))


def spans_of(value: object) -> list[list[int]] | None:
    """Spans as a query returns them, as plain lists."""
    if value is None:
        return None
    return [[int(low), int(high)] for low, high in value]  # type: ignore[attr-defined]  # DuckDB's lists have no type
