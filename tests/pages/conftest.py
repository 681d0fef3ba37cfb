"""Pages opened without a browser, each with the dataset that a test names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.pages.packages import MAKERS
from tests.pages.screen import Screen, open_screen

OpenPage = Callable[..., Screen]
Glance = Callable[..., Screen]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`package("empty")` is the folder of that dataset, made once."""

    @cache
    def made(name: str) -> Path:
        return MAKERS[name](tmp_path_factory.mktemp(name) / name)

    return made


@pytest.fixture
def open_page(package: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """`open_page("matrix", "empty", asof="2021-01-01")` opens a page with a dataset and an address."""

    def opened(page: str, data: str = "shipped", /, **params: str | list[str]) -> Screen:
        monkeypatch.setenv("SAYSO_DATA", str(package(data)))
        return open_screen(page, **params)

    return opened


@pytest.fixture(scope="session")
def glance(package: Callable[[str], Path]) -> Glance:
    """`glance("matrix", "empty")`: a page as a fresh visitor finds it, opened once for all tests that only read."""

    @cache
    def opened(page: str, data: str = "shipped") -> Screen:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SAYSO_DATA", str(package(data)))
            return open_screen(page)

    return opened
