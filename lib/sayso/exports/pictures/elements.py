"""SVG elements. Text and attributes are escaped by the writer, never by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from sayso.exports.pictures import words
from sayso.exports.pictures.palette import INK, paint
from sayso.exports.xml_text import as_xml

Anchor = Literal["start", "middle", "end"]
Upright = Literal["top", "middle", "bottom"]
_ASCENT = 0.36  # from a line's middle to its baseline, of the size


def add(parent: Element, name: str, **attributes: object) -> Element:
    """A new element in `parent`; `stroke_width` is written as stroke-width, None left out."""
    made = SubElement(parent, name)
    for key, value in attributes.items():
        if value is not None:
            made.set(
                key.rstrip("_").replace("_", "-"),
                number(value) if isinstance(value, float) else as_xml(str(value)),
            )
    return made  # fmt: skip


def number(value: float) -> str:
    """Two digits are finer than any screen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def filled(colour: str | None, opacity: float = 1.0) -> dict[str, object]:
    """The attributes of a fill."""
    plain, own = paint(colour)
    return {"fill": plain, "fill_opacity": own * opacity if own * opacity < 1 and plain != "none" else None}


def stroked(
    colour: str | None, width: float, dash: str | None = None, opacity: float = 1.0
) -> dict[str, object]:
    """The attributes of a line; nothing of one without width."""
    plain, own = paint(colour)
    if not width or plain == "none" or not own:
        return {}
    return {
        "stroke": plain, "stroke_width": float(width), "stroke_dasharray": _dashes(dash, width),
        "stroke_opacity": own * opacity if own * opacity < 1 else None,
    }  # fmt: skip


def write(
    parent: Element,
    lines: Sequence[words.Line],
    x: float,
    y: float,
    size: float,
    *,
    colour: str | None = INK,
    anchor: Anchor = "start",
    upright: Upright = "middle",
    whole: str | None = None,
    turned: float | None = None,
    opacity: float | None = None,
) -> None:
    """Write lines with their top, middle or bottom at `y`. `whole` is what was cut, for who points at it."""
    step = size * words.LEADING
    high = step * len(lines)
    top = y - {"top": 0.0, "middle": high / 2, "bottom": high}[upright]
    group = add(parent, "g") if whole is not None or turned is not None else parent
    if turned is not None:
        group.set("transform", f"rotate({number(turned)} {number(x)} {number(y)})")
    if whole is not None:
        add(group, "title").text = as_xml(whole)
    for place, line in enumerate(lines):
        if not any(run.text.strip() for run in line):
            continue
        baseline = top + step * (place + 0.5) + _ASCENT * size
        made = add(
            group, "text", x=float(x), y=baseline, font_size=float(size), text_anchor=None if anchor == "start" else anchor,
            opacity=opacity, **filled(colour),
        )  # fmt: skip
        for run in line:
            piece = add(
                made, "tspan", font_weight=600 if run.is_bold else None, font_style="italic" if run.is_italic else None
            )  # fmt: skip
            piece.text = as_xml(words.in_order(run.text))


def _dashes(dash: str | None, width: float) -> str | None:
    unit = max(width, 3)  # as Plotly does
    match dash:
        case None | "" | "solid":
            return None
        case "dot":
            return f"{number(unit)} {number(unit)}"
        case "dash":
            return f"{number(3 * unit)} {number(3 * unit)}"
        case _:
            return dash.replace("px", "").replace(",", " ")
