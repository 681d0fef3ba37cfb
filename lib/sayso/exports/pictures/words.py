"""Words in a picture: what a figure's text says, line by line, wrapped and cut to the room that there is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from sayso.exports.pictures import fonts

LEAST = 10.0  # pixels: no smaller type at a picture's natural size
LEADING = 1.25
_TAG = re.compile(r"(<br>|</?[bi]>)")
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"  # Hebrew, Arabic, Syriac and their neighbours
_RUN = re.compile(f"[{_RIGHT}]+(?:[\\s\u200c\u200d’'،-]+[{_RIGHT}]+)*")
_COMMANDS = re.compile("[\u202a-\u202e\u2066-\u2069]")  # in data: they would turn round what stands beside
_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"


@dataclass(frozen=True)
class Run:
    """Words of one style."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


Line = tuple[Run, ...]


def lines_of(marked: str) -> list[Line]:
    """The lines of a figure's text, which knows `<b>`, `<i>`, `<br>` and escapes (`charts.plain_text`)."""
    lines: list[list[Run]] = [[]]
    is_bold = is_italic = False
    for piece in _TAG.split(marked):
        match piece:
            case "<br>":
                lines.append([])
            case "<b>" | "</b>":
                is_bold = piece == "<b>"
            case "<i>" | "</i>":
                is_italic = piece == "<i>"
            case "":
                pass
            case _:
                lines[-1].append(Run(unescape(piece), is_bold, is_italic))
    return [tuple(line) for line in lines]


def line(text: str, *, is_bold: bool = False, is_italic: bool = False) -> Line:
    """`text` as one line of one style."""
    return (Run(text, is_bold, is_italic),)


def text_of(lines: Sequence[Line]) -> str:
    """What lines say, in one."""
    return " ".join("".join(run.text for run in line) for line in lines)


def width(line: Line, size: float) -> float:
    """Pixels that a line takes."""
    return sum(fonts.width(run.text, size, is_bold=run.is_bold) for run in line)


def widest(lines: Sequence[Line], size: float) -> float:
    """Pixels that the longest of the lines takes."""
    return max((width(line, size) for line in lines), default=0.0)


def wrapped(text: str, room: float, size: float, *, most: int, is_bold: bool = False) -> list[str]:
    """`text` broken into at most so many lines of `room` pixels; what does not fit is cut with “…”."""

    def fits(piece: str) -> bool:
        return fonts.width(piece, size, is_bold=is_bold) <= room

    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if fits(longer):
            lines[-1] = longer
            continue
        if lines[-1]:
            lines.append("")
        while not fits(word):  # one word that is longer than a line
            place = max(1, next(n for n in range(1, len(word) + 1) if not fits(word[: n + 1] + "-")))
            if len(word) <= place:
                break
            lines[-1], word = word[:place] + "-", word[place:]
            lines.append("")
        lines[-1] = word
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], cut(f"{lines[most - 1]}…", room, size, is_bold=is_bold)]


def balanced(text: str, room: float, size: float, *, most: int, is_bold: bool = False) -> list[str]:
    """`wrapped`, in lines of about one length: no word stands alone in the last."""
    lines = wrapped(text, room, size, most=most, is_bold=is_bold)
    while len(lines) > 1 and room > size * 10:
        room -= size
        narrower = wrapped(text, room, size, most=most, is_bold=is_bold)
        if len(narrower) > len(lines) or narrower[-1].endswith("…"):
            break
        lines = narrower
    return lines


def cut(text: str, room: float, size: float, *, is_bold: bool = False) -> str:
    """`text`, or as much of its beginning as has room, with “…”."""
    if fonts.width(text, size, is_bold=is_bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        shorter = text[:end].rstrip(" ,.;·…") + "…"
        if fonts.width(shorter, size, is_bold=is_bold) <= room:
            return shorter
    return "…"


def in_order(text: str) -> str:
    """`text` with what is written from the right kept together in its place, whatever draws it.

    Isolates, not the `direction` attribute: programs that draw SVG disagree on what that does to an anchor.
    """
    text = _COMMANDS.sub("", text)
    if is_from_right(text):
        return f"{_RIGHT_TO_LEFT}{text}{_END}"
    return _RUN.sub(f"{_RIGHT_TO_LEFT}\\g<0>{_END}", text)


def is_from_right(text: str) -> bool:
    """Whether most letters are written from the right: a name at its beginning does not turn a sentence round."""
    kinds = [unicodedata.bidirectional(char) for char in text]
    return kinds.count("R") + kinds.count("AL") > kinds.count("L")


def shortened(line: Line, room: float, size: float) -> Line:
    """`line`, or as much of its first words as has room."""
    if width(line, size) <= room:
        return line
    first = line[0]
    return (Run(cut(first.text, room, size, is_bold=first.is_bold), first.is_bold, first.is_italic),)
