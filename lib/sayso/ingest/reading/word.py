"""The text of a Word file, with a look at its real size before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.errors import IntakeError
from sayso.ingest.reading.article import ReadArticle, checked_size, clean_text, one_line, reading
from sayso.ingest.reading.dateline import dateline
from sayso.ingest.reading.shape import english, headline, title_from_name

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_INSIDE = 64 * 1024 * 1024  # bytes when unpacked, pictures and all
LARGEST_PART = 16 * 1024 * 1024  # bytes of one part that is read as XML
MOST_PARTS = 2_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", _FALLBACK}
_GLYPHS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(name: str, content: bytes) -> ReadArticle:
    """The article in a Word file: every paragraph, those in tables and text boxes too, without deleted text.

    Raises IntakeError for a damaged, protected or far too large file, and for one without text.
    """
    _check_inside(name, content)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(content))
        body: Any = document.element.body
        text = clean_text("\n".join(_paragraph(element) for element in _paragraph_elements(body)))
        said = one_line(document.core_properties.title)
        top = next((p.text for p in document.paragraphs[:5] if _is_title(p) and p.text.strip()), "")
    except (
        OpcError,
        LxmlError,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        RecursionError,
    ) as error:
        raise IntakeError(
            reading(name), "It cannot be read as a Word file.", "Open it, save it anew, or paste its text."
        ) from error
    published_on = dateline(text)
    notes: tuple[str, ...] = ("The date is a guess from the first lines.",) if published_on else ()
    if any(True for _ in body.iter(f"{_W}tbl")):
        notes += ("It holds a table: its cells follow each other as paragraphs.",)
    return ReadArticle(
        one_line(top) or (said if len(said.split()) > 1 else "") or headline(text) or title_from_name(name),
        checked_size(name, text),
        published_on=published_on,
        published_on_basis="inferred" if published_on else None,
        language=english(text),
        notes=notes,
    )


def _check_inside(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise IntakeError(
            reading(name), "It is damaged: it cannot be unpacked.", "Get it again, or paste its text."
        ) from error
    # Python's zipfile never unpacks more than a part declares, so what is declared is what to check.
    total = sum(part.file_size for part in parts)
    largest = max(
        (part.file_size for part in parts if re.search(r"\.(?:xml|rels)$", part.filename)), default=0
    )
    if total > LARGEST_INSIDE or largest > LARGEST_PART or len(parts) > MOST_PARTS:
        raise IntakeError(
            reading(name),
            f"Unpacked it would take {total / 2**20:,.0f} MiB in {len(parts):,} parts, far more than an article."
            " Nothing was unpacked.",
            "Paste the text instead.",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise IntakeError(reading(name), "It is protected with a password.", "Save a copy without one.")


def _paragraph_elements(body: _Element) -> Iterator[_Element]:
    """Paragraphs in reading order, but those inside another one: they come with it."""
    for element in body.iter(f"{_W}p"):
        if not any(above.tag == _FALLBACK for above in element.iterancestors()):
            yield element


def _paragraph(paragraph: _Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: _Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _GLYPHS:
            yield _GLYPHS[str(child.tag)]
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}p":
            yield from _pieces(child)


def _is_title(paragraph: Any) -> bool:
    style = paragraph.style
    return bool(style is not None and style.name in ("Title", "Heading 1"))
