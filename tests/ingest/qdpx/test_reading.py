"""Projects as NVivo, MAXQDA, ATLAS.ti and Quirkos shape them are read alike; broken and hostile ones are refused."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.ingest.qdpx.reading import read_qdpx
from tests.qdpx_file import CODES, DEBATE, WORDS, guid, mark, pack, short_ends, text, utf16, write, xml

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<Project name="&b;"/>'
)
THEFT = '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project><Description>&x;</Description></Project>'


def refused(path: Path) -> str:
    with pytest.raises(SaysoError) as caught:
        read_qdpx(path)
    assert "Nothing was written" in caught.value.next_step or caught.value.next_step
    return str(caught.value)


def test_a_project_as_nvivo_writes_it(tmp_path: Path) -> None:
    """Folder "Sources", UTF-16 units, unnamed selections, cases that are codes too, braces around a GUID."""
    case = (
        f'<Cases><Case guid="{{{guid("code Actors/Mayor").lower()}}}" name="Mayor"/>'
        f'<Case guid="{guid("case Union")}" name="Dock Union">'
        f'<SelectionRef targetGUID="{guid("Selm Post, 3 May 3")}"/></Case></Cases>'
    )
    project = read_qdpx(
        write(tmp_path / "a.qdpx", DEBATE, folder="Sources", count=utf16, origin="NVivo 14", more=case)
    )
    names = {project.codes[segment.code].name for segment in project.segments}
    assert names == {
        "Mayor",
        "Port expansion",
        "Pro",
        "Harbour Union",
        "Harbour tax",
        "Contra",
        "Dock Union",
    }
    assert set(project.groups["Cases"]) == {guid("code Actors/Mayor").lower(), guid("case Union").lower()}
    assert {segment.coder for segment in project.segments} == {"Ann", "Öykü"}


def test_a_project_as_maxqda_writes_it(tmp_path: Path) -> None:
    """Document groups are sets, variables stand in nameless cases, memos and links beside the codes."""
    more = (
        f'<Cases><Case guid="{guid("c")}"><VariableValue><VariableRef targetGUID="{guid("var Outlet")}"/>'
        f'<TextValue>Selm Post</TextValue></VariableValue><SourceRef targetGUID="{guid("Plain")}"/></Case></Cases>'
        f'<Notes><Note guid="{guid("n")}" name="Idea"><PlainTextContent>Look again.</PlainTextContent></Note></Notes>'
        f'<Sets><Set guid="{guid("s")}" name="2024"><MemberSource targetGUID="{guid("Plain")}"/></Set></Sets>'
    )
    texts = [
        *DEBATE, text("Dated", "Word.", variables={"Outlet": "Gazette", "Datum": "2024-05-03"}), text("Plain", "Words here.")
    ]  # fmt: skip
    project = read_qdpx(write(tmp_path / "a.qdpx", texts, origin="MAXQDA 24 (Release 24.7.0)", more=more))
    said = {source.name: source.variables for source in project.sources.values() if source.variables}
    assert said == {
        "Dated": {"Outlet": "Gazette", "Datum": "2024-05-03"},
        "Plain": {"Outlet": "Selm Post", "Document group": "2024"},
    }
    assert project.unheld == {"sets": 1, "memos": 1} and project.groups == {}
    assert project.beside["memos"] == [{"name": "Idea", "text": "Look again."}]


def test_a_project_as_atlas_ti_writes_it(tmp_path: Path) -> None:
    """The XML is called after the project, code groups are sets, recordings stand outside the archive."""
    more = f'<Sets><Set guid="{guid("g")}" name="Who"><MemberCode targetGUID="{guid("code Mayor")}"/></Set></Sets>'
    video = (
        f'<VideoSource guid="{guid("v")}" name="Talk.MP4" path="relative:///x.mov"><VideoSelection guid="{guid("w")}"'
        f' begin="1" end="1"><Coding guid="{guid("x")}"><CodeRef targetGUID="{guid("code Mayor")}"/></Coding>'
        "</VideoSelection></VideoSource>"
    )
    texts = [text("A", WORDS, mark("The mayor said", "Mayor"), pdf=True)]
    path = write(
        tmp_path / "a.qdpx", texts, {"Mayor": {}, "Pro": {}}, project="Trial.qde", count=short_ends,
        origin="ATLAS.ti Mac", more=more, sources=video,
    )  # fmt: skip
    project = read_qdpx(path)
    assert project.groups == {"Who": (guid("code Mayor").lower(),)} and len(project.segments) == 1
    assert project.unheld == {
        "sets": 1, "recordings": 1, "coded parts of pictures and recordings": 1,
    }  # fmt: skip


def test_a_text_inside_the_xml_and_one_in_utf_16_are_read(tmp_path: Path) -> None:
    inline = text("A", "a <b> & 🌊\nc", mark("🌊", "Actors/Mayor"), inline=True)
    wide = text("B", WORDS, mark("The mayor", "Actors/Mayor"), file=WORDS.encode("utf-16"))
    project = read_qdpx(write(tmp_path / "a.qdpx", [inline, wide]))
    assert [source.text for source in project.sources.values()] == [inline.words, WORDS]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"notes.txt": b"x"}, "no project.qde"),
        ({"a.qde": b"x", "b.qde": b"x"}, "several projects"),
        ({"project.qde": b"<Project><Users>"}, "XML is broken"),
        ({"project.qde": b"not xml"}, "XML is broken"),
        ({"project.qde": b""}, "XML is broken"),
        ({"project.qde": BOMB.encode()}, "declares a document type"),
        ({"project.qde": BOMB.replace("1.0", "1.0").encode("utf-16")}, "declares a document type"),
        ({"project.qde": THEFT.encode()}, "declares a document type"),
        ({"project.qde": b"<a>" * 500 + b"</a>" * 500}, "deeper"),
        ({"project.qde": b"<CodeBook xmlns='urn:QDA-XML:codebook:1.0'/>"}, "codebook without texts"),
        ({"project.qde": b"<html/>"}, "not a REFI-QDA project"),
        ({"project.qde": b"<Project/>"}, "no coded passage"),
        ({"project.qde": xml([text("A", "b", inline=True)]).encode()}, "no coded passage"),
        ({"project.qde": xml(DEBATE).encode()}, "is not in the file"),
        ({"project.qde": b"<Project/>", "../../evil.txt": b"x"}, "leads out of the archive"),
        ({"project.qde": b"<Project/>", "/etc/evil": b"x"}, "leads out of the archive"),
        ({"project.qde": b"<Project/>", "..\\evil.txt": b"x"}, "leads out of the archive"),
        ({"project.qde": b"<Project/>", "a.txt": b"x", "A.txt": b"x"}, "two files named"),
    ],
)  # fmt: skip
def test_what_is_no_whole_project_is_refused(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    assert said in refused(pack(tmp_path / "a.qdpx", files))


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7 not a zip", b"PK\x05\x06" + b"\0" * 17]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.qdpx"
    path.write_bytes(content)
    assert "cannot be unpacked" in refused(path)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({guid("code Actors/Mayor"): guid("nobody")}, "not in its codebook"),
        ({'startPosition="': 'startPosition="x'}, "no whole numbers"),
        ({"internal://": "internal://../../"}, "is not in the file"),
        ({"internal://": "absolute:///etc/passwd?"}, "is not in the file"),
        ({"plainTextPath": "richTextPath"}, "without its plain text"),
        ({guid("code Actors"): guid("code Themes")}, "the GUID of another one"),
    ],
)
def test_what_contradicts_itself_is_refused(tmp_path: Path, change: dict[str, str], said: str) -> None:
    whole = xml(DEBATE)
    for old, new in change.items():
        first = old == guid("code Actors/Mayor")  # the code goes, what is coded with it stays
        whole = whole.replace(old, new, 1) if first else whole.replace(old, new)
    files = {f"sources/{guid(each.name)}.txt": each.words.encode() for each in DEBATE}
    assert said in refused(pack(tmp_path / "a.qdpx", {"project.qde": whole.encode(), **files}))


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / "a.qdpx", [text("A", "x", mark("x", "Actors/Mayor"), file=bytes(17 * 2**20))])
    assert path.stat().st_size < 100_000 and "It was not unpacked" in refused(path)


def test_an_archive_that_understates_its_size_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.qdpx", DEBATE)
    size = zipfile.ZipFile(path).getinfo("project.qde").file_size
    content = path.read_bytes()
    path.write_bytes(content.replace(struct.pack("<L", size), struct.pack("<L", 40)))
    assert "damaged" in refused(path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.qdpx", [text("A", "x", mark("x", "Actors/Mayor"), file=b"\xff\x00\x81x")], CODES
    )
    assert "is not UTF-8" in refused(path)


def test_a_project_packed_as_none_is_is_not_unpacked(tmp_path: Path) -> None:
    path = pack(tmp_path / "bomb.qdpx", {"project.qde": b"0" * 2**27})
    assert "It was not unpacked" in refused(path)
