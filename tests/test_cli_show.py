"""`sayso show`: a page's words and numbers in the terminal."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso.cli import main
from sayso.cli_show import FORMATS, PAGES
from sayso.reports.pages import REPORTS
from tests.conftest import PackageMaker
from tests.tiny import say, tables, write_package

SAID = [
    say("ann", "tax", 2, "2024-01-03"),
    say("ann", "war", 1, "2024-01-04"),
    say("bob", "tax", -1, "2024-06-02"),
    say("bob", "war", 1, "2024-07-01"),
]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the first test that asks: all only read."""
    return write_package(tmp_path_factory.mktemp("show") / "tiny", tables(SAID, factions={"f": ["ann"]}))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("show") / "empty", tables())


def show(*line: object) -> Result:
    return CliRunner().invoke(main, ["show", *map(str, line)])


def test_it_knows_every_report() -> None:
    assert tuple(REPORTS) == PAGES


@pytest.mark.parametrize("form", FORMATS[:4])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_in_every_format(page: str, form: str, package: Path) -> None:
    done = show(page, package, "--format", form)
    assert done.exit_code == 0, done.output
    with sayso.open(package) as dataset:
        answer = getattr(dataset, page.replace("-", "_"))()
        assert answer.title in done.output or form == "csv"
        assert "Herald" in done.output or form == "csv"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_as_a_picture(page: str, package: Path, tmp_path: Path) -> None:
    done = show(page, package, "--format", "svg", "-o", tmp_path / "picture.svg")
    if "has no chart" in done.output:
        assert done.exit_code == 1 and page in ("coalitions", "quotes")
        return
    assert done.exit_code == 0 and not done.output
    words = " ".join(ElementTree.parse(tmp_path / "picture.svg").getroot().itertext())
    assert (
        "as of 1 Jul 2024" in words
        and " articles) · Tiny · Sayso" in words
        and "Source: The Herald (" in words
    )


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_png_and_pdf_go_into_a_file_or_a_pipe(form: str, package: Path, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    file = tmp_path / f"matrix.{form}"
    assert show("matrix", package, "--format", form, "-o", file).exit_code == 0
    start = {"png": b"\x89PNG", "pdf": b"%PDF"}[form]
    assert file.read_bytes().startswith(start)
    assert show("matrix", package, "--format", form).stdout_bytes.startswith(start)


def test_a_file_that_cannot_be_written_is_told(package: Path, tmp_path: Path) -> None:
    done = show("matrix", package, "--format", "svg", "-o", tmp_path / "nowhere" / "matrix.svg")
    assert done.exit_code == 1 and "Writing" in done.output


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_dataset_has_no_picture_that_breaks(page: str, empty: Path) -> None:
    done = show(page, empty, "--format", "svg")
    assert done.exception is None or isinstance(done.exception, SystemExit)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_dataset_says_so(page: str, empty: Path) -> None:
    for form in FORMATS:
        assert show(page, empty, "--format", form).exit_code == 0


def test_names_are_as_good_as_ids_and_a_slip_is_told(package: Path) -> None:
    by_name, by_id = (json.loads(show("matrix", package, "--actors", who, "--format", "json").output) for who in ("Ann", "ann"))  # fmt: skip
    assert by_name["parts"][0]["table"] == by_id["parts"][0]["table"]
    assert {row["Actor"] for row in by_id["parts"][0]["table"]} == {"Ann"}
    wrong = show("matrix", package, "--actors", "An")
    assert wrong.exit_code == 1 and "no “An” among its actors" in wrong.output and "Ann" in wrong.output


def test_json_names_the_statements_behind_each_mark(package: Path) -> None:
    part = json.loads(show("matrix", package, "--format", "json").output)["parts"][0]
    assert set(part["statements"]) == {"ann/tax", "ann/war", "bob/tax", "bob/war"}
    assert all(len(ids) == 1 for ids in part["statements"].values())


def test_an_option_of_another_page_is_refused(package: Path) -> None:
    wrong = show("overview", package, "--start", "2024-01-01")
    assert wrong.exit_code == 2 and "--start" in wrong.output
    assert "has no part" in show("matrix", package, "--part", "weeks").output


def test_cells_that_a_spreadsheet_would_run_are_disarmed(make_package: PackageMaker) -> None:
    evil = make_package(
        SAID, more={"actors": [{"actor_id": "ann", "name": "=cmd|' /C calc'!A0", "kind": "person"}]}
    )
    rows = list(csv.DictReader(StringIO(show("matrix", evil, "--format", "csv").output.lstrip("\ufeff"))))
    assert {row["Actor"] for row in rows} == {"'=cmd|' /C calc'!A0", "Bob"}


def test_the_days_are_those_of_the_command(package: Path) -> None:
    done = show("changed", package, "--since", "2024-03-01", "--as-of", "2024-12-31")
    assert "against 1 Mar 2024" in done.output and "as of 31 Dec 2024" in done.output
    late = show("changed", package, "--since", "2025-03-01", "--as-of", "2024-12-31")
    assert late.exit_code == 1 and "is not before" in late.output


@pytest.mark.parametrize("form", FORMATS[4:])
def test_slides_and_other_files_are_written(form: str, package: Path, tmp_path: Path) -> None:
    done = show("matrix", package, "--format", form, "-o", tmp_path / f"m.{form}", "--marking", "INTERNAL")
    assert done.exit_code == 0, done.output
    content = (tmp_path / f"m.{form}").read_bytes()
    assert content == b"[" + content[1:] if form == "csl" else content.startswith(b"PK")
