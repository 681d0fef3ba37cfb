"""`sayso …` as a person uses it: what is printed, where, and the exit code."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import duckdb
import pytest
from click.testing import CliRunner, Result

from sayso import cli
from tests.conftest import REPOSITORY, PackageMaker
from tests.tiny import say

TEXT = "Ann said: Words 1."
SAID = [say("ann", "tax", 1, "2024-01-03", article="a1", spans="10-17")]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli.main, list(arguments))

    return invoke


@pytest.fixture
def package(make_package: PackageMaker) -> Path:
    from sayso.store.text_check import sha256

    return make_package(SAID, articles={"a1": {"text_sha256": sha256(TEXT), "rights": "quote"}})


def test_every_command_is_documented_with_its_options() -> None:
    page = "".join(
        (REPOSITORY / "docs" / name).read_text("utf-8") for name in ("cli.md", "reports.md", "briefings.md")
    )
    for name, command in cli.main.commands.items():
        assert re.search(rf"^## `sayso {name}", page, flags=re.MULTILINE), (
            f"docs/cli.md, reports.md and briefings.md have no section on {name}"
        )
        section = page.split(f"## `sayso {name}")[1].split("\n## ")[0]
        for option in (option for option in command.params if isinstance(option, click.Option)):
            assert option.opts[0] in section, f"the docs do not explain {option.opts[0]} of {name}"
        assert "Example:" in (command.help or ""), f"`sayso {name} --help` has no example"
    documented = set(re.findall(r"^## `sayso ([\w-]+)", page, flags=re.MULTILINE))
    assert documented == set(cli.main.commands)


def test_help_is_quick_and_loads_no_database() -> None:
    code = "import sys; from sayso import cli; print('duckdb' in sys.modules, 'pandas' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "False False\n"


def test_check_says_what_was_looked_at(run: Any, package: Path) -> None:
    result = run("check", "tiny")
    assert result.exit_code == 0
    assert result.stdout.startswith("no problems in 16 tables, 6 rows\n")
    assert "0 of 1 article" in result.stdout


def test_check_lists_each_problem(run: Any, package: Path) -> None:
    rows = (package / "statements.csv").read_text()
    (package / "statements.csv").write_text(rows.replace(",1,", ",7,").replace("tax", "war"))
    result = run("check", "tiny")
    assert result.exit_code == 1 and "2 problems found." in result.stderr
    assert (
        "statements.csv, row 2, column stance: “7” is not allowed. Expected: A whole number" in result.stdout
    )
    assert result.stdout.count("Expected:") == 2


def test_check_with_a_text_given_or_attached(run: Any, package: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text("Other")
    assert "1 of 1 article" in run("check", "tiny", "--text", "a1=a.txt").stdout
    assert run("check", "tiny", "--text", "a1=b.txt").exit_code == 1
    for wrong in ("a1", "a1=none.txt", "a9=a.txt"):
        assert run("check", "tiny", "--text", wrong).exit_code == 2
    assert run("attach-text", "a1", "a.txt", "--data", "tiny").exit_code == 0
    assert "1 of 1 article" in run("check", "tiny").stdout


def test_load_export_and_info(run: Any, package: Path, tmp_path: Path) -> None:
    loaded = run("load", "tiny", "--to", "my.duckdb")
    assert loaded.exit_code == 0 and "16 tables, 6 rows" in loaded.stdout
    assert run("export", "my.duckdb", "out").exit_code == 0
    assert (tmp_path / "out" / "quotes.csv").read_bytes() == (package / "quotes.csv").read_bytes()
    told = run("info", "my.duckdb").stdout
    for fact in (
        "Tiny",
        "1 statements",
        "2024-01-03",
        "0 with text, 1 without",
        "version 5",
        str(tmp_path / "my.duckdb"),
    ):
        assert fact in told


def test_info_of_a_package_names_title_and_licence(run: Any, make_package: PackageMaker) -> None:
    about = {"title": "Taxes", "description": "Who wants them.", "licenses": [{"name": "CC0-1.0"}]}
    make_package(SAID, descriptor=about)
    told = run("info", "tiny").stdout
    assert told.startswith("Taxes\nWho wants them.\n") and "CC0-1.0" in told


def test_attach_text_refuses_another_text(run: Any, package: Path, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Other")
    result = run("attach-text", "a1", "b.txt", "--data", "tiny")
    assert result.exit_code == 1 and result.stdout == ""
    assert "not the text that “Article a1” was coded from" in result.stderr
    assert "Nothing was changed" in result.stderr and "Attach the same edition" in result.stderr


def test_attach_text_finds_the_dataset_with_the_article(
    run: Any, make_package: PackageMaker, tmp_path: Path
) -> None:
    make_package(SAID, name="one")
    make_package([say("bob", "tax", 1, "2024", article="b1")], name="two")
    (tmp_path / "b.txt").write_text("Words 1 by Bob")
    result = run("attach-text", "b1", "b.txt", "--data", ".")
    assert result.exit_code == 0 and "two.duckdb" in result.stdout
    assert "Articles here: a1, b1" in run("attach-text", "c1", "b.txt", "--data", ".").stderr


def test_attach_text_is_refused_while_the_app_has_the_file(run: Any, package: Path, tmp_path: Path) -> None:
    from sayso.store.datasets import open_datasets

    hub = open_datasets(package)
    (tmp_path / "a.txt").write_text(TEXT)
    result = run("attach-text", "a1", "a.txt", "--data", "tiny")
    assert result.exit_code == 1 and "has it open" in result.stderr
    hub.close()


def test_load_leaves_other_files_alone(run: Any, package: Path, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "thesis.duckdb")) as connection:
        connection.execute("CREATE TABLE thesis (a INTEGER)")
    (tmp_path / "letter.txt").write_text("Dear diary")
    for name in ("thesis.duckdb", "letter.txt"):
        before = (tmp_path / name).read_bytes()
        result = run("load", "tiny", "--to", name)
        assert result.exit_code == 1 and "Nothing was changed" in result.stderr
        assert (tmp_path / name).read_bytes() == before


def test_export_names_what_there_is(run: Any, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_DATA", str(package))
    assert run("export", "tiny", "out").exit_code == 0
    result = run("export", "gone", "out2")
    assert result.exit_code == 1 and "one of: tiny" in result.stderr


@pytest.mark.parametrize(
    "arguments", [["check"], ["check", "nowhere"], ["load", "tiny"], ["frobnicate"], ["serve", "--port", "0"]]
)
def test_usage_errors_are_2(run: Any, package: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_errors_are_three_plain_lines_without_a_traceback(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("check", "empty")
    assert result.exit_code == 1 and result.stdout == "" and "Traceback" not in result.output
    title, message, next_step = result.stderr.splitlines()
    assert "Reading" in title and "datapackage.json cannot be read" in message and "A package is" in next_step


def test_the_unexpected_is_said_plainly_and_debug_shows_it(
    run: Any, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("sayso.store.check.inspect_package", fail)
    result = run("check", "tiny")
    assert (
        result.exit_code == 1 and "RuntimeError: boom" in result.stderr and "--debug check" in result.stderr
    )
    assert isinstance(run("--debug", "check", "tiny").exception, RuntimeError)


def test_serve_points_the_app_at_the_path(run: Any, package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setenv("SAYSO_DATA", "elsewhere")
    monkeypatch.setattr(cli, "_app", lambda launcher: launcher)
    monkeypatch.setattr(
        "sayso.server.serve.serve", lambda app, launcher, **options: asked.update(options, app=app)
    )
    assert run("serve", "tiny", "--port", "8600", "--no-browser").exit_code == 0
    import os

    assert os.environ["SAYSO_DATA"] == str(package)
    assert asked == {
        "app": REPOSITORY / "app.py",
        "host": None,
        "port": 8600,
        "open_browser": False,
        "page": "",
    }


def test_serve_refuses_a_folder_without_datasets(run: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("serve", "empty")
    assert result.exit_code == 1 and "neither a Sayso database nor a folder" in result.stderr


def test_a_reader_that_stops_early_is_no_fault(package: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-c", "from sayso.cli import main; main()", "show", "matrix", str(package)]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, cwd=REPOSITORY)
    os.close(writing)
    assert done.returncode == 1 and "unexpected" not in done.stderr and "Traceback" not in done.stderr
