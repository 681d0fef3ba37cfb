"""Run by pdf.py as a process of its own: a PDF on standard input, its pages as JSON on standard output.

    python -P pdf_worker.py MOST_PAGES SECONDS

Imports nothing of Sayso, so that it starts at once.
"""

from __future__ import annotations

import io
import json
import logging
import sys
from typing import Any

MEMORY = 1024 * 1024 * 1024  # bytes of address space
MOST_CHARACTERS = 2_000_000


def limit(seconds: int) -> None:
    """Let the system end this process when it takes too much, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the parent's clock is the only limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def pages_of(content: bytes, most_pages: int) -> dict[str, Any]:
    """`{"pages": [...], "title": …}`, or `{"problem": …}` with "encrypted", "pages" or pypdf's own words."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not _opens_without_password(reader):
            return {"problem": "encrypted"}
        if (n_pages := len(reader.pages)) > most_pages:
            return {"problem": "pages", "n_pages": n_pages}
        if not n_pages:
            return {"problem": "it has no pages."}
        pages: list[str] = []
        for page in reader.pages:
            pages.append(page.extract_text())
            if sum(map(len, pages)) > MOST_CHARACTERS:
                return {"problem": "it holds more text than an article."}
        title = reader.metadata.title if reader.metadata else None
        return {"pages": pages, "title": title if isinstance(title, str) else ""}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        return {"problem": f"{str(error)[:200] or type(error).__name__}"}


def _opens_without_password(reader: Any) -> bool:
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    limit(int(sys.argv[2]))
    found = pages_of(sys.stdin.buffer.read(), int(sys.argv[1]))
    sys.stdout.write(json.dumps(found))
