"""The XML of a REFI-QDA project as a tree, without namespaces; document types and entities are refused unread."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from sayso.ingest.qdpx.archive import HINT, NOTHING, refuse

DEEPEST = 100  # levels; codes nest a dozen deep at most
MOST_ELEMENTS = 5_000_000


def read_tree(content: bytes) -> Element:
    """The element `Project`. Raises IntakeError for XML that is broken, declares a document type, or is another file."""
    builder = TreeBuilder()
    depth = number = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, number
        depth, number = depth + 1, number + 1
        if depth > DEEPEST or number > MOST_ELEMENTS:
            refuse("Its XML is deeper or longer than that of any real project.")
        builder.start(name.rpartition(" ")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name.rpartition(" ")[2])

    def doctype(*_: object) -> None:
        # Entities are declared there, and a few lines of them can grow to gigabytes or read other files.
        refuse("Its XML declares a document type, which no REFI-QDA project does. It was not read further.")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        refuse(f"The project's XML is broken: {error}.")
    root = builder.close()
    if root.tag == "CodeBook":
        refuse(
            "It is a codebook without texts and codings.",
            f"Export the project (.qdpx), not the codebook (.qdc). {NOTHING}",
        )
    if root.tag != "Project":
        refuse(f"Its XML is not a REFI-QDA project: it begins with “{root.tag[:40]}”.", HINT)
    return root


def guid(text: str | None) -> str:
    """A GUID as written anywhere: lower case, without braces. Empty for None."""
    return (text or "").strip().strip("{}").lower()


def target(element: Element, tag: str) -> str:
    """The GUID that the child `tag` points to; empty if there is none."""
    child = element.find(tag)
    return guid(child.get("targetGUID")) if child is not None else ""


def line(text: str | None, longest: int = 500) -> str:
    """A name as one line: white space joined, cut at `longest` characters."""
    joined = " ".join((text or "").split())
    return joined if len(joined) <= longest else f"{joined[: longest - 1]}…"


def under(element: Element | None, tag: str) -> Iterator[Element]:
    """The children `tag` of an element that may be missing."""
    return iter(()) if element is None else iter(element.findall(tag))
