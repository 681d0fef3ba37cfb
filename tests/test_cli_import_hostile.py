"""Files that are broken, contradict themselves or mean harm: told in plain words, and the dataset is as it was."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso.cli import main
from tests import dna_file, qdpx_file
from tests.table_file import ROWS, TITLES, lines, sheet

LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
PASSWORDS = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def row(place: int, cell: object) -> bytes:
    """A table whose last row is new but for one cell."""
    return lines([TITLES, *ROWS, [*["New", *ROWS[0][1:]][:place], cell, *ROWS[0][place + 1 :]]])


def part(name: str, old: bytes, new: bytes) -> bytes:
    """A workbook with one part changed."""
    whole, made = io.BytesIO(sheet([TITLES, *ROWS])), io.BytesIO()
    with zipfile.ZipFile(whole) as read, zipfile.ZipFile(made, "w") as written:
        for each in read.namelist():
            content = read.read(each)
            written.writestr(each, content.replace(old, new) if each == name else content)
    return made.getvalue()


def dna(folder: Path, *commands: str) -> bytes:
    """A DNA database after commands that DNA would never give."""
    path = dna_file.write(folder / "made.dna", [dna_file.said("EPA", "Tax", 1)])
    return dna_file.change(path, *commands).read_bytes()


def qdpx(folder: Path, pattern: str, new: str) -> bytes:
    """A project with its XML changed."""
    path = qdpx_file.write(folder / "made.qdpx", qdpx_file.DEBATE)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["project.qde"] = re.sub(pattern, new, files["project.qde"].decode(), flags=re.DOTALL).encode()
    return qdpx_file.pack(path, files).read_bytes()


def run(*arguments: str) -> str:
    """What a command that fails as it should prints."""
    done = CliRunner().invoke(
        main, [*arguments, "--coder", "bob"] if arguments[0] == "import" else [*arguments]
    )
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert "unexpected" not in done.output and "Traceback" not in done.output
    return f"{done.exit_code}\n{done.output}"


def exported(dataset: Path, folder: Path) -> dict[str, bytes]:
    """Every file of an export."""
    assert run("export", str(dataset), str(folder)).startswith("0")
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset of three statements."""
    file, target = tmp_path / "seed.csv", tmp_path / "debate.duckdb"
    file.write_bytes(lines([TITLES, *ROWS]))
    assert run("import", str(file), "--to", str(target)).startswith("0")
    return target


TABLES: dict[str, tuple[str, bytes]] = {
    "empty": (".csv", b""),
    "NUL bytes alone": (".csv", b"\0" * 500),
    "a picture": (".csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9),
    "a quote that never ends": (".csv", lines([TITLES, *ROWS]) + b'"never\n' * 3),
    "a stance beyond the scale": (".csv", row(2, 7)),
    "a stance that is no number": (".csv", row(2, "nan")),
    "a day that never was": (".csv", row(3, "2024-02-31")),
    "digits without end": (".csv", row(3, "9" * 9_000)),
    "a name that cannot be seen": (".csv", row(0, "\u200b")),
    "a name without end": (".csv", row(0, "x" * 100_000)),
    "columns without end": (".csv", b",".join([b"c"] * 9_000) + b"\r\n1\r\n"),
    "rows without end": (".csv", lines([TITLES, *[["A", *ROWS[0][1:]]] * 100_001])),
    "words that contradict": (".csv", lines([TITLES, ["New", *ROWS[0][1:]], ["New", "Sell the quay", "oppose", *ROWS[0][3:]]])),
    "a workbook of laughs": (".xlsx", part("xl/worksheets/sheet1.xml", b"<worksheet", LAUGHS + b"<worksheet")),
    "a workbook that reads files": (".xlsx", part("xl/worksheets/sheet1.xml", b"<worksheet", PASSWORDS + b"<worksheet")),
    "half a workbook": (".xlsx", sheet([TITLES, *ROWS])[:3_000]),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_leaves_the_dataset_as_it_was(dataset: Path, tmp_path: Path, name: str) -> None:
    suffix, content = TABLES[name]
    file = tmp_path / f"harm{suffix}"
    file.write_bytes(content)
    before, beside = exported(dataset, tmp_path / "before"), sorted(tmp_path.iterdir())
    told = run("import", str(file), "--to", str(dataset))
    assert told.startswith("1") and len(told.strip().splitlines()) > 3, (
        told
    )  # what was done, what is wrong, what to do
    assert "root:" not in told and not re.search("[\x00-\x08\x0b-\x1f]", told)
    assert sorted(tmp_path.iterdir()) == beside
    assert exported(dataset, tmp_path / "after") == before


DNA = {
    "no table": "DROP TABLE STATEMENTS",
    "a place outside": "UPDATE STATEMENTS SET Stop = 99999",
    "a place before the text": "UPDATE STATEMENTS SET Start = -1",
    "a date beyond time": "UPDATE DOCUMENTS SET Date = 9223372036854775807",
    "two stances": "INSERT INTO DATABOOLEAN VALUES (NULL, 1, 4, 0)",
    "bytes for a text": "UPDATE DOCUMENTS SET Text = X'FF00'",
    "escapes in a name that cannot be read": "UPDATE ENTITIES SET Value = CAST(X'FF1B5B324A' AS TEXT)",
}
QDPX = {
    "laughs": (r"\?>", "?>" + LAUGHS.decode()),
    "the password file": (r"\?>", "?>" + PASSWORDS.decode()),
    "a path out of the archive": (r'plainTextPath="[^"]+"', 'plainTextPath="internal://../../../etc/passwd"'),
    "the same GUID for all": (r'guid="[^"]+"', f'guid="{qdpx_file.guid("x")}"'),
    "a place outside": (r'endPosition="\d+"', 'endPosition="99999"'),
    "a code that is nowhere": (r'CodeRef targetGUID="[^"]+"', f'CodeRef targetGUID="{qdpx_file.guid("y")}"'),
    "half": (r"<Sources>.*", ""),
}


@pytest.mark.parametrize("name", [*DNA, *QDPX])
def test_a_whole_debate_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    place = tmp_path / "made"
    place.mkdir()
    for suffix, content in [
        *([(".dna", dna(place, DNA[name]))] if name in DNA else []),
        *([(".qdpx", qdpx(place, *QDPX[name]))] if name in QDPX else []),
    ]:
        file = tmp_path / f"harm{suffix}"
        file.write_bytes(content)
        done = CliRunner().invoke(main, ["import", str(file), "--to", str(tmp_path / "new.duckdb")])
        assert done.exit_code == 1 and isinstance(done.exception, SystemExit)
        assert len(done.output.strip().splitlines()) == 3, done.output
        assert "unexpected" not in done.output and "root:" not in done.output and "\x1b" not in done.output
        assert sorted(each.name for each in tmp_path.iterdir()) == [file.name, "made"]
        assert file.read_bytes() == content
        file.unlink()
