"""IBM Plex Sans, the app's own type: how wide words are, and the letters that a picture carries along."""

from __future__ import annotations

import base64
import tempfile
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "static" / "vendor" / "ibm-plex-sans-5.3.0"
FAMILY = "IBM Plex Sans"
STACK = f"{FAMILY}, {FAMILY} Arabic, Segoe UI, Arial, sans-serif"
SCRIPTS = ("latin", "latin-ext", "greek", "cyrillic", "arabic")
REGULAR, BOLD = 400, 600
_UNITS, _WIDE, _OTHER = 1000, 1.0, 0.62  # shares of the size, of letters that are not in our type


def width(text: str, size: float, *, is_bold: bool = False) -> float:
    """Pixels that `text` takes at `size`. Letters of other types are estimated, joined ones counted apart."""
    return sum(_advance(char, BOLD if is_bold else REGULAR) for char in text) * size


def faces(regular: Iterable[str], bold: Iterable[str]) -> str:
    """CSS that brings these letters along, a face for each script and weight that they need."""
    rules = []
    for weight, letters in ((REGULAR, set(regular)), (BOLD, set(bold))):
        for script in SCRIPTS:
            if any(_script(char) == script for char in letters):
                rules.append(_face(script, weight))
    return "".join(rules)


@cache
def truetype() -> tempfile.TemporaryDirectory[str]:
    """A folder with the same type as TrueType, for programs that read no WOFF2; gone with the process."""
    from fontTools.ttLib import TTFont

    folder = tempfile.TemporaryDirectory(prefix="sayso-type-")
    for weight in (REGULAR, BOLD):
        for script in SCRIPTS:
            font = TTFont(_file(script, weight))
            font.flavor = None
            font.save(Path(folder.name) / f"{script}-{weight}.ttf")
    return folder


def _file(script: str, weight: int) -> Path:
    return FOLDER / f"{script}-{weight}.woff2"


@cache
def _advances(script: str, weight: int) -> dict[int, float]:
    from fontTools.ttLib import TTFont

    font: Any = TTFont(_file(script, weight), lazy=True)
    metrics = font["hmtx"]
    return {code: metrics[glyph][0] / _UNITS for code, glyph in font.getBestCmap().items()}


@lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    return next((script for script in SCRIPTS if ord(char) in _advances(script, REGULAR)), None)


@lru_cache(maxsize=8192)
def _advance(char: str, weight: int) -> float:
    if unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0.0
    if script := _script(char):
        return _advances(script, weight).get(ord(char), _OTHER)
    return _WIDE if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else _OTHER


@cache
def _face(script: str, weight: int) -> str:
    """All of a script: cutting it down to the letters used saves half of the bytes and costs a second."""
    data = base64.b64encode(_file(script, weight).read_bytes()).decode()
    codes = sorted(_advances(script, weight))
    ranges = ",".join(f"U+{first:X}-{last:X}" for first, last in _stretches(codes))
    return (
        f"@font-face{{font-family:'{FAMILY}';font-weight:{weight};unicode-range:{ranges};"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


def _stretches(codes: list[int]) -> Iterable[tuple[int, int]]:
    """Neighbours as their first and last."""
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            yield first, last
            first = code
        last = code
    yield first, last
