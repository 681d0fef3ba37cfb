"""`sayso extract`."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from sayso.cli import main


def test_a_folder_becomes_a_line_per_article(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes("“We stay,”\r\nAmara Diallo said.".encode())
    (tmp_path / "a.txt").write_text("Amara Diallo said on Friday that they would stay.", encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", str(tmp_path), "--jsonl", "--published-on", "2022-05-11"])
    assert done.exit_code == 0, done.output
    rows = [json.loads(line) for line in done.output.splitlines()]
    assert [row["article"] for row in rows] == ["a", "b"]
    (quote,) = rows[0]["quotes"]
    assert quote["kind"] == "indirect"
    assert quote["actor"] == "amara-diallo"
    assert rows[0]["dates"][0]["edtf"] == "2022-05-06"
    assert {"actors", "events", "dates", "stances", "extractor"} <= rows[0].keys()


def test_what_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\x00")
    done = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert done.exit_code == 1
    assert "not UTF-8" in done.output


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert done.exit_code == 1
    assert "no .txt file" in done.output


def test_one_bad_file_of_a_folder_is_told_and_the_others_are_searched(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    (tmp_path / "b.txt").write_text("Amara Diallo said they would stay.", encoding="utf-8")
    done = CliRunner().invoke(main, ["extract", str(tmp_path)])
    assert done.exit_code == 1
    assert [json.loads(line)["article"] for line in done.stdout.splitlines()] == ["b"]
    assert "a.txt: It is not UTF-8 text." in done.stderr and done.stderr.endswith("1 searched, 1 failed\n")
