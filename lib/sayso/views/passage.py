"""A quote in its place: the words around it, with the quoted span marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.queries import quotes
from sayso.reports.memo import ask
from sayso.store.hub import Database
from sayso.views import markup

_AROUND = 240


def excerpt(text: str, spans: Sequence[Sequence[int]], language: str | None = None) -> str:
    """HTML of `text` around `spans`, each marked; cut at word ends."""
    start = max(0, spans[0][0] - _AROUND)
    end = min(len(text), spans[-1][1] + _AROUND)
    start = start if start == 0 else text.find(" ", start) + 1
    end = end if end == len(text) else text.rfind(" ", 0, end)
    head, tail = "… " if start else "", " …" if end < len(text) else ""
    return markup.tag(
        "p", head + marked(text, spans, start, end) + tail, "sy-passage", dir="auto", lang=language
    )


def marked(text: str, spans: Iterable[Sequence[int]], start: int, end: int) -> str:
    """HTML of `text[start:end]` with `spans` marked."""
    pieces, at = [], start
    for low, high in spans:
        low, high = max(low, at), min(high, end)
        if low >= high:
            continue
        pieces += [markup.text(text[at:low]), markup.tag("mark", markup.text(text[low:high]))]
        at = high
    return "".join([*pieces, markup.text(text[at:end])])


def in_place(
    database: Database, article_id: str | None, spans: Sequence[Sequence[int]] | None, language: str | None
) -> str:
    """The passage if the article's text is here, else where it would stand."""
    if article_id is None or spans is None or not len(spans):
        return ""
    text = ask(quotes.article_text, database, article_id)
    where = ", ".join(f"{low}–{high}" for low, high in spans)
    if text is None:
        why = "not attached" if database.is_writable else "not shown here"
        return markup.tag(
            "p", f"Characters {markup.text(where)} of the article; its text is {why}.", "sy-fine"
        )
    return excerpt(text, spans, language)
