"""Processes that can be killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.faults.children import Children

if sys.platform == "win32":
    collect_ignore_glob = ["test_*.py"]  # SIGKILL and fork are POSIX


@pytest.fixture(scope="session")
def children() -> Iterator[Children]:
    """Fresh processes in milliseconds, one process for all tests that forks them."""
    with Children() as started:
        yield started
