"""Bytes to text: what the file says, UTF-8, then a guess that is told; garbage is refused."""

from __future__ import annotations

import codecs
import re

from sayso.errors import IntakeError
from sayso.ingest.reading.article import reading

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# English with Windows quotation marks, dashes, pounds and a few accents: too little for a statistical guess.
_WINDOWS = re.compile(rb"[\x00-\x7f\x80\x85\x91-\x97\xa0\xa3\xa9\xab\xb0\xb7\xbb\xe0\xe7-\xea\xf6\xfc]*")
_MULTIBYTE = re.compile(r"[^\x00-\x7f\ufffd]")
_SAMPLE = 65_536


def decode(name: str, content: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `content`, and a note where its encoding was guessed.

    `declared` is the encoding that the file itself or its server names. Raises IntakeError for bytes
    that are no text, or broken text.
    """
    for mark, marked in _BOMS:
        if content.startswith(mark):
            return _strict(name, content[len(mark) if marked == "utf-8" else 0 :], marked), ()
    sample = content[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > len(sample) // 100:
        raise IntakeError(
            reading(name), "It holds no text but binary data.", "Choose a text, HTML, PDF or Word file."
        )
    for encoding in ("utf-8", _known(declared)):
        if encoding:
            try:
                return content.decode(encoding), ()
            except UnicodeDecodeError:
                continue
    return _guessed(name, content)


def _strict(name: str, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, encoding, error.start) from error


def _known(declared: str | None) -> str | None:
    try:
        encoding = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    # Pages that say Latin-1 mean Windows-1252, as browsers have it.
    return "cp1252" if encoding in ("iso8859-1", "ascii") else encoding


def _guessed(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    lenient = content.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    if len(_MULTIBYTE.findall(lenient)) > 2 * broken:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _broken(name, "utf-8", error.start) from error
    if _WINDOWS.fullmatch(content):
        return content.decode("cp1252"), (_note("Windows-1252"),)
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise IntakeError(
            reading(name),
            "Its encoding cannot be told, so its letters cannot be read.",
            "Save it as plain text in UTF-8 and add it again.",
        )
    return str(best), (_note(best.encoding),)


def _note(encoding: str) -> str:
    return f"The file is not UTF-8; it was read as {encoding}. Check letters with accents."


def _broken(name: str, encoding: str, position: int) -> IntakeError:
    return IntakeError(
        reading(name),
        f"It is {encoding.upper()} text, but damaged: byte {position:,} cannot be read.",
        "Get the file again, or save it anew as UTF-8.",
    )
