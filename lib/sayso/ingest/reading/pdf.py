"""The text of a PDF, read in a process of its own: a hostile file ends there, not here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.errors import IntakeError
from sayso.ingest.reading.article import ReadArticle, checked_size, clean_text, one_line, reading
from sayso.ingest.reading.dateline import dateline
from sayso.ingest.reading.shape import english, headline, title_from_name, unwrap

MOST_PAGES = 100
SECONDS = 30
_WORKER = Path(__file__).with_name("pdf_worker.py")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_PASTE = "Copy the article's text and paste it."


def read_pdf(name: str, content: bytes) -> ReadArticle:
    """The article in a PDF of at most `MOST_PAGES` pages.

    Raises IntakeError for scans, passwords, too many pages, damaged files, and files that take too long.
    """
    found = _in_a_process(name, content)
    pages = [clean_text(page) for page in found["pages"]]
    if not any(pages):
        raise IntakeError(
            reading(name),
            f"Its {len(pages)} pages are pictures of text (a scan); there are no letters to read."
            if len(pages) > 1
            else "Its page is a picture of text (a scan); there are no letters to read.",
            "Run text recognition (OCR) on it first, or paste the text.",
        )
    text = clean_text(_paragraphs(_without_furniture(pages)))
    said = one_line(found["title"])
    title = said if len(said.split()) > 1 and not re.search(r"\.\w{2,4}$", said) else ""
    published_on = dateline(text)
    notes = ["The text comes from a PDF: check line ends, columns and hyphens."]
    if blank := sum(not page for page in pages):
        notes.append(f"{blank} of {len(pages)} pages have no text (pictures?).")
    if published_on:
        notes.append("The date is a guess from the first lines.")
    return ReadArticle(
        title or headline(text) or title_from_name(name),
        checked_size(name, text),
        published_on=published_on,
        published_on_basis="inferred" if published_on else None,
        language=english(text),
        notes=tuple(notes),
    )


def _in_a_process(name: str, content: bytes) -> dict[str, Any]:
    # -P keeps this folder off the path; the worker needs pypdf alone.
    command = [sys.executable, "-P", str(_WORKER), str(MOST_PAGES), str(SECONDS)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=SECONDS, env=environment)
        found: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise IntakeError(
            reading(name), f"Reading it takes longer than {SECONDS} seconds. Nothing was taken.", _PASTE
        ) from error
    except ValueError as error:
        raise IntakeError(
            reading(name), "It is too large inside, or damaged. Nothing was taken.", _PASTE
        ) from error
    match found.get("problem"):
        case None:
            return found
        case "encrypted":
            raise IntakeError(
                reading(name),
                "It is protected with a password.",
                "Save a copy without one, or paste the text.",
            )
        case "pages":
            raise IntakeError(
                reading(name),
                f"It has {found['n_pages']:,} pages; Sayso reads PDFs of up to {MOST_PAGES}. Nothing was read.",
                "Save the pages with the article as a PDF of their own.",
            )
        case problem:
            raise IntakeError(
                reading(name), f"It cannot be read as a PDF: {str(problem).rstrip('. ')}.", _PASTE
            )


def _without_furniture(pages: list[str]) -> list[str]:
    """Pages without page numbers, and without lines that stand at the edge of half the pages."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    edges: Counter[str] = Counter()
    for lines in split:
        edges.update({_shape(line) for line in lines[:2] + lines[-2:] if line})
    often = {shape for shape, n in edges.items() if n >= 3 and n >= len(pages) / 2}
    return ["\n".join(_peeled(_peeled(lines, often)[::-1], often)[::-1]) for lines in split]


def _peeled(lines: list[str], often: set[str]) -> list[str]:
    """Without the furniture at the start: at most two lines."""
    for _ in range(2):
        if lines and (_shape(lines[0]) in often or _PAGE_NUMBER.fullmatch(lines[0])):
            lines = lines[1:]
    return lines


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def _paragraphs(pages: list[str]) -> str:
    """One paragraph a line: a line continues the last one unless that ended a sentence early, or was a heading."""
    text = "\n".join(page for page in pages if page)
    if re.search(r"\n[ \t]*\n", text):
        return unwrap(text, certainly=True)[0]
    lines = [line for line in text.split("\n") if line.strip()]
    width = max((len(line) for line in lines), default=0)
    joined: list[str] = []
    previous = ""
    for line in lines:
        ends = _END.search(previous) and len(previous) < 0.85 * width
        heads = len(previous) < 0.6 * width and line[:1].isupper()
        if previous and not ends and not heads:
            last = joined[-1]
            is_cut = last.endswith("-") and line[:1].islower() and last[-2:-1].isalpha()
            joined[-1] = last[:-1] + line if is_cut else f"{last} {line}"
        else:
            joined.append(line)
        previous = line
    return "\n".join(joined)
