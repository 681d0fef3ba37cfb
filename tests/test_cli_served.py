"""Commands about a dataset that a running Sayso has open: a real server, a real second process."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sayso.cli import main
from sayso.cli_served import arguments, run_here
from sayso.store.hub import Hub
from sayso.store.locking import lock_file
from sayso.store.new import create_dataset
from tests.server.harness import free_port

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main(prog_name='sayso')"]
STORY = "“We will not sell the quay,” Lena Ortiz said on Tuesday. The council met in Selm."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A dataset that a server has open."""
    path = create_dataset(tmp_path_factory.mktemp("served") / "my.duckdb")
    server = subprocess.Popen(
        [*SAYSO, "serve", str(path), "--no-browser", "--port", str(free_port())],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    until = time.monotonic() + 120
    while '"address": "http' not in (lock_file(path).read_text() if lock_file(path).exists() else ""):
        assert server.poll() is None and time.monotonic() < until
        time.sleep(0.2)
    yield path
    server.send_signal(signal.SIGTERM)
    server.communicate(timeout=60)
    left = {each.name for each in path.parent.glob("my.duckdb*")}
    assert left - {"my.duckdb.backups"} == {"my.duckdb"}  # a copy is made by the clock


def say(folder: Path, *line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*SAYSO, *line], cwd=folder, capture_output=True, text=True)


def test_what_a_command_does_is_done_by_the_one_that_has_the_file(served: Path) -> None:
    folder = served.parent
    (folder / "story.txt").write_text(STORY)
    added = say(folder, "add", "story.txt", "--data", "my.duckdb", "--outlet", "Selm Post", "--coder", "kim")
    assert added.returncode == 0 and added.stdout.startswith("added "), added.stderr
    again = say(folder, "add", "story.txt", "--data", "my.duckdb", "--outlet", "Selm Post", "--coder", "kim")
    assert "duplicate" in again.stdout
    assert "1 article" in say(folder, "status", "--data", "my.duckdb").stdout
    assert "agrees with the tables" in say(folder, "check", "my.duckdb").stdout
    exported = say(folder, "export", "my.duckdb", "out")
    assert exported.returncode == 0 and "selm-post" in (folder / "out" / "articles.csv").read_text()
    copied = say(folder, "backup", "my.duckdb", "--to", "copy.duckdb")
    assert copied.returncode == 0 and (folder / "copy.duckdb").is_file()
    missing = say(folder, "find", "--data", "my.duckdb", "--article", "nope")
    assert missing.returncode == 1 and "There is no article" in missing.stderr
    refused = say(folder, "load", "out", "--to", "my.duckdb")
    assert refused.returncode == 1 and "has it open. It is a Sayso at http" in refused.stderr


def test_only_who_may_read_the_lock_is_served(served: Path) -> None:
    assert lock_file(served).stat().st_mode & 0o077 == 0
    holder = json.loads(lock_file(served).read_text())
    host = holder["address"].removeprefix("http://")
    for method, token in (("POST", ""), ("POST", "x" * 43), ("GET", holder["token"])):
        connection = http.client.HTTPConnection(host)
        connection.request(method, "/_sayso/command", body='["status"]', headers={"x-sayso-token": token})
        assert connection.getresponse().status == 404
        connection.close()
    connection = http.client.HTTPConnection(host)
    connection.request("POST", "/_sayso/command", body="{}", headers={"x-sayso-token": holder["token"]})
    assert connection.getresponse().status == 400
    connection.close()


def test_a_command_line_is_understood_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_CODER", "kim")
    (tmp_path / "a.txt").write_text("x")
    command = main.commands["add"]
    line = ["a.txt", "https://example.org/b", "--no-find"]
    with command.make_context("add", line, parent=click.Context(main)) as context:
        assert arguments(context, tmp_path / "my.duckdb") == [
            "--data", str(tmp_path / "my.duckdb"), "--coder", "kim", "--no-find",
            "--", str(tmp_path / "a.txt"), "https://example.org/b",
        ]  # fmt: skip


def test_output_goes_to_who_asked_and_codes_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = create_dataset(tmp_path / "my.duckdb")
    hub = Hub()
    hub.attach(path)
    told: list[tuple[str, bool]] = []
    with capsys.disabled():

        def write(text: str, is_error: bool) -> None:
            told.append((text, is_error))

        assert run_here(hub, main, ["status", "--data", str(path)], write) == 0
        assert run_here(hub, main, ["find", "--data", str(path)], write) == 1
        assert run_here(hub, main, ["nonsense"], write) == 2
    words = "".join(text for text, is_error in told if not is_error)
    errors = "".join(text for text, is_error in told if is_error)
    assert words.startswith("my: 0 articles") and "No article" in errors and "No such command" in errors
    assert hub.databases["my"].rows("SELECT 1") == [(1,)]  # the command has not closed it
    hub.close()
