"""A .qdpx file read into records: what its XML says, checked against itself and its texts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree.ElementTree import Element

from sayso.ingest.qdpx.archive import HINT, Archive, refuse
from sayso.ingest.qdpx.codebook import read_codebook
from sayso.ingest.qdpx.records import Project, Segment, Source
from sayso.ingest.qdpx.tree import guid, line, read_tree, target, under

UNKNOWN = "unknown coder"
SET = "Document group"  # the variable that says which set a text is in: outlets are often kept so
LONGEST_TEXT = 5_000_000  # characters
MOST_SEGMENTS = 1_000_000
# What a source of another kind is called, and what is marked in it.
MEDIA = {"PictureSource": "pictures", "AudioSource": "recordings", "VideoSource": "recordings"}
MARKED = ("PictureSelection", "PDFSelection", "AudioSelection", "VideoSelection", "TranscriptSelection")


def read_qdpx(path: Path) -> Project:
    """Read the REFI-QDA project at `path`.

    Raises IntakeError if the archive or its XML cannot be trusted or read, a coded text is missing, a coding names a
    code that is not there, or nothing in it is coded.
    """
    with Archive(path) as archive:
        root = read_tree(archive.project)
        project = Project(
            line(root.get("name")) or path.stem, line(root.get("origin"), 120),
            _day(root, "modifiedDateTime", "creationDateTime"),
        )  # fmt: skip
        users = {
            guid(u.get("guid")): line(u.get("name") or u.get("id"), 120)
            for u in under(root.find("Users"), "User")
        }
        read_codebook(root, project)
        _sources(root, project, archive, users)
        _cases(root, project, users)
        for each in under(root.find("Sets"), "Set"):
            for member in each.findall("MemberSource"):
                source = project.sources.get(guid(member.get("targetGUID")))
                if source and (name := line(each.get("name"))):
                    source.variables.setdefault(SET, name)
    if not project.segments:
        refuse(
            f"{path.name} has no coded passage of a text: {len(project.sources)} texts,"
            f" {len(project.codes)} codes, nothing marked with one.",
            "Choose a project with codings in its texts. Nothing was written.",
        )
    project.unheld = +project.unheld
    project.beside["users"] = sorted(set(users.values()))
    return project


def _sources(root: Element, project: Project, archive: Archive, users: dict[str, str]) -> None:
    for element in root.find("Sources") or ():
        whole = element
        if element.tag == "PDFSource":
            found = element.find("Representation")
            project.unheld["coded areas of pages"] += _coded(element, ("PDFSelection",))
            if found is None:
                project.unheld["PDFs without their text"] += 1
                continue
            whole = found
        elif element.tag != "TextSource":
            if element.tag in MEDIA:
                project.unheld[MEDIA[element.tag]] += 1
                project.unheld["coded parts of pictures and recordings"] += _coded(element, MARKED)
            continue
        _text(element, whole, project, archive, users)


def _text(
    element: Element, whole: Element, project: Project, archive: Archive, users: dict[str, str]
) -> None:
    key = guid(element.get("guid")) or guid(whole.get("guid"))
    name = line(element.get("name") or whole.get("name")) or f"Text {len(project.sources) + 1}"
    marked = whole.findall("PlainTextSelection")
    coded = any(each.find("Coding") is not None for each in marked)
    text = whole.findtext("PlainTextContent")
    address = whole.get("plainTextPath") or ""
    if text is None and address:
        text = archive.text(address)
    if text is None:
        if coded:
            missing = (
                f"its text {line(address, 80)} is not in the file"
                if address
                else "it comes without its plain text"
            )
            refuse(f"“{name}” is coded, but {missing}.", f"Export the project with its texts inside. {HINT}")
        project.unheld["uncoded texts that are not in the file"] += 1
        return
    if len(text) > LONGEST_TEXT:
        refuse(f"“{name}” is longer than {LONGEST_TEXT:,} characters.")
    if not key or key in project.sources:
        refuse(f"The text “{name}” has {'the GUID of another one' if key else 'no GUID'}.")
    source = Source(
        key, name, text.replace("\0", "\ufffd"), _day(element, "creationDateTime", "modifiedDateTime")
    )
    project.sources[key] = source
    project.unheld["codes on whole texts"] += len(element.findall("Coding")) + (
        len(whole.findall("Coding")) if whole is not element else 0
    )
    _values(element, project, source)
    for selection in marked:
        _selection(selection, source, project, users)


def _selection(selection: Element, source: Source, project: Project, users: dict[str, str]) -> None:
    try:
        start, stop = (int(selection.get(name) or "") for name in ("startPosition", "endPosition"))
    except ValueError:
        refuse(f"A marked passage in “{source.name}” has no whole numbers as its place.")
    source.labels.append((start, stop, line(selection.get("name"))))
    codings = selection.findall("Coding")
    if not codings and selection.find("Description") is not None:
        project.unheld["notes on passages"] += 1
    for coding in codings:
        code = target(coding, "CodeRef")
        if code not in project.codes:
            refuse(
                f"A passage in “{source.name}” (place {start:,}) is coded with {line(code, 60) or 'nothing'}, which is"
                " not in its codebook."
            )
        by = guid(
            coding.get("creatingUser") or selection.get("creatingUser") or selection.get("modifyingUser")
        )
        day = _day(coding, "creationDateTime") or _day(selection, "creationDateTime", "modifiedDateTime")
        project.segments.append(Segment(source.key, start, stop, code, users.get(by) or UNKNOWN, day))
    if len(project.segments) > MOST_SEGMENTS:
        refuse(f"It holds more than {MOST_SEGMENTS:,} codings.")


def _values(element: Element, project: Project, source: Source) -> None:
    for value in element.findall("VariableValue"):
        name = project.variables.get(target(value, "VariableRef"))
        said = next((child.text for child in value if child.tag.endswith("Value") and child.text), None)
        if name and said and said.strip():
            source.variables.setdefault(name, line(said))


def _cases(root: Element, project: Project, users: dict[str, str]) -> None:
    """Cases that hold passages are codes on them; a case that is a whole text gives it its variables and its speaker."""
    chosen = {
        guid(selection.get("guid")): (source, selection)
        for element in root.find("Sources") or ()
        for whole in (element, *element.findall("Representation"))
        if (source := project.sources.get(guid(element.get("guid")) or guid(whole.get("guid"))))
        for selection in whole.findall("PlainTextSelection")
    }
    for case in under(root.find("Cases"), "Case"):
        key = guid(case.get("guid"))
        sources = [project.sources[k] for ref in case.findall("SourceRef") if (k := guid(ref.get("targetGUID"))) in project.sources]  # fmt: skip
        for source in sources:
            _values(case, project, source)
            if key in project.codes:
                source.cases.append(key)
        for ref in case.findall("SelectionRef"):
            place = chosen.get(guid(ref.get("targetGUID")))
            if place and key in project.codes:
                source, selection = place
                start, stop = int(selection.get("startPosition") or 0), int(selection.get("endPosition") or 0)
                coder = users.get(guid(selection.get("creatingUser"))) or UNKNOWN
                day = _day(selection, "creationDateTime", "modifiedDateTime")
                project.segments.append(Segment(source.key, start, stop, key, coder, day))


def _coded(element: Element, kinds: tuple[str, ...]) -> int:
    return sum(len(each.findall("Coding")) for kind in kinds for each in element.iter(kind))


def _day(element: Element, *names: str) -> date | None:
    for name in names:
        try:
            return date.fromisoformat((element.get(name) or "")[:10])
        except ValueError:
            continue
    return None
