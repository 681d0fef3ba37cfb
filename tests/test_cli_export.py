"""`sayso export DATASET FILE`: the statements as one table, or a DNA database; its name says the format."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.exports.dna.passwords import is_password
from tests.conftest import PackageMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1"),
    say("bob", "tax", -1, "2024-02-01", status="proposed"),
    say("cy", "war", 1, "2024-03-01"),
]


def export(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".parquet", ".XLSX"])
def test_the_files_name_says_the_format(make_package: PackageMaker, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"statements{suffix}"
    file.write_text("older")
    done = export(make_package(SAID), file)
    assert done.exit_code == 0 and "2 statements" in done.output
    readers: dict[str, Any] = {".csv": pd.read_csv, ".xlsx": pd.read_excel, ".parquet": pd.read_parquet}
    assert set(readers[suffix.lower()](file)["statement_id"]) == {"s1", "s3"}
    assert [path.name for path in tmp_path.glob(".statements*")] == []


def test_day_and_status_narrow_or_widen_it(make_package: PackageMaker, tmp_path: Path) -> None:
    file = tmp_path / "s.csv"
    assert export(make_package(SAID), file, "--as-of", "2024-02-15", "--all-statuses").exit_code == 0
    found = pd.read_csv(file)
    assert found["statement_id"].tolist() == ["s2", "s1"]
    assert found["why_not"].tolist()[0] == "the statement is proposed"


def test_what_is_empty_or_left_out_is_said(make_package: PackageMaker, tmp_path: Path) -> None:
    done = export(make_package(SAID, articles={"a1": {"rights": "show"}}), tmp_path / "s.csv")
    assert "1 quote left out" in done.output
    done = export(make_package(name="none"), tmp_path / "none.xlsx")
    assert done.exit_code == 0 and "only its header" in done.output


def test_a_place_that_cannot_be_written_is_told(make_package: PackageMaker, tmp_path: Path) -> None:
    done = export(make_package(SAID), tmp_path / "nowhere" / "s.csv")
    assert done.exit_code == 1 and "cannot be written" in done.output
    done = export(make_package(SAID), tmp_path / "folder", "--all-statuses")
    assert done.exit_code == 2 and not (tmp_path / "folder").exists()


def test_a_dataset_becomes_a_dna_file(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package([("ann", "tax", 1, "2024-01-03")])
    done = export(folder, tmp_path / "new.dna")
    assert done.exit_code == 0, done.output
    assert "new.dna: 1 document, 1 statement, " in done.output
    printed = done.output.split("Every coder's password in DNA: ")[1].split("\n")[0]
    with closing(sqlite3.connect(tmp_path / "new.dna")) as db:
        kept = [row[0] for row in db.execute("SELECT Password FROM CODERS")]
    assert kept and all(is_password(printed, one) for one in kept)
    done = export(folder, tmp_path / "new.dna", "--dna", "--password", "harbour")
    assert done.exit_code == 0 and "password" not in done.output
    done = export(folder, tmp_path / "new.txt", "--dna")
    assert done.exit_code == 1 and "Name it new.dna." in done.output
    assert export(folder, tmp_path / "tables", "--texts-by-rights").exit_code == 2
    assert export(folder, tmp_path / "x.dna", "--as-of", "2024-02-15").exit_code == 2


def test_for_dna_the_file_is_called_as_the_dataset(
    make_package: PackageMaker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_package([say("ann", "tax", 1, "2024-01-03")], name="debate")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    done = CliRunner().invoke(main, ["export", str(folder), "--dna"])
    assert done.exit_code == 0 and Path("debate.dna").read_bytes().startswith(b"SQLite format 3")
    again = CliRunner().invoke(main, ["import", "debate.dna", "--unit", "actor"])
    assert again.exit_code == 0 and "1 statement" in again.output and Path("debate.duckdb").is_file()
    before = Path("debate.duckdb").read_bytes()
    third = CliRunner().invoke(main, ["import", "debate.dna", "--unit", "actor"])
    assert (
        third.exit_code != 0
        and "is there already" in third.output
        and Path("debate.duckdb").read_bytes() == before
    )
    bare = CliRunner().invoke(main, ["export", str(folder)])
    assert bare.exit_code != 0 and "Say where to" in bare.output
