"""Text as XML can hold it: GEXF, GraphML and workbooks are XML inside."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_xml(text: str) -> str:
    """`text` with U+FFFD for what XML 1.0 has no way to write: control characters, no characters at all."""
    return _NOT_XML.sub("\ufffd", text)
