"""What a file or page gave: a text, and what it says about itself. Nothing here is stored yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.errors import IntakeError
from sayso.store.text_check import canonical

Basis = Literal["stated", "inferred"]

LARGEST_FILE = 10 * 1024 * 1024  # bytes
LARGEST_TEXT = 600_000  # characters: as much as the extractor reads
LONGEST_TITLE = 300

# Control characters show as nothing and shift every place in a text; half a surrogate pair cannot be stored.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class ReadArticle:
    """One article as it was read.

    `text` is canonical: offsets count its code points. `published_on` is EDTF, with its basis, or None.
    `notes` are what the coder should know before confirming.
    """

    title: str
    text: str
    outlet: str | None = None
    url: str | None = None
    published_on: str | None = None
    published_on_basis: Basis | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


def clean_text(text: str) -> str:
    """Canonical text without control characters; page breaks and old line separators become \\n."""
    text = canonical(text)
    for mark in "\v\f\x85\u2028\u2029":
        text = text.replace(mark, "\n")
    return canonical(_CONTROL.sub("", text))


def one_line(text: str | None) -> str:
    """White space collapsed, cut to a title's length."""
    return " ".join(_CONTROL.sub(" ", text or "").split())[:LONGEST_TITLE].strip()


def checked_size(name: str, text: str) -> str:
    """`text`, if an article can be as long. Raises IntakeError if it is empty or too long."""
    if not text:
        raise IntakeError(reading(name), "There is no text in it.", "Choose the file with the article.")
    if len(text) > LARGEST_TEXT:
        raise IntakeError(
            reading(name),
            f"Its text has {len(text):,} characters; an article has at most {LARGEST_TEXT:,}."
            " Nothing of it was read.",
            "Add the parts that you need, one article each.",
        )
    return text


def reading(name: str) -> str:
    """The title of an error about the file `name`."""
    return f"Reading {one_line(name)[:120] or 'the text'}"
