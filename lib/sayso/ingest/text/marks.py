"""Quotations: what stands between quotation marks, also nested, mismatched, unclosed, over paragraphs."""

from __future__ import annotations

import re
from typing import Literal

from sayso.ingest.records import Marked, Span

_DOUBLE = re.compile(r"[“”\"„«»]|``|''")
_SINGLE = re.compile(r"[‘’']")
_OPENS, _CLOSES = "“„«", "”»"
LONGEST_UNCLOSED = 600


def marked_spans(text: str, paragraphs: list[Span]) -> list[Marked]:
    """Every quotation. Single marks count only in a text that uses double ones less, or inside them (British style)."""
    single = _is_british(text, paragraphs)
    found: list[Marked] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs):
        pairs, unclosed = _single(text, start, end) if single else _double(text, start, end)
        style: Literal["double", "single"] = "single" if single else "double"
        spans = [Marked(span, number, style) for span in pairs]
        continues = False
        if unclosed is not None:
            after = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else len(text)
            continues = text[after : after + 1] in ("“", '"', "„", "«") or text[after : after + 2] in (
                "''",
                "``",
            )
            continues = continues or (single and text[after : after + 1] in ("‘", "'"))
            short = end - unclosed < LONGEST_UNCLOSED
            if continues or (short and (unclosed == start or len(text[unclosed:end].split()) >= 6)):
                spans.append(Marked((unclosed, end), number, style, continues=continues, unclosed=True))
        if carried and spans and spans[0].span[0] == start:
            first = spans[0]
            spans[0] = Marked(first.span, number, style, first.continues, True, first.unclosed)
        carried = continues
        found += spans
    return found


def _is_british(text: str, paragraphs: list[Span]) -> bool:
    """Whether single marks are the outer ones: more quotations stand in them, outside the others, than the reverse."""
    if _DOUBLE.search(text) is None:
        return True
    singles = doubles = 0
    for start, end in paragraphs:
        inner = [pair for pair in _single(text, start, end)[0] if len(text[slice(*pair)].split()) > 2]
        outer = _double(text, start, end)[0]
        singles += sum(not any(a < s and e < b for a, b in outer) for s, e in inner)
        doubles += sum(not any(a < s and e < b for a, b in inner) for s, e in outer)
    return singles > doubles


def _double(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    pairs: list[Span] = []
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        before = text[at - 1] if at > start else " "
        following = text[after] if after < end else " "
        closes = opened is not None and before in ",.?!…" and following.isspace()  # `“Go,“ said Smith`
        if (mark in _OPENS and not closes) or at == start:
            opens = True
        elif mark in _CLOSES:
            opens = False
        else:
            opens = (before.isspace() or before in "([—–-") and not following.isspace()
        if opened is None:
            if opens or (mark not in _CLOSES and following.isalnum()):
                opened = at
        elif opens and at > opened + 1 and not closes and (mark in _OPENS or before.isspace()):
            opened = at  # the earlier one was never closed
        else:
            pairs.append((opened, after))
            opened = None
    return pairs, opened


def _single(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    pairs: list[Span] = []
    opened: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        mark, at = match.group(), match.start()
        before = text[at - 1] if at > start else " "
        following = text[at + 1] if at + 1 < end else " "
        if opened is None:
            if mark != "’" and not before.isalnum() and (following.isalnum() or following in "[…"):
                opened = at
        elif mark != "‘" and not following.isalnum() and not before.isspace():
            # a plural possessive inside ("the workers' pay") is not the end, if a mark after a stop comes later
            ends = before in ".,!?…" or following in ".,;:!?)" or before != "s"
            if ends or not _closes_later(text, at, end):
                pairs.append((opened, at + 1))
                opened = None
    return pairs, opened


def _closes_later(text: str, at: int, end: int) -> bool:
    near = _SINGLE.finditer(text, at + 1, min(end, at + 2000))
    return any(match.group() != "‘" and text[match.start() - 1] in ".,!?…" for match in near)
