"""A briefing as files, from the command line: each is opened again by another reader."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pptx import Presentation

from sayso.briefings.brief import SOURCES, brief_of
from sayso.briefings.reading import briefing
from sayso.cli import main
from sayso.reports.brief_parts import Judgement, Text
from sayso.reports.exhibit import Exhibit
from sayso.store.datasets import open_datasets
from tests.conftest import REPOSITORY

NAME = "us-troops-in-iraq-july-2021"
DATASET = REPOSITORY / "data" / "iraq-us-troops-2021"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy: the one that ships may be open in another worker."""
    return shutil.copytree(DATASET, tmp_path / DATASET.name)


def test_each_file_says_its_format_and_opens(package: Path, tmp_path: Path) -> None:
    names = ("iraq.pptx", "iraq.docx", "iraq.xlsx", "iraq.csl.json", "iraq.briefing.json")
    files = [str(tmp_path / name) for name in names]
    done = CliRunner().invoke(main, ["brief", "save", str(package), NAME, *files])
    assert done.exit_code == 0 and done.output.count(" kB") == 5
    slides = Presentation(files[0]).slides
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert any("support “All foreign troops out”" in title for title in titles)
    with ZipFile(files[1]) as memo:
        assert "word/footnotes.xml" in memo.namelist()
    assert "Sources" in load_workbook(BytesIO(Path(files[2]).read_bytes())).sheetnames
    assert json.loads(Path(files[3]).read_text("utf-8")) and json.loads(Path(files[4]).read_text("utf-8"))


def test_an_ending_that_is_no_format_is_told(package: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["brief", "save", str(package), NAME, str(tmp_path / "iraq.odp")])
    assert done.exit_code == 2 and ".pptx" in done.output


def test_parts_keep_their_order_and_the_sources_stand_last(package: Path) -> None:
    hub = open_datasets(package)
    try:
        kept = briefing(hub.databases["iraq-us-troops-2021"], NAME)
        brief = brief_of(kept)
    finally:
        hub.close()
    assert [type(part) for part in brief.parts if isinstance(part, Exhibit)] == [Exhibit] * len(kept.views)
    assert any(isinstance(part, Judgement) for part in brief.parts)
    last = brief.parts[-1]
    assert isinstance(last, Text) and last.heading == SOURCES and last.text
    assert str(brief.day) == kept.held_on
