"""`sayso import`: a .dna file from the command line."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main
from sayso.ingest.coded_table.mapping import TableMap
from tests import qdpx_file, table_file
from tests.dna_file import said, write

SAID = [said("EPA", "Tax", 1, person="Ann"), said("Club", "Tax", 5, person="Bob"), said("", "Tax", 5)]


def test_a_database_becomes_a_dataset(tmp_path: Path) -> None:
    path, target = write(tmp_path / "debate.dna", SAID, kind="integer", people=True), tmp_path / "new.duckdb"
    asked = ["import", str(path), "--to", str(target), "--unit", "organization"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 1 and "--stance 5=-2" in done.output and not target.exists()
    assert CliRunner().invoke(main, [*asked, "--stance", "5=9"]).exit_code == 2
    done = CliRunner().invoke(main, [*asked, "--stance", "1=-1", "--stance", "5=+2", "--title", "A debate"])
    assert done.exit_code == 0, done.output
    assert "2 articles, 4 actors, 1 issue, 2 quotes, 2 statements" in done.output
    assert "left out: 1 statement without organization" in done.output
    assert "A debate" in CliRunner().invoke(main, ["info", str(target)]).output


def test_a_refi_qda_project_becomes_a_dataset(tmp_path: Path) -> None:
    codes = {"Wer": qdpx_file.CODES["Actors"], "Was": {"Tax": {}}, "Wie": {"Ja!": {}}}
    marked = qdpx_file.mark("The union called", "Wer/Harbour Union", "Was/Tax", "Wie/Ja!")
    texts = [qdpx_file.text("One", qdpx_file.WORDS, marked, qdpx_file.mark("tax", "Was/Tax"))]
    path, target = qdpx_file.write(tmp_path / "debate.QDPX", texts, codes), tmp_path / "new.duckdb"
    asked = ["import", str(path), "--to", str(target)]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 1 and "“Wer” (2 codes, 1 passage)" in done.output and not target.exists()
    assert CliRunner().invoke(main, [*asked, "--unit", "Wer"]).exit_code == 2
    assert CliRunner().invoke(main, [*asked, "--stance", "Ja!=9"]).exit_code == 2
    asked += ["--speakers", "wer", "--issues", "Was", "--stance", "Ja!=+2", "--outlet-name", "Selm Post"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    assert "1 article, 2 actors, 1 issue, 1 quote, 1 statement" in done.output
    assert "stances: Wie / Ja! = +2" in done.output
    assert "left out: 1 passage with an issue but no speaker; kept in the dataset's descriptor" in done.output
    assert "Harbour" in CliRunner().invoke(main, ["info", str(target)]).output


def test_a_table_goes_into_a_dataset_and_next_week_needs_no_options(tmp_path: Path) -> None:
    rows = [
        ["Wer", "Was", "Wie", "Wann"],
        ["Ann", "Tax", "dafür", "03/04/2024"],
        ["Bob", "Tax", "dagegen", "05/04/2024"],
    ]
    path, target, mapping = tmp_path / "week.xlsx", tmp_path / "debate.duckdb", tmp_path / "m.json"
    path.write_bytes(table_file.sheet(rows))
    asked = [
        "import",
        str(path),
        "--to",
        str(target),
        "--column",
        "speaker=Wer",
        "--column",
        "issue=Was",
        "--column",
        "stance=Wie",
    ]
    done = CliRunner().invoke(main, [*asked, "--stance", "dafür=+2"])
    assert (
        done.exit_code == 1 and "Row 3, Wie: “dagegen” has no meaning" in done.output and not target.exists()
    )
    assert CliRunner().invoke(main, [*asked, "--unit", "x"]).exit_code == 2
    assert CliRunner().invoke(main, [*asked, "--column", "who=Wer"]).exit_code == 2
    asked += ["--stance", "dafür=+2", "--stance", "dagegen=−1", "--day-first", "--column", "date=Wann"]
    done = CliRunner().invoke(main, [*asked, "--dry-run"])
    assert (
        done.exit_code == 0
        and "would add: " in done.output
        and "2 statements" in done.output
        and not target.exists()
    )
    done = CliRunner().invoke(main, [*asked, "--title", "A debate", "--coder", "Kim"])
    assert done.exit_code == 0, done.output
    assert "2 statements on 2 new quotes in 2 new articles; 2 cells of the matrix moved" in done.output
    columns = {"speaker": "Wer", "issue": "Was", "stance": "Wie", "date": "Wann"}
    mapping.write_text(TableMap(columns, {"dafür": 2, "dagegen": -1}, day_order="dmy").to_json(), "utf-8")
    path.write_bytes(table_file.sheet([*rows, ["Cem", "Tax", "dafür", "06/04/2024"]]))
    done = CliRunner().invoke(main, ["import", str(path), "--to", str(target), "--map", str(mapping)])
    assert done.exit_code == 0, done.output
    assert "1 statement on 1 new quote" in done.output and "new in actors: Cem" in done.output
