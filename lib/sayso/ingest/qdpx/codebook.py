"""The codebook of a project, and what stands beside it: cases, sets, variables, links, memos."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from sayso.ingest.qdpx.archive import refuse
from sayso.ingest.qdpx.records import CASES, Code, Project
from sayso.ingest.qdpx.tree import guid, line, under

MOST_CODES = 100_000
LONGEST_MEMO = 20_000  # characters of one that are kept


def read_codebook(root: Element, project: Project) -> None:
    """Fill `project` with codes, named cases, sets and variables. Raises IntakeError for two codes with one GUID."""
    for element, parent in _codes(root):
        _add(project, Code(guid(element.get("guid")), line(element.get("name"), 300), parent, _told(element)))
    cases = list(under(root.find("Cases"), "Case"))
    for case in cases:
        # NVivo writes a case also as a code with the same GUID; MAXQDA and Quirkos write nameless ones for variables.
        if (key := guid(case.get("guid"))) and line(case.get("name")) and key not in project.codes:
            _add(project, Code(key, line(case.get("name"), 300), None, _told(case), is_case=True))
    named = tuple(key for case in cases if line(case.get("name")) and (key := guid(case.get("guid"))))
    if named:
        project.groups[CASES] = named
    for each in under(root.find("Sets"), "Set"):
        members = tuple(guid(member.get("targetGUID")) for member in each.findall("MemberCode"))
        if known := tuple(key for key in members if key in project.codes):
            project.groups.setdefault(line(each.get("name"), 300), known)
    project.variables = {
        guid(variable.get("guid")): line(variable.get("name"), 300)
        for variable in under(root.find("Variables"), "Variable")
    }
    _beside(root, project)


def _codes(root: Element) -> Iterator[tuple[Element, str | None]]:
    """Every code with its parent's GUID, in the order of the codebook."""
    book = root.find("CodeBook")
    waiting = [
        (code, None) for code in reversed(list(under(None if book is None else book.find("Codes"), "Code")))
    ]
    rest: list[tuple[Element, str | None]] = [*waiting]
    while rest:
        element, parent = rest.pop()
        yield element, parent
        rest += [(child, guid(element.get("guid"))) for child in reversed(element.findall("Code"))]


def _add(project: Project, code: Code) -> None:
    if not code.key or code.key in project.codes:
        refuse(f"The code “{code.name}” has {'the GUID of another one' if code.key else 'no GUID'}.")
    if len(project.codes) >= MOST_CODES:
        refuse(f"It holds more than {MOST_CODES:,} codes.")
    project.codes[code.key] = (
        code if code.name else Code(code.key, "(no name)", code.parent, code.description)
    )
    if code.parent is not None:
        project.children.setdefault(code.parent, []).append(code.key)


def _beside(root: Element, project: Project) -> None:
    sets = list(under(root.find("Sets"), "Set"))
    links = list(under(root.find("Links"), "Link"))
    notes = list(under(root.find("Notes"), "Note"))
    project.unheld |= {
        noun: number
        for noun, number in (
            ("sets", len(sets)), ("links", len(links)), ("memos", len(notes)),
            ("graphs", len(list(under(root.find("Graphs"), "Graph")))),
        )
        if number
    }  # fmt: skip
    project.beside = {
        "description": _told(root),
        "sets": [
            {"name": line(each.get("name")), "members": [guid(m.get("targetGUID")) for m in each if m.get("targetGUID")]}
            for each in sets
        ],
        "links": [
            {"name": line(each.get("name")), "from": guid(each.get("originGUID")), "to": guid(each.get("targetGUID"))}
            for each in links
        ],
        "memos": [
            {"name": line(each.get("name")), "text": (each.findtext("PlainTextContent") or _told(each))[:LONGEST_MEMO]}
            for each in notes
        ],
    }  # fmt: skip


def _told(element: Element) -> str:
    return (element.findtext("Description") or "").strip()[:LONGEST_MEMO]
