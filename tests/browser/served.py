"""A real Sayso in a process of its own, serving datasets from a folder of its own."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from urllib.request import urlopen

from tests import forked
from tests.server.harness import ROOT, free_port

PATIENCE = 60  # seconds until it serves


@contextmanager
def sayso(data: Path) -> Iterator[str]:
    """`streamlit run app.py` on a free port with SAYSO_DATA=`data`; gives its address."""
    with tempfile.TemporaryDirectory(prefix="sayso-") as place:
        log = Path(place, "log.txt")
        port = free_port()
        process = started(data, port, log)
        try:
            yield answering(process, port)
        except AssertionError:
            print(log.read_text(errors="replace")[-3000:])  # pytest shows it with the failure
            raise
        finally:
            forked.end(process)


def started(data: Path, port: int, log: Path) -> ForkServerProcess:
    """The process; it does not serve yet."""
    options = [f"--server.port={port}", "--server.headless=true", "--server.fileWatcherType=none"]
    environment = {**os.environ, "SAYSO_DATA": str(data)}
    return forked.start(
        forked.streamlit, ["run", str(ROOT / "app.py"), *options], environment, data.parent, log
    )


def answering(process: ForkServerProcess, port: int) -> str:
    """Its address, once it serves."""
    site = f"http://localhost:{port}"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.is_alive():
        try:
            urlopen(f"{site}/_stcore/health", timeout=5).close()
        except OSError:
            time.sleep(0.02)
        else:
            return site
    raise AssertionError(f"{site} did not answer")
