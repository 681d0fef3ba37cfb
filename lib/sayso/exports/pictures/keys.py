"""The legend of a picture: keys in lines, each with its sign and its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from sayso.charts.legend import Key
from sayso.exports.pictures import marks, words
from sayso.exports.pictures.elements import add, filled, stroked, write
from sayso.exports.pictures.palette import CELL_BORDER, INK, MUTED, PAPER

SIZE = 12.0
_HIGH, _BOX, _GAP, _APART = 22.0, 26.0, 6.0, 18.0
_LINES = {"line": None, "dashed line": "dash", "dotted line": "dot"}
_SYMBOLS = {"dot": "circle", "square": "square", "hollow": "circle", "to the left": "triangle-left", "to the right": "triangle-right", "tick": "line-ns"}  # fmt: skip


def draw(parent: Element, keys: Sequence[Key], x: float, y: float, room: float) -> float:
    """Draw the keys from `y` downwards in `room` pixels; returns where they end."""
    left, top = x, y
    for key in keys:
        is_sentence = key.shape == "none" and not key.sign
        lines = [words.line(text) for text in words.wrapped(key.words, room if is_sentence else room - _BOX - _GAP, SIZE, most=4)]  # fmt: skip
        wide = words.widest(lines, SIZE) + (0 if is_sentence else _wide(key) + _GAP)
        if left > x and (left + wide > x + room or is_sentence):
            left, top = x, top + _HIGH
        middle = top + _HIGH / 2
        at = left
        if not is_sentence:
            _draw_sign(parent, key, left, middle)
            at += _wide(key) + _GAP
        write(parent, lines, at, top + (_HIGH - SIZE * words.LEADING) / 2, SIZE, colour=MUTED if is_sentence else INK, upright="top")  # fmt: skip
        left += wide + _APART
        if len(lines) > 1 or is_sentence:
            left, top = x, top + max(_HIGH, len(lines) * SIZE * words.LEADING + 4)
    return top if left == x else top + _HIGH


def texts(keys: Sequence[Key]) -> Iterator[str]:
    """Everything that the keys say."""
    for key in keys:
        yield from filter(None, (key.sign, key.words))


def _wide(key: Key) -> float:
    if key.shape == "none":
        return words.width(words.line(key.sign, is_italic=True), SIZE)
    return {"disc": 18.0, "dot": 14.0, "square": 14.0, "hollow": 14.0, "tick": 8.0}.get(key.shape, _BOX)


def _draw_sign(parent: Element, key: Key, x: float, y: float) -> None:
    wide = _wide(key)
    middle = x + wide / 2
    if key.shape == "none":
        write(parent, [words.line(key.sign, is_italic=True)], x, y, SIZE)
        return
    if key.shape in _LINES:
        look = stroked(key.ink, 2.25 if key.shape == "line" else 1.5, _LINES[key.shape])
        add(parent, "line", x1=x, x2=x + wide, y1=y, y2=y, **look)
    elif key.shape in ("bar", "dotted bar"):
        add(parent, "line", x1=x, x2=x + wide, y1=y, y2=y, **stroked(key.ink, 7 if key.shape == "bar" else 2))
    elif key.shape in _SYMBOLS:
        is_hollow = key.shape == "hollow"
        marks.mark(parent, _SYMBOLS[key.shape], middle, y, 12.0, PAPER if is_hollow else key.fill, key.ink, 2 if is_hollow else 1.5)  # fmt: skip
    elif key.shape == "disc":
        add(parent, "circle", cx=middle, cy=y, r=9, **filled(key.fill))
    else:
        _draw_box(parent, key, x, y, wide)
    if key.sign:
        ink = INK if key.shape in ("bold box", "dashed box") else key.ink
        write(parent, [words.line(key.sign, is_bold=True)], middle, y, SIZE, colour=ink, anchor="middle")


def _draw_box(parent: Element, key: Key, x: float, y: float, wide: float) -> None:
    colour, width, dash = {
        "bold box": (INK, 2.0, None), "dashed box": (CELL_BORDER, 1.0, "3px,3px"), "framed box": (key.fill, 3.5, None),
    }.get(key.shape, (CELL_BORDER, 1.0, None))  # fmt: skip
    fill = PAPER if key.shape in ("bold box", "dashed box", "framed box", "hatched box") else key.fill
    add(parent, "rect", x=x + width / 2, y=y - 8.5, width=wide - width, height=17, **{**filled(fill), **stroked(colour, width, dash)})  # fmt: skip
    if key.shape == "hatched box":
        for place in range(1, 4):
            add(parent, "line", x1=x + place * 7 - 5, y1=y + 7, x2=x + place * 7 + 3, y2=y - 7, **stroked(MUTED, 1.25))  # fmt: skip
