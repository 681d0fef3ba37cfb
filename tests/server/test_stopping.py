"""Told to stop, each way of running Sayso closes its database first: its log is merged and gone."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from sayso.server.stopping import CLOSED
from tests.server.harness import ROOT, Launch, free_port, wait_for
from tests.server.test_serve import APP
from tests.server.visitor import Visitor

ENOUGH = 60  # seconds, on a machine that is busy with other tests; alone it takes 3 for pages under way, 4 for work in the background

# A dataset with a change that is in its log alone, as a killed Sayso leaves it.
WRITE_AND_DIE = """
import os, sys
from pathlib import Path
from sayso.store.hub import Hub
from sayso.store.new import create_dataset
path = Path(sys.argv[1])
create_dataset(path, "Stopping")
hub = Hub()
with hub.attach(path).transaction() as cursor:
    cursor.execute("INSERT INTO actor_ids VALUES ('kim')")
    cursor.execute("INSERT INTO actors (actor_id, name, kind) VALUES ('kim', 'Kim', 'person')")
os._exit(0)
"""
SERVE = "from sayso.cli import main; main()"


def ways(port: int, path: Path) -> dict[str, tuple[list[str], dict[str, str]]]:
    """Arguments and environment of each launch."""
    data = {"SAYSO_DATA": str(path)}
    run = ["-m", "streamlit", "run", APP, f"--server.port={port}", "--server.headless=true"]
    return {
        "sayso serve": (["-c", SERVE, "serve", str(path), f"--port={port}", "--no-browser"], {}),
        "streamlit run": (run, data),
        "python app.py": ([APP], {"STREAMLIT_SERVER_PORT": str(port), **data}),
        "uvicorn": (["-m", "uvicorn", "app:app", f"--app-dir={ROOT}", f"--port={port}"], data),
    }


@pytest.fixture(scope="module")
def left_behind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("left") / "stopping.duckdb"
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(made)], check=True, timeout=60)
    return made


@pytest.fixture
def path(left_behind: Path, tmp_path: Path) -> Path:
    for file in (left_behind, log_of(left_behind)):
        shutil.copy(file, tmp_path)
    return tmp_path / left_behind.name


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.wal")


def started(way: str, path: Path, launch: Launch) -> tuple[subprocess.Popen[str], int]:
    port = free_port()
    arguments, environment = ways(port, path)[way]
    process = launch(*arguments, **environment)
    wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
    assert log_of(path).exists()  # else its going would say nothing
    return process, port


def names(path: Path) -> list[str]:
    with duckdb.connect(str(path), read_only=True) as connection:
        return [str(row[0]) for row in connection.execute("SELECT name FROM actors").fetchall()]


SIGNALS = [signal.SIGTERM, signal.SIGINT]


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
@pytest.mark.parametrize("way", ways(0, Path()))
def test_an_ordinary_stop_closes_the_database_with_a_tab_open(
    way: str, number: signal.Signals, path: Path, launch: Launch
) -> None:
    process, port = started(way, path, launch)
    with Visitor(port) as visitor:
        visitor.open("matrix")
        process.send_signal(number)
        said, _ = process.communicate(timeout=ENOUGH)
    assert CLOSED in said and "Traceback" not in said
    assert not log_of(path).exists()
    assert names(path) == ["Kim"]


@pytest.mark.parametrize(
    "way", ["streamlit run", "uvicorn"]
)  # whose server is Streamlit's, and uvicorn's own
def test_a_tab_that_has_gone_to_sleep_holds_nothing_up(way: str, path: Path, launch: Launch) -> None:
    process, port = started(way, path, launch)
    with socket.create_connection(("127.0.0.1", port)) as sleeper:  # half a request, and never the rest
        sleeper.sendall(f"GET /static/ HTTP/1.1\r\nHost: localhost:{port}\r\n".encode())
        with socket.create_connection(("127.0.0.1", port)) as slow:
            slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
            script = "/app/static/vendor/plotly-cartesian-4.1.1/plotly-cartesian.min.js"
            slow.sendall(f"GET {script} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
            assert slow.recv(12) == b"HTTP/1.1 200"  # and reads no further: 1.5 MB wait for it
            process.send_signal(signal.SIGTERM)
            process.wait(ENOUGH)
    assert not log_of(path).exists()


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no terminals that hang up")
def test_a_terminal_that_is_closed_stops_it_in_good_order(path: Path, launch: Launch) -> None:
    own = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # under nohup the server would rightly go on
    try:
        process, _port = started("sayso serve", path, launch)
    finally:
        signal.signal(signal.SIGHUP, own)
    process.send_signal(signal.SIGHUP)
    process.wait(ENOUGH)
    assert not log_of(path).exists()


def test_a_second_ctrl_c_closes_it_too(path: Path, launch: Launch) -> None:
    process, port = started("python app.py", path, launch)
    with socket.create_connection(("127.0.0.1", port)) as slow:
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
        script = "/app/static/vendor/plotly-cartesian-4.1.1/plotly-cartesian.min.js"
        slow.sendall(f"GET {script} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        assert slow.recv(12) == b"HTTP/1.1 200"
        for _ in range(2):
            process.send_signal(signal.SIGINT)  # the second gives up on what is under way
            time.sleep(0.3)
        process.wait(ENOUGH)
    assert not log_of(path).exists()


def test_killed_outright_it_leaves_its_log(path: Path, launch: Launch) -> None:
    """What the others are measured against: the log does not go by itself."""
    process, _port = started("python app.py", path, launch)
    process.kill()
    process.wait(ENOUGH)
    assert log_of(path).exists() and names(path.rename(path.with_stem("moved"))) == []
