"""A picture read again: its words, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, fromstring

from sayso.exports.pictures import fonts

SVG = "{http://www.w3.org/2000/svg}"
_ISOLATES = re.compile("[\u2066-\u2069]")
_TURN = re.compile(r"rotate\(-90 (\S+) (\S+)\)")


@dataclass(frozen=True)
class Words:
    """Words and the pixels that they take."""

    text: str
    size: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Picture:
    """An SVG as an independent reader has it."""

    root: Element

    @classmethod
    def read(cls, svg: str) -> Picture:
        """Parse it."""
        return cls(fromstring(svg))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return float(self.root.get("width", "")), float(self.root.get("height", ""))

    @property
    def text(self) -> str:
        """All words that can be seen, in one."""
        return plain(" ".join(words.text for words in self.words()))

    @property
    def titles(self) -> str:
        """What was cut, in full."""
        return plain(" ".join(title.text or "" for title in self.root.iter(f"{SVG}title")))

    def words(self) -> Iterator[Words]:
        """Each line of words with its box."""
        for parent in self.root.iter():
            turn = _TURN.match(parent.get("transform", ""))
            for text in parent.findall(f"{SVG}text"):
                yield _turned(_box(text), turn) if turn else _box(text)


def plain(text: str) -> str:
    """Without what keeps directions apart, spaces as one."""
    return " ".join(_ISOLATES.sub("", text).split())


def _box(text: Element) -> Words:
    size, x, y = (float(text.get(name, "")) for name in ("font-size", "x", "y"))
    runs = [(plain_run(run.text), bool(run.get("font-weight"))) for run in text.iter(f"{SVG}tspan")]
    wide = sum(fonts.width(words, size, is_bold=is_bold) for words, is_bold in runs)
    left = x - {"middle": wide / 2, "end": wide}.get(text.get("text-anchor", ""), 0.0)
    return Words(
        "".join(words for words, _ in runs), size, left, y - size * 0.8, left + wide, y + size * 0.25
    )


def plain_run(text: str | None) -> str:
    """A run's words as they are drawn."""
    return _ISOLATES.sub("", text or "")


def _turned(words: Words, turn: re.Match[str]) -> Words:
    x, y = map(float, turn.groups())
    return Words(
        words.text,
        words.size,
        x + words.top - y,
        y - words.right + x,
        x + words.bottom - y,
        y - words.left + x,
    )
