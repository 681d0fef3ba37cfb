"""Files that are broken, lie about themselves or unpack without end, through `add`, `import`, `overlay`, `load`, `check`."""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests import overlay_files, qdpx_file
from tests.hostile.trial import SECRET, Trial, command, dataset, tables, zipped
from tests.ingest.reading import made
from tests.ingest.reading.test_refused import DEAR, REFUSED
from tests.table_file import ROWS, TITLES, lines, sheet
from tests.test_cli_import_hostile import DNA, QDPX, TABLES, dna, qdpx

STORY = made.TEXT.encode()
NUL = STORY.replace(b" ", b"\x00", 3)
DTD = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "file://%s"><!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&s;&b;</x>'


_BOMB = gzip.compress(b"0" * 2**27)
ARTICLES: dict[str, tuple[str, bytes]] = {
    **{name: (file, content) for name, (file, content, _) in REFUSED.items()},
    **{name: ("a.eml", content) for name, content in DEAR.items()},
    "a word of a megabyte": ("a.txt", b"w" * 2**20),
    "words of a hundred kilobytes": ("a.txt", (b"w" * 100_000 + b" ") * 5),
    "quotation marks alone": ("a.txt", "“".encode() * 60_000),
    "NULs between words": ("a.txt", NUL),
    "escapes for a terminal": ("a.txt", b"\x1b]0;owned\x07\x1b[2J" + STORY),
    "writing that runs both ways": ("a.txt", "\u202e\u2066\u200f".encode() + STORY + "\u202c".encode() * 9_000),
    "letters under a thousand marks": ("a.txt", ("Z" + "\u0351" * 1_000).encode() * 20 + STORY),
    "half of a pair": ("a.txt", b"\xed\xa0\x80" + STORY),
    "a page of script": ("a.html", b"<script>alert(1)</script>" * 900 + made.page()),
    "a page nested 50,000 deep": ("a.html", b"<html><body>" + b"<div>" * 50_000 + STORY),
    "a page of one attribute": ("a.html", b"<html><body><p a='" + b"x" * 2**20 + b"'>" + STORY),
    "a page of entities": ("a.html", b"<html><body><p>" + b"&amp;" * 200_000),
    "a page that says UTF-7": ("a.html", b'<html><meta charset="utf-7">+ADw-script+AD4-' + STORY),
    "a page that reads files": ("a.html", DTD % b"/etc/passwd" + made.page()),
    "a frame of a local file": ("a.html", made.page().replace(b"<p>", b'<iframe src="file:///etc/passwd"></iframe><p>', 1)),
    "a Word file with a way out": ("a.docx", zipped(up__up__etc__passwd=b"x", word__document=b"x")),
    "a Word file of a bomb": ("a.docx", zipped(**{"word__document.xml": b"0" * 2**27, "[Content_Types].xml": b"<x/>"})),
    "a Word file that reads files": ("a.docx", made.changed_docx(made.docx(made.STORY), "<w:document", DTD.decode().partition("?>")[2].partition("<x>")[0] % "/etc/passwd" + "<w:document")),
    "JSON of 100,000 keys": ("a.jsonl", json.dumps({"text": made.TEXT, **{f"k{n}": n for n in range(100_000)}}).encode()),
    "JSON of a number without end": ("a.jsonl", b'{"text": ' + b"9" * 100_000 + b"}\n"),
    "JSON of a lone surrogate": ("a.jsonl", b'{"text": "\\ud800 ' + STORY.replace(b"\n", b" ").replace(b'"', b"'") + b'"}\n'),
    "JSON with a date beyond time": ("a.jsonl", json.dumps({"text": made.TEXT, "date": "99999-99-99", "url": "javascript:alert(1)"}).encode()),
    "a table of 2 million commas": ("a.csv", b"text" + b"," * 2_000_000 + b"\nx\n"),
    "a table of formulas": ("a.csv", ("title,text\n=cmd|' /C calc'!A0,\"" + made.TEXT.replace('"', '""') + '"\n').encode()),
    "an e-mail with a way out": ("a.eml", made.mail(made.TEXT, attachments=[("../../../etc/passwd.txt", STORY)]).as_bytes()),
    "an e-mail of bidi": ("a.eml", made.mail(made.TEXT, subject="\u202egnp.exe").as_bytes()),
    "a name with line ends": ("a.eml", made.mail(made.TEXT, attachments=[("a\tb.txt", STORY)]).as_bytes()),
    "a PDF that opens files": ("a.pdf", made.pdf([made.STORY]).replace(b"/Catalog", b"/Catalog /OpenAction << /S /Launch /F (/etc/passwd) >>", 1)),
    "nothing but a mark of order": ("a.txt", b"\xef\xbb\xbf"),
    "UTF-16 without its second half": ("a.txt", b"\xff\xfe" + made.TEXT.encode("utf-16-le")[:-1]),
}  # fmt: skip
CODED: dict[str, tuple[str, bytes]] = {
    **TABLES,
    "2 million commas": (".csv", b"a" + b"," * 2_000_000 + b"\nx\n"),
    "2 million commas in a row": (".csv", lines([TITLES, *ROWS]) + b"," * 2_000_000),
    "a million rows of nothing": (".csv", lines([TITLES, *ROWS]) + b",,,\n" * 1_000_000),
    "a way out of a workbook": (".xlsx", zipped(up__up__x=b"x")),
    "a workbook that is a bomb": (".xlsx", zipped(**{"xl__worksheets__sheet1.xml": b"0" * 2**27})),
    "a workbook of 5,000 parts": (".xlsx", zipped(**{f"p{n}": b"x" for n in range(5_000)})),
    "a workbook called a table": (".csv", sheet([TITLES, *ROWS])),
    "a table called a workbook": (".xlsx", lines([TITLES, *ROWS])),
    "escapes for a terminal in the titles": (".csv", b"\x1b[2J\x07,b\n1,2\n"),
    "an Excel line of its own": (".csv", b"sep=\x00\r\na\x00b\r\n"),
}  # fmt: skip
_ACLED = overlay_files.acled([{}])
OVERLAYS: dict[str, tuple[str, bytes]] = {
    "ACLED in the year 9999": ("a.csv", overlay_files.acled([{"event_date": "31 December 9999", "time_precision": 2}])),
    "ACLED in the year 1": ("a.csv", overlay_files.acled([{"event_date": "01 January 0001", "time_precision": 2}])),
    "ACLED of 2 million commas": ("a.csv", _ACLED + b"," * 2_000_000),
    "ACLED with deaths beyond counting": ("a.csv", overlay_files.acled([{"fatalities": "9" * 400}])),
    "GDELT packed without end": ("a.json.gz", _BOMB),
    "GDELT packed and broken": ("a.json.gz", gzip.compress(overlay_files.gdelt([overlay_files.article()]))[:-9]),
    "GDELT nested 100,000 deep": ("a.json", b"[" * 100_000),
    "GDELT in the year 9999": ("a.json", overlay_files.gdelt([overlay_files.article("9999-12-31T23:59:59Z")])),
    "GDELT with script for an address": ("a.json", overlay_files.gdelt([overlay_files.article(url="javascript:alert(1)")])),
    "GDELT that is none": ("a.json", b"\x00\xff" * 900),
}  # fmt: skip
WHOLE = (
    "INSERT INTO STATEMENTS SELECT ID + 1000, StatementTypeId, DocumentId, Start, Stop, Coder FROM STATEMENTS",
    "UPDATE ENTITIES SET Value = '=HYPERLINK(1)'",
    "UPDATE DOCUMENTS SET Title = '../../etc/passwd', Text = Text || char(0)",
    "CREATE VIEW X AS SELECT 1",
    "DROP TABLE DOCUMENTS",
    "UPDATE DOCUMENTS SET Date = -99999999999999",
    "PRAGMA user_version = 99",
    "UPDATE ENTITIES SET ChildOf = ID",
)


