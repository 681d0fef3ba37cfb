"""Pinned views in a dataset's file: kept by the hash of what they hold, never changed, and small."""

from __future__ import annotations

import base64
import binascii
import hashlib
import zlib

from sayso.errors import StoreError
from sayso.store.changes import Change

LARGEST = 60_000_000
"""Bytes of one view's JSON: a package's author could write a small cell that grows without end."""
TITLE = "Reading a pinned view"


def keep_exhibit(made: Change, content: str) -> str:
    """Put the JSON of a view into the dataset, unless it is there; returns its name.

    It is no row of the log: what refers to it is.
    """
    key = hashlib.sha256(content.encode()).hexdigest()[:16]
    made.cursor.execute("INSERT OR IGNORE INTO exhibits VALUES (?, ?)", [key, packed(content)])
    return key


def packed(content: str) -> str:
    """Text as a cell holds it: a tenth as long."""
    return base64.b64encode(zlib.compress(content.encode(), 9)).decode()


def unpacked(cell: str) -> str:
    """What `packed` was given. Raises StoreError for what it did not make."""
    reading = zlib.decompressobj()
    try:
        content = reading.decompress(base64.b64decode(cell, validate=True), LARGEST)
        if not reading.eof:
            raise ValueError("too large, or cut off")
        return content.decode()
    except (ValueError, binascii.Error, zlib.error) as error:
        raise StoreError(
            TITLE, f"Its content cannot be read: {error}.", "Remove it, and pin the view again."
        ) from error
