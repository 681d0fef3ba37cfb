"""Several processes at once, and processes that are killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub, LockedError
from sayso.store.load import load_package
from tests.conftest import PackageMaker
from tests.tiny import say

OPEN = """
import sys
from pathlib import Path
from sayso.store.datasets import open_datasets
hub = open_datasets(Path(sys.argv[1]))
database = next(iter(hub.databases.values()))
print(database.rows("SELECT count(*) FROM statements")[0][0], bool(database.notice), flush=True)
sys.stdin.readline()
"""
LOAD = """
import sys
from pathlib import Path
from sayso.store.load import load_package
print("started", flush=True)
load_package(Path(sys.argv[1]), Path(sys.argv[2]))
"""
ATTACH = """
import os, signal, sys
from pathlib import Path
from sayso.store.datasets import open_datasets
from sayso.store.texts import attach_text
hub = open_datasets(Path(sys.argv[1]))
attach_text(hub.databases["tiny"], "a1", "Words 1")
os.kill(os.getpid(), signal.SIGKILL)
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def python(code: str, *arguments: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_two_processes_at_the_first_start(make_package: PackageMaker) -> None:
    folder = make_package([("ann", "tax", 1, "2024-01-03")])
    both = [python(OPEN, folder) for _ in range(2)]
    answers = sorted(process.stdout.readline().split()[1] for process in both if process.stdout)
    for process in both:
        _, trouble = process.communicate("\n")
        assert process.returncode == 0, trouble
    assert answers == ["False", "True"]  # one has the file, the other a copy and says so
    assert sorted(path.name for path in folder.parent.iterdir()) == ["tiny", "tiny.duckdb"]


def test_a_file_open_in_another_process_is_neither_damaged_nor_replaced(make_package: PackageMaker) -> None:
    folder = make_package([("ann", "tax", 1, "2024-01-03")])
    other = python(OPEN, folder)
    assert other.stdout and other.stdout.readline()
    path = folder.parent / "tiny.duckdb"
    before = path.stat().st_ino
    (folder / "revisions.csv").write_text((folder / "revisions.csv").read_text() + "\n")
    for action in (lambda: Hub().attach(path), lambda: load_package(folder, path)):
        with pytest.raises(LockedError, match=f"process {other.pid}"):
            action()
    hub = open_datasets(folder)
    assert "Another Sayso" in hub.databases["tiny"].notice
    hub.close()
    other.communicate("\n")
    assert path.stat().st_ino == before


@posix
@pytest.mark.parametrize("after", [0.0, 0.1, 0.2, 0.3, 0.5])
def test_killed_during_a_load(make_package: PackageMaker, tmp_path: Path, after: float) -> None:
    target = load_package(make_package([("ann", "tax", 1, "2024")]), tmp_path / "x.duckdb")
    big = make_package(
        [say("ann", "tax", 1, f"20{n % 90 + 10}", article=f"a{n}") for n in range(5_000)], name="big"
    )
    process = python(LOAD, big, target)
    assert process.stdout and process.stdout.readline() == "started\n"
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    with duckdb.connect(str(target), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM statements").fetchall()[0][0] in (1, 5_000)
    load_package(big, target)  # neither a lock nor half a file stands in the way
    assert sorted(path.name for path in tmp_path.iterdir()) == ["big", "tiny", "x.duckdb"]


@posix
def test_a_committed_text_survives_a_kill(make_package: PackageMaker) -> None:
    folder = make_package([say("ann", "tax", 1, "2024", article="a1")])
    process = python(ATTACH, folder)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    hub = open_datasets(folder)
    assert hub.databases["tiny"].rows("SELECT text FROM articles") == [("Words 1",)]
    hub.close()


@posix
def test_a_text_in_the_log_of_a_killed_app_survives_a_rebuild(make_package: PackageMaker) -> None:
    folder = make_package([say("ann", "tax", 1, "2024", article="a1")])
    python(ATTACH, folder).communicate()
    (folder / "revisions.csv").write_text((folder / "revisions.csv").read_text() + "\n")
    hub = open_datasets(folder)
    assert hub.databases["tiny"].rows("SELECT text FROM articles") == [("Words 1",)]
    hub.close()
