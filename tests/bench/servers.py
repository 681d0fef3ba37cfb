"""Starts Sayso, and the plain untuned Streamlit pages that it is compared with."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# A title, one widget whose change is timed, a text that shows its value; nothing else, nothing tuned.
EMPTY = """
import streamlit as st

st.title("Empty")
chosen = st.multiselect("Choose", ["one", "two", "three", "four"])
st.markdown("{word}: " + ", ".join(chosen))
"""

# The same page twice, since a single page cannot be switched to.
EMPTY_PAIR = """
import streamlit as st

st.navigation([st.Page("empty.py"), st.Page("other.py")], position="top").run()
"""


@dataclass(frozen=True)
class Sites:
    """The running servers' addresses."""

    app: str
    empty: str
    empty_pair: str


@contextmanager
def running(dataset: str) -> Iterator[Sites]:
    """All servers, stopped at the end; Sayso with the shipped `dataset` alone."""
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as kept:
        folder = Path(kept)
        # A copy: a server that runs already has the database file for itself.
        data = shutil.copytree(ROOT / "data" / dataset, folder / "data" / dataset)
        plain = folder / "plain"
        plain.mkdir()
        (plain / "empty.py").write_text(EMPTY.format(word="Chosen"))
        (plain / "other.py").write_text(EMPTY.format(word="Other"))
        (plain / "pair.py").write_text(EMPTY_PAIR)
        # A home of its own, so that no one's ~/.streamlit/config.toml is read; the cache of ours is kept.
        cache = os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))
        bare = {k: v for k, v in os.environ.items() if not k.startswith(("STREAMLIT_", "SAYSO_"))} | {
            "HOME": str(folder),
            "XDG_CACHE_HOME": cache,
        }
        with (
            _served(ROOT / "app.py", ROOT, bare | {"SAYSO_DATA": str(data)}, folder) as app,
            _served(plain / "empty.py", plain, bare, folder) as empty,
            _served(plain / "pair.py", plain, bare, folder) as pair,
        ):
            yield Sites(app, empty, pair)


@contextmanager
def two_versions(dataset: str, other: Path) -> Iterator[dict[str, str]]:
    """This Sayso and the one in the checkout `other` (with its own .venv), each with a copy of the shipped `dataset`."""
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as kept, ExitStack() as stack:
        addresses = {}
        for name, tree in (("this", ROOT), ("other", other.resolve())):
            folder = Path(kept, name)
            data = shutil.copytree(ROOT / "data" / dataset, folder / dataset)
            home = {"HOME": str(folder), "SAYSO_DATA": str(data), "PATH": os.environ["PATH"]}
            python = str(tree / ".venv" / "bin" / "python")
            addresses[name] = stack.enter_context(_served(tree / "app.py", tree, home, folder, python))
        yield addresses


@contextmanager
def _served(
    script: Path, cwd: Path, environment: dict[str, str], logs: Path, python: str = sys.executable
) -> Iterator[str]:
    port = _free_port()
    command = [
        python,
        "-m",
        "streamlit",
        "run",
        str(script),
        f"--server.port={port}",
        "--server.headless=true",
    ]
    with (logs / f"{script.stem}.log").open("w+") as log:
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=log, stderr=log)
        try:
            url = f"http://localhost:{port}"
            if not _answers(f"{url}/_stcore/health", process):
                log.seek(0)
                raise RuntimeError(f"{script.name} does not answer:\n{log.read()[-2000:]}")
            yield url
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _answers(url: str, process: subprocess.Popen[bytes], patience: float = 60) -> bool:
    until = time.monotonic() + patience
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            time.sleep(0.1)
    return False


def _free_port() -> int:
    for port in range(8820, 8900):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError("no free port")
