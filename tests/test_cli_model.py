"""`sayso find --model`: says what is sent, asks, and goes on when one article cannot be asked about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sayso.cli import main
from sayso.ingest.model import settings
from tests.coding.conftest import ISSUE
from tests.coding.extraction import TEXT
from tests.conftest import PackageMaker
from tests.ingest.model.server import Script, quote, reports, serving


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Script]:
    with serving(
        reports(quote(1, [3], "she supports the new harbour toll", "Lena Osei", "Lena Osei"))
    ) as server:
        monkeypatch.setenv(settings.BASE_URL, server.url)
        monkeypatch.setenv(settings.MODEL, "small-1")
        settings.configured.cache_clear()
        yield server
    settings.configured.cache_clear()


def find(folder: Path, *options: str, answer: str = "") -> Result:
    return CliRunner().invoke(main, ["find", "--data", str(folder), "--model", *options], input=answer)


def test_nothing_is_sent_before_a_yes(script: Script, make_package: PackageMaker) -> None:
    folder = make_package(articles={"alwa": {"text": TEXT}}, more={"issues": [ISSUE]})
    done = find(folder, answer="n\n")
    assert done.exit_code != 0 and "small-1" in done.output and "characters" in done.output
    assert script.requests == []


def test_with_a_yes_it_is_asked(script: Script, make_package: PackageMaker) -> None:
    folder = make_package(articles={"alwa": {"text": TEXT}}, more={"issues": [ISSUE]})
    done = find(folder, "--yes")
    assert done.exit_code == 0 and "asked      alwa" in done.output and len(script.requests) >= 1


def test_without_a_model_it_is_told_and_the_search_is_kept(
    make_package: PackageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(settings.BASE_URL, raising=False)
    monkeypatch.delenv(settings.MODEL, raising=False)
    settings.configured.cache_clear()
    done = find(make_package(articles={"alwa": {"text": TEXT}}), "--yes")
    assert done.exit_code == 1 and "searched   alwa" in done.output and "None is set up" in done.output
