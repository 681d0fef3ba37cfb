"""A quote in its place: the words around it, with the quoted span marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.reports import passage
from sayso.reports.datasets import Database
from sayso.reports.passage import Piece
from sayso.views import markup


def marked(text: str, spans: Iterable[Sequence[int]], start: int, end: int) -> str:
    """HTML of `text[start:end]` with `spans` marked."""
    return _html(passage.pieces(text, spans, start, end))


def in_place(
    database: Database, article_id: str | None, spans: Sequence[Sequence[int]] | None, language: str | None
) -> str:
    """The passage if the article's text is here, else where it would stand."""
    place = passage.passage(database, article_id, spans)
    if place is None:
        return ""
    if place.instead:
        return markup.tag("p", markup.text(place.instead), "sy-fine")
    return markup.tag("p", _html(place.pieces), "sy-passage", dir="auto", lang=language)


def _html(pieces: Iterable[Piece]) -> str:
    return "".join(
        markup.tag("mark", markup.text(piece.text)) if piece.is_marked else markup.text(piece.text)
        for piece in pieces
    )
