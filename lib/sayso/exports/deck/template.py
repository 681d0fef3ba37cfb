"""The paper that slides are made on: Sayso's own, or a house's .potx or .pptx with its layouts found by name or type."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Emu, Inches, Pt

from sayso.errors import ExportError

FONT = "Arial"  # on every machine, and with Arabic letters
WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_NAMES = {"cover": ("title slide", "cover"), "content": ("title only", "title and content", "content")}
_KEPT = ("Title Slide", "Title Only")
_POTX = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_PPTX = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TITLE = "Reading the template"


@dataclass(frozen=True)
class Template:
    """A .pptx or .potx file's bytes; without them Sayso's own paper."""

    content: bytes | None = None

    @cached_property
    def is_own(self) -> bool:
        """Whether it is Sayso's."""
        return self.content is None

    def open(self) -> Any:
        """An empty presentation on this paper. Raises ExportError for what is not PowerPoint, or lacks a layout."""
        if self.content is None:
            return Presentation(io.BytesIO(_own()))
        made = _opened(self.content)
        if lacks := missing(self.content):
            raise ExportError(
                _TITLE, " ".join(lacks), "Add it to the template's master, or leave --template out."
            )
        for slide in list(made.slides._sldIdLst):
            made.part.drop_rel(slide.rId)
            made.slides._sldIdLst.remove(slide)
        return made


def layout(presentation: Any, which: str) -> Any:
    """The layout for "cover" or "content" slides: by name, else the first with the right placeholders."""
    layouts = list(presentation.slide_layouts)
    for name in _NAMES[which]:
        for each in layouts:
            if each.name.strip().casefold() == name and _title_of(each):
                return each
    titled = [each for each in layouts if _title_of(each)]
    if which == "cover":
        with_sub = [each for each in titled if _has(each, PP_PLACEHOLDER.SUBTITLE)]
        return (with_sub or titled)[0]
    return min(titled, key=lambda each: len(list(each.placeholders)))


def missing(content: bytes) -> list[str]:
    """What a template lacks, a sentence each; empty if it can be used."""
    made = _opened(content)
    if not any(_title_of(each) for each in made.slide_layouts):
        return ["No layout has a title placeholder: findings stand in it."]
    found = []
    ratio = made.slide_width / made.slide_height
    if ratio < 1.7:
        found.append(f"Its slides are {ratio:.2f} times as wide as high; Sayso's need 16:9 (1.78).")
    if made.slide_width < Inches(9.9):
        found.append("Its slides are less than 10 inches wide: type of 10 points would not fit.")
    return found


def _opened(content: bytes) -> Any:
    try:
        return Presentation(io.BytesIO(_as_pptx(content)))
    except Exception as error:  # whatever a file that is not one makes of the library
        raise ExportError(_TITLE, "It is not a PowerPoint file.", "Name a .pptx or .potx file.") from error


def _as_pptx(content: bytes) -> bytes:
    """A .potx says of itself that it is a template; python-pptx opens presentations only."""
    source = zipfile.ZipFile(io.BytesIO(content))
    if _POTX not in source.read("[Content_Types].xml"):
        return content
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(_POTX, _PPTX) if name == "[Content_Types].xml" else data)
    return made.getvalue()


def _title_of(layout_: Any) -> bool:
    return any(shape.placeholder_format.type in _TITLES for shape in layout_.placeholders)


def _has(layout_: Any, kind: Any) -> bool:
    return any(shape.placeholder_format.type == kind for shape in layout_.placeholders)


@lru_cache(maxsize=1)
def _own() -> bytes:
    """python-pptx's paper made 16:9, in Arial, with a title at the top left."""
    made = Presentation()
    stretch = WIDTH / made.slide_width
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    layouts = made.slide_layouts
    for each in list(layouts):
        if each.name not in _KEPT:
            layouts.remove(each)
    for page in (made.slide_master, *layouts):
        for shape in page.placeholders:
            shape.left, shape.width = Emu(round(shape.left * stretch)), Emu(round(shape.width * stretch))
            shape.top, shape.height = shape.top, shape.height
    _style_titles(made)
    for part in made.slide_master.part.package.iter_parts():
        if re.fullmatch(r"/ppt/theme/theme\d+\.xml", str(part.partname)):
            part._blob = _in_arial(part.blob)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _style_titles(made: Any) -> None:
    for page in (made.slide_master, layout(made, "content")):
        for shape in page.placeholders:
            if shape.placeholder_format.type in _TITLES:
                shape.left, shape.top, shape.width, shape.height = Inches(0.333), Inches(0.34), Inches(12.667), Inches(0.92)  # fmt: skip
    style = made.slide_master.element.find(".//{*}titleStyle/{*}lvl1pPr")
    style.set("algn", "l")
    words = style.find(f"{_A}defRPr")
    words.set("sz", str(int(Pt(24).pt * 100)))
    words.set("b", "1")


def _in_arial(theme: bytes) -> bytes:
    tree = etree.fromstring(theme)
    for kind in ("majorFont", "minorFont"):
        for font in tree.iter(f"{_A}{kind}"):
            for script in ("latin", "cs"):
                font.find(f"{_A}{script}").set("typeface", FONT)
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))
