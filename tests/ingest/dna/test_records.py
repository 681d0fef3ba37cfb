"""A DNA database is read as it is, or refused with the place that is wrong."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from sayso.errors import IntakeError
from sayso.ingest.dna import tables
from sayso.ingest.dna.records import read_dna
from tests.dna_file import change, said, write

ONE = [said("EPA", "Tax", 1)]


def test_what_a_database_holds(tmp_path: Path) -> None:
    dna = read_dna(write(tmp_path / "a.dna", ONE))
    assert dna.documents[1].dated == date(2005, 1, 17)  # one second before midnight, UTC
    assert dna.entities[1].attributes == {"Type": "NGO", "Alias": "The Agency"}
    assert [statement.coder for statement in dna.statements] == ["Öykü"]


def test_reading_changes_neither_file_nor_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "a ?#%.dna", ONE)
    before = path.read_bytes()
    read_dna(path)
    assert path.read_bytes() == before and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("commands", "said"),
    [
        (["DROP TABLE STATEMENTS"], "no table STATEMENTS"),
        (["ALTER TABLE STATEMENTS DROP COLUMN Stop"], "no column Stop"),
        (["UPDATE DOCUMENTS SET Date = 'yesterday'"], "row 1: Date is “yesterday” where a whole number"),
        (["UPDATE DOCUMENTS SET Date = 1e12 * 1e6"], "impossible date"),
        (["UPDATE DOCUMENTS SET Title = NULL"], "Title is nothing where text"),
        (["UPDATE DOCUMENTS SET Notes = x'00ff'"], "Notes is “b'"),
        (["UPDATE REGEXES SET Red = x'00ff'"], "neither text nor a number"),
        (["UPDATE DOCUMENTS SET Text = CAST(x'ff' AS TEXT)"], "damaged"),
        (["UPDATE VARIABLES SET DataType = 'picture'"], "unknown kind “picture”"),
        (["INSERT INTO DATABOOLEAN VALUES (NULL, 1, 4, 0)"], "two values of “agreement”"),
        (["INSERT INTO DATABOOLEAN VALUES (NULL, 1, 3, 0)"], "no boolean variable"),
        (["UPDATE STATEMENTS SET ID = -1"], "negative ID"),
        (
            [
                "ALTER TABLE STATEMENTS RENAME TO HIDDEN",
                "CREATE VIEW STATEMENTS AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                " SELECT i AS ID, 1 AS StatementTypeId, 1 AS DocumentId, 0 AS Start, 1 AS Stop, 1 AS Coder FROM n",
            ],
            "not a plain table",
        ),
        (["ALTER TABLE REGEXES ADD COLUMN Big AS (hex(zeroblob(100000000)))"], "not a plain table"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, commands: list[str], said: str) -> None:
    path = change(write(tmp_path / "a.dna", ONE), *commands)
    with pytest.raises(IntakeError) as caught:
        read_dna(path)
    assert said in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.dna"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=r"not an SQLite file|damaged"):
        read_dna(path)


def test_any_damage_is_an_error_of_ours_or_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", ONE * 40)
    whole = path.read_bytes()
    for place in range(100, len(whole), 997):
        path.write_bytes(whole[:place] + b"\xff\x00\x85" * 5 + whole[place + 15 :])
        try:
            read_dna(path)
        except IntakeError as error:
            assert error.message


def test_a_file_that_is_open_in_dna_is_not_read_without_its_log(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dna", ONE)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE SETTINGS SET Value = '3.1'")
    connection.commit()
    try:
        with pytest.raises(IntakeError, match="open in another program"):
            read_dna(path)
    finally:
        connection.close()


def test_a_file_beyond_any_debate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.dna", ONE)
    monkeypatch.setattr(tables, "LARGEST_FILE", 1000)
    with pytest.raises(IntakeError, match="reads up to 1,000"):
        read_dna(path)


def test_a_text_that_cannot_be_decoded_is_not_printed_whole(tmp_path: Path) -> None:
    path = change(
        write(tmp_path / "a.dna", ONE),
        "UPDATE DOCUMENTS SET Text = CAST(X'FF1B' AS TEXT) || hex(zeroblob(9000))",
    )
    with pytest.raises(IntakeError, match="Could not decode") as caught:
        read_dna(path)
    assert len(str(caught.value)) < 400 and "\x1b" not in str(caught.value)