def _change(name: str, value: object) -> Callable[[Path], object]:
    def changed(folder: Path) -> None:
        about = json.loads((folder / "datapackage.json").read_text())
        (folder / "datapackage.json").write_text(json.dumps(about | {name: value}))

    return changed


def _bytes(file: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / file).write_bytes(content)


def _link(file: str, to: str) -> Callable[[Path], object]:
    def linked(folder: Path) -> None:
        (folder / file).unlink(missing_ok=True)
        (folder / file).symlink_to(to)

    return linked


def _folder(name: str, *files: str) -> Callable[[Path], object]:
    def put(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir()
        for file in files:
            (folder / name / file).write_text("x")

    return put


def _pipe(name: str) -> Callable[[Path], object]:
    def put(folder: Path) -> None:
        (folder / name).unlink()
        os.mkfifo(folder / name)

    return put


PACKAGES: dict[str, Callable[[Path], object]] = {
    "a name with a way out": _change("name", "../../etc/passwd"),
    "a name with quotation marks": _change("name", "x'; DROP TABLE meta; --"),
    "a title that is a list": _change("title", ["x"]),
    "a title of a megabyte": _change("title", "x" * 2**20),
    "a title that commands the terminal": _change("title", "\x1b[2J\x07x"),
    "stances that are lists": _change("stances", [[1], {}, "x", 1e309]),
    "a licence that is a number": _change("licenses", 7),
    "resources that lead out": _change("resources", [{"name": "actors", "path": "../secret.txt"}]),
    "an address that is script": _change("homepage", "javascript:alert(1)"),
    "a descriptor nested 100,000 deep": _bytes("datapackage.json", b"[" * 100_000),
    "a descriptor that is a list": _bytes("datapackage.json", b"[]"),
    "a descriptor of NULs": _bytes("datapackage.json", b"\0" * 99),
    "a descriptor of numbers without end": _bytes("datapackage.json", b'{"name": ' + b"9" * 9_000 + b"}"),
    "a table of NULs": _bytes("actors.csv", b"\0" * 9_000),
    "a table of 2 million commas": _bytes("actors.csv", b"," * 2_000_000),
    "a table that never ends a quote": _bytes("actors.csv", b'actor_id,name,kind\na,"b'),
    "a table that is a link to a secret": _link("actors.csv", "../secret.txt"),
    "a table that is a link to passwords": _link("actors.csv", "/etc/passwd"),
    "a table that is a link to itself": _link("actors.csv", "actors.csv"),
    "a table that is a folder": _folder("actors.csv"),
    "a table that is a device": _link("actors.csv", "/dev/zero"),
    "a table that waits": _pipe("actors.csv"),
    "statements of a stance beyond": _bytes("statements.csv", b"statement_id,quote_id,actor_id,issue_id,stance,basis,status,coder\ns,q,a,i,99,words,accepted,x\n"),
    "a half export that is a link": lambda folder: (folder / ".sayso-committed").symlink_to(folder.parent),
    "a half export of somebody's": _folder(".sayso-committed", "evil.csv"),
}  # fmt: skip


def _kept(place: Path, act: Callable[[Path], tuple[str, str]]) -> str:
    """Run `act` on a dataset: refused, it is as it was; and nothing else is written beside it."""
    target = dataset(place)
    before, beside = tables(target, place / "before"), sorted(place.iterdir())
    ended, output = act(target)
    assert sorted(place.iterdir()) == beside, f"something was written: {sorted(place.iterdir())}"
    after = tables(target, place / "after")
    assert SECRET.encode() not in b"".join(after.values()) and b"root:x:" not in b"".join(after.values())
    if ended == "refused":
        assert after == before, output
    return ended


def _add(file: str, content: bytes) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        folder = place / "files"
        folder.mkdir()
        (folder / file).write_bytes(content)
        return _kept(place, lambda target: command("add", folder / file, "--data", target, "--outlet", "Post", "--published-on", "2024", "--language", "en", "--coder", "bob"))  # fmt: skip

    return run


def _import(suffix: str, content: bytes) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        (place / f"harm{suffix}").write_bytes(content)
        return _kept(place, lambda target: command("import", place / f"harm{suffix}", "--to", target, "--coder", "bob"))  # fmt: skip

    return run


def _overlay(file: str, content: bytes) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        (place / file).write_bytes(content)
        return _kept(place, lambda target: command("overlay", place / file, "--data", target))

    return run


def _whole(suffix: str, content: Callable[[Path], bytes]) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        work = place / "work"
        work.mkdir()
        (place / f"harm{suffix}").write_bytes(content(work))
        shutil.rmtree(work)
        ended, output = command("import", place / f"harm{suffix}", "--to", place / "new.duckdb")
        names = sorted(path.name for path in place.iterdir())
        allowed = [f"harm{suffix}", "new.duckdb"] if ended == "accepted" else [f"harm{suffix}"]
        assert names == allowed, (names, output)
        return ended

    return run


def _package(change: Callable[[Path], object]) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        folder = place / "tables"
        tables(dataset(place), folder)
        (place / "debate.duckdb").unlink()
        change(folder)
        checked, _ = command("check", folder)
        ended, output = command("load", folder, "--to", place / "new.duckdb")
        assert (ended == "accepted") == (place / "new.duckdb").exists(), output
        if ended == "accepted":
            assert command("info", place / "new.duckdb")[0] == "accepted"
            assert (
                command("network", place / "new.duckdb", place.parent / f"{place.name}.gexf")[0] == "accepted"
            )
            (place.parent / f"{place.name}.gexf").unlink()
        assert sorted(path.name for path in place.iterdir() if path.name != "new.duckdb") == [
            "secret.txt",
            "tables",
        ]
        return "refused" if "refused" in (checked, ended) else "accepted"

    return run


def _dna(sql: str, place: Path) -> bytes:
    return dna(place, sql)


def _qdpx(pattern: str, new: str, place: Path) -> bytes:
    return qdpx(place, pattern, new)


def _fuzzed(seed: int) -> Iterator[tuple[str, str, bytes]]:
    """Good files with bytes turned, cut out and put in."""
    chance = random.Random(seed)
    good = {
        "a.eml": made.mail(made.TEXT, attachments=[("a.txt", STORY)]).as_bytes(), "a.html": made.page(),
        "a.docx": made.docx(made.STORY), "a.pdf": made.pdf([made.STORY]), "a.csv": b"title,text\nOne," + STORY.replace(b"\n", b" ").replace(b",", b" ").replace(b'"', b"") + b"\n",
    }  # fmt: skip
    for number in range(60):
        name = chance.choice(list(good))
        content = bytearray(good[name])
        for _ in range(chance.randrange(1, 12)):
            place = chance.randrange(len(content))
            if chance.random() < 0.5:
                content[place] = chance.randrange(256)
            elif chance.random() < 0.5:
                del content[place : place + chance.randrange(1, 200)]
            else:
                content[place:place] = bytes(chance.randrange(256) for _ in range(20))
        yield f"fuzzed {name} {number}", name, bytes(content)


def trials(seed: int) -> Iterator[Trial]:
    """All of them; the last sixty are the seed's own."""
    for name, (file, content) in ARTICLES.items():
        yield Trial("file", f"add: {name}", _add(file, content))
    for name, (suffix, content) in CODED.items():
        yield Trial("file", f"import: {name}", _import(suffix, content))
    for name, (file, content) in OVERLAYS.items():
        yield Trial("file", f"overlay: {name}", _overlay(file, content))
    for name, sql in [*DNA.items(), *((each[:40], each) for each in WHOLE)]:
        yield Trial("file", f"dna: {name}", _whole(".dna", partial(_dna, sql)))
    for name, change in QDPX.items():
        yield Trial("file", f"qdpx: {name}", _whole(".qdpx", partial(_qdpx, *change)))
    yield Trial("file", "qdpx: a bomb", _whole(".qdpx", lambda _: zipped(**{"project.qde": b"0" * 2**27})))
    yield Trial("file", "qdpx: a way out", _whole(".qdpx", lambda place: qdpx_file.pack(place / "x.qdpx", {"project.qde": b"<x/>", "../../evil": b"x"}).read_bytes()))  # fmt: skip
    yield Trial("file", "dna: half", _whole(".dna", lambda place: dna(place)[:5_000]))
    yield Trial("file", "dna: a text", _whole(".dna", lambda _: STORY))
    yield Trial("file", "dna: nothing", _whole(".dna", lambda _: b""))
    for name, harm in PACKAGES.items():
        yield Trial("file", f"package: {name}", _package(harm))
    for name, file, content in _fuzzed(seed):
        yield Trial("file", f"add: {name}", _add(file, content))
