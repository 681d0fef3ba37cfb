"""What kind of file it is, by its name and by its first bytes; a file that lies is told so."""

from __future__ import annotations

import re
from pathlib import PurePath

from sayso.errors import IntakeError
from sayso.ingest.reading.article import LARGEST_FILE, reading

SUFFIXES = {
    ".txt": "text",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".pdf": "PDF",
    ".docx": "Word",
    ".csv": "CSV",
    ".jsonl": "JSON lines",
    ".eml": "e-mail",
}
KNOWN = "text (.txt), HTML, PDF, Word (.docx), tables (.csv, .jsonl) and e-mail (.eml)"

_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed data"),
    (b"7z\xbc\xaf", "compressed data"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(rb"<(?:p|div|article|h1|html|body|span|br|main|section)\b[^>]*>", re.I)
_HEADER = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]*:[ \t])")
_ADVICE = {
    "an old Office file": "Open it and save it as .docx.",
    "RTF": "Open it and save it as .docx or as text.",
    "a picture": "Sayso does not read pictures of text. Paste the text, or find the page itself.",
    "zip": "Unpack it and add the files in it.",
    "compressed data": "Unpack it and add the files in it.",
}


def kind_of(name: str, content: bytes) -> str:
    """One of the values of `SUFFIXES`.

    Raises IntakeError if the file is empty, too large, of no known kind, or not what its name says.
    """
    if not content.strip():
        raise IntakeError(reading(name), "The file is empty.", "Choose the file with the article.")
    if len(content) > LARGEST_FILE:
        raise IntakeError(
            reading(name),
            f"It has {len(content) / 2**20:.1f} MiB; the most is {LARGEST_FILE // 2**20} MiB. Nothing was read.",
            "Split it, or save the article without its pictures.",
        )
    suffix = PurePath(name).suffix.lower()
    named, found = SUFFIXES.get(suffix), _by_content(content)
    if named is None and re.fullmatch(r"\.[a-z]{2,5}", suffix):
        raise IntakeError(
            reading(name),
            f"Sayso reads {KNOWN}; not {suffix}.",
            _ADVICE.get(found, "Save it as one of these."),
        )
    if named is None:
        named = found
    if not _agrees(named, found, content):
        raise IntakeError(
            reading(name),
            f"Its name says {named}, but it holds {found}. Nothing was read."
            if suffix in SUFFIXES
            else f"It holds {found}; Sayso reads {KNOWN}.",
            _ADVICE.get(found) or "Get the file again, or give it the right ending.",
        )
    return named


def _by_content(content: bytes) -> str:
    start = content[:4096].removeprefix(b"\xef\xbb\xbf")
    for magic, kind in _MAGIC:
        if start.startswith(magic):
            return "Word" if kind == "zip" and b"word/document.xml" in content else kind
    if b"%PDF-" in start[:1024]:
        return "PDF"
    return "HTML" if _HTML.match(start) else "text"


def _agrees(named: str, found: str, content: bytes) -> bool:
    if named == "HTML":
        return found == "HTML" or (found == "text" and bool(_TAG.search(content)))
    if named == "e-mail":
        return found == "text" and bool(_HEADER.match(content.lstrip()[:200]))
    if named in ("CSV", "JSON lines", "text"):
        return found == "text"
    return named in SUFFIXES.values() and named == found
