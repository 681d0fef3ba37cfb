"""A real Sayso in a process of its own, serving datasets from a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from tests.server.harness import ROOT, free_port

PATIENCE = 60  # seconds until it serves


@contextmanager
def sayso(data: Path) -> Iterator[str]:
    """`streamlit run app.py` on a free port with SAYSO_DATA=`data`; gives its address."""
    port = free_port()
    site = f"http://localhost:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), f"--server.port={port}"]
    options = ["--server.headless=true", "--server.fileWatcherType=none"]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [*command, *options],
            env={**os.environ, "SAYSO_DATA": str(data)},
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd=data.parent,
        )
        try:
            _wait(f"{site}/_stcore/health", process)
            yield site
        except AssertionError:
            log.seek(0)
            print(log.read().decode(errors="replace")[-3000:])  # pytest shows it with the failure
            raise
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:  # still starting, on a busy machine
                process.kill()
                process.wait()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url} did not answer")
