"""An exhibit as one picture: its finding, what that rests on, the chart, the legend, how it was made, and from what."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, tostring

from sayso.errors import ExportError
from sayso.exports.pictures import fonts, keys, plot, words
from sayso.exports.pictures.boxes import Box
from sayso.exports.pictures.elements import add, number, write
from sayso.exports.pictures.headed import Headed
from sayso.exports.pictures.palette import INK, LINE, MUTED, PAPER
from sayso.exports.xml_text import as_xml
from sayso.model.wording import counted
from sayso.reports.exhibit import Exhibit

PAD, WIDE, LEAST = 28.0, 1000.0, 860.0
_TITLE, _SUBTITLE, _FINE = 22.0, 13.0, 11.0
_MOST_OUTLETS = 4
_HIDDEN_TAIL = ": choose others under Filters"
"""What a subtitle says to who sits before the screen."""


def svg(exhibit: Exhibit) -> str:
    """The exhibit as a self-contained SVG. Raises ExportError if it has no chart."""
    drawing = exhibit.drawing
    if drawing is None:
        raise ExportError(
            "Making a picture", f"“{exhibit.title}” has no chart; nothing was written.", "Take its table: --format csv."
        )  # fmt: skip
    headed = Headed(drawing, drawing.heads, LEAST) if drawing.heads else None
    room = max(headed.width, LEAST) if headed else WIDE
    root = Element("svg", xmlns="http://www.w3.org/2000/svg", role="img")
    style, patterns = add(root, "style"), add(root, "defs")
    add(root, "title").text = as_xml(exhibit.title)
    add(root, "desc").text = as_xml(exhibit.subtitle)
    paper = add(root, "rect", fill=PAPER)
    y = _paragraph(root, exhibit.title, PAD, room, _TITLE, most=4, colour=INK, is_bold=True)
    y = _paragraph(
        root, exhibit.subtitle.replace(_HIDDEN_TAIL, ""), y + 6, room, _SUBTITLE, most=4, colour=MUTED
    )
    y += 16
    if headed:
        headed.draw(root, PAD, y, patterns)
        y += headed.height
    else:
        height = drawing.height * plot.stretch(drawing.figure, drawing.height)
        plot.draw(root, drawing.figure, Box(PAD, y, room, height), patterns)
        y += height
    y = keys.draw(root, exhibit.legend, PAD, y + 12, room) if exhibit.legend else y
    add(root, "line", x1=PAD, x2=PAD + room, y1=y + 12, y2=y + 12, stroke=LINE, stroke_width=0.75)
    y = _paragraph(root, exhibit.provenance, y + 20, room, _FINE, most=4, colour=MUTED)
    y = _paragraph(root, source_line(exhibit), y + 2, room, _FINE, most=3, colour=MUTED)
    wide, tall = room + 2 * PAD, y + PAD - 8
    for name, value in (("width", wide), ("height", tall)):
        root.set(name, number(round(value)))
        paper.set(name, number(round(value)))
    root.set("viewBox", f"0 0 {number(round(wide))} {number(round(tall))}")
    root.set("font-family", fonts.STACK)
    root.set("font-weight", str(fonts.REGULAR))
    root.set("aria-label", as_xml(exhibit.title))
    style.text = fonts.faces(*_letters(root))
    return tostring(root, encoding="unicode")


def source_line(exhibit: Exhibit) -> str:
    """Which outlets and how many articles, of which dataset and version."""
    outlets = list(dict.fromkeys(exhibit.sources["outlet"].dropna()))
    named = ", ".join(outlets[:_MOST_OUTLETS])
    if len(outlets) > _MOST_OUTLETS:
        named += f" and {len(outlets) - _MOST_OUTLETS} more"
    articles = counted(len(exhibit.sources), "article")
    source = f"Source: {named} ({articles})" if outlets else f"Source: {articles}"
    version = f"data version {exhibit.data_version}"
    told = "" if version in exhibit.provenance else f" · {version}"
    return f"{source} · {exhibit.dataset_title} · Sayso{told}"


def _paragraph(
    root: Element, text: str, y: float, room: float, size: float, *, most: int, colour: str, is_bold: bool = False
) -> float:  # fmt: skip
    """Write wrapped words; returns where they end."""
    if not text:
        return y
    broken = words.balanced if is_bold else words.wrapped
    lines = broken(text, room, size, most=most, is_bold=is_bold)
    whole = text if lines[-1].endswith("…") else None
    write(
        root, [words.line(line, is_bold=is_bold) for line in lines], PAD, y, size, colour=colour, upright="top",
        whole=whole,
    )  # fmt: skip
    return y + len(lines) * size * words.LEADING


def _letters(root: Element) -> Sequence[set[str]]:
    """The letters in regular and in bold type."""
    regular: set[str] = set()
    bold: set[str] = set()
    for piece in root.iter("tspan"):
        (bold if piece.get("font-weight") else regular).update(piece.text or "")
    return regular, bold
