"""Small REFI-QDA projects: `write(path, [text("News", WORDS, mark("words", "Actors/Mayor"))])`.

Written after the standard (1.5) and after what NVivo, MAXQDA and ATLAS.ti are seen to write.
"""

from __future__ import annotations

import uuid
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Tree = dict[str, Any]
CODES: Tree = {
    "Actors": {"Mayor": {}, "Harbour Union": {}},
    "Themes": {"Port expansion": {}, "Harbour tax": {}},
    "Stance": {"Pro": {}, "Contra": {}},
}
WORDS = (
    "The port 🚢 of Selm\r\n\r\nThe mayor said the port must grow. The union called the tax a theft.\r\n"
    "وقال العمدة إن الميناء يجب أن ينمو.\r\n"
)
DAY = "2024-05-{:02d}T10:00:00Z"


def guid(name: str) -> str:
    """The same GUID for the same name, in capitals as most programs write it."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name)).upper()


def code_points(text: str, at: int) -> int:
    """A place in the file's text as the standard counts it."""
    return at


def utf16(text: str, at: int) -> int:
    """A place in the file's text in UTF-16 units."""
    return len(text[:at].encode("utf-16-le")) // 2


def short_ends(text: str, at: int) -> int:
    """A place in the file's text with a Windows line end as one character, in UTF-16 units."""
    return utf16(text[:at].replace("\r\n", "\n"), at)


@dataclass
class Mark:
    """Words coded by somebody; `place` overrides where they are found."""

    words: str
    codes: tuple[str, ...]
    by: str = "Ann"
    place: tuple[int, int] | None = None
    name: str | None = ""


@dataclass
class Text:
    """One source; `inline` puts its text into the XML, `file` is what stands in the archive if not the text itself."""

    name: str
    words: str
    marks: tuple[Mark, ...] = ()
    inline: bool = False
    variables: dict[str, str] = field(default_factory=dict)
    file: bytes | None = None
    pdf: bool = False


def mark(words: str, *codes: str, **more: Any) -> Mark:
    """`words` coded with `codes`, which are paths such as "Actors/Mayor"."""
    return Mark(words, codes, **more)


def text(name: str, words: str, *marks: Mark, **more: Any) -> Text:
    """A source with its coded words."""
    return Text(name, words, marks, **more)


DEBATE = [
    text(
        "Selm Post, 3 May", WORDS,
        mark("The mayor said the port must grow.", "Actors/Mayor", "Themes/Port expansion", "Stance/Pro"),
        mark("The union called the tax a theft.", "Actors/Harbour Union"),
        mark("the tax", "Themes/Harbour tax"),
        mark("the tax a theft", "Stance/Contra"),
        mark("وقال العمدة إن الميناء يجب أن ينمو.", "Actors/Mayor", "Themes/Port expansion", by="Öykü"),
    ),
    text("Uncoded", "Nothing here."),
]  # fmt: skip


def xml(
    texts: Iterable[Text], codes: Tree = CODES, *, count: Callable[[str, int], int] = code_points,
    origin: str = "Test", users: Iterable[str] = ("Ann", "Öykü"), more: str = "", sources: str = "",
) -> str:  # fmt: skip
    """The project's XML. `more` stands behind the sources, `sources` among them."""
    texts = list(texts)
    names = sorted({name for each in texts for name in each.variables})
    variables = "".join(
        f'<Variable guid="{guid(f"var {name}")}" name={quoteattr(name)} typeOfVariable="Text"/>'
        for name in names
    )
    people = "".join(f'<User guid="{guid(f"user {name}")}" name={quoteattr(name)}/>' for name in users)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0"'
        f' name="Harbour" origin={quoteattr(origin)} creationDateTime="{DAY.format(1)}">'
        f"<Users>{people}</Users><CodeBook><Codes>{_codes(codes, '')}</Codes></CodeBook>"
        f"<Variables>{variables}</Variables>"
        f"<Sources>{''.join(_source(each, count) for each in texts)}{sources}</Sources>{more}</Project>"
    )


def write(
    path: Path, texts: Iterable[Text], codes: Tree = CODES, *, folder: str = "sources", project: str = "project.qde",
    **more: Any,
) -> Path:  # fmt: skip
    """A .qdpx file of `texts`."""
    texts = list(texts)
    files = {
        f"{folder}/{guid(each.name)}.txt": each.words.encode() if each.file is None else each.file
        for each in texts
        if not each.inline
    }
    return pack(path, {project: xml(texts, codes, **more).encode(), **files})


def pack(path: Path, files: dict[str, bytes]) -> Path:
    """A ZIP archive of `files`."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _codes(tree: Tree, above: str) -> str:
    return "".join(
        f'<Code guid="{guid(f"code {above}{name}")}" name={quoteattr(name)} isCodable="true">'
        f"{_codes(below, f'{above}{name}/')}</Code>"
        for name, below in tree.items()
    )


def _source(each: Text, count: Callable[[str, int], int]) -> str:
    marks = "".join(_selection(each, one, number, count) for number, one in enumerate(each.marks))
    values = "".join(
        f'<VariableValue><VariableRef targetGUID="{guid(f"var {name}")}"/><TextValue>{escape(value)}</TextValue>'
        "</VariableValue>"
        for name, value in each.variables.items()
    )
    address = "" if each.inline else f' plainTextPath="internal://{guid(each.name)}.txt"'
    inside = f"<PlainTextContent>{escape(each.words)}</PlainTextContent>" if each.inline else ""
    about = f'guid="{guid(each.name)}" name={quoteattr(each.name)} creationDateTime="{DAY.format(10)}"'
    if each.pdf:
        whole = (
            f'<Representation guid="{guid(each.name + " text")}"{address}>{inside}{marks}</Representation>'
        )
        return f'<PDFSource {about} path="internal://{guid(each.name)}.pdf">{whole}{values}</PDFSource>'
    return f"<TextSource {about}{address}>{inside}{marks}{values}</TextSource>"


def _selection(each: Text, one: Mark, number: int, count: Callable[[str, int], int]) -> str:
    at = each.words.find(one.words)
    start, stop = one.place or (count(each.words, at), count(each.words, at + len(one.words)))
    by = guid(f"user {one.by}")
    codings = "".join(
        f'<Coding guid="{guid(f"{each.name} {number} {code}")}" creatingUser="{by}" creationDateTime="{DAY.format(20)}">'
        f'<CodeRef targetGUID="{guid(f"code {code}")}"/></Coding>'
        for code in one.codes
    )
    name = "" if one.name is None else f" name={quoteattr(one.name)}"
    return (
        f'<PlainTextSelection guid="{guid(f"{each.name} {number}")}"{name} startPosition="{start}"'
        f' endPosition="{stop}" creatingUser="{by}">{codings}</PlainTextSelection>'
    )
