"""An export that is killed while it replaces an older one leaves the older one, or the new one, never some of each."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.swapping import COMMITTED
from tests.conftest import PackageMaker
from tests.tiny import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
# Dies at the n-th thing that it does to a file; with `in_place` folders cannot be exchanged here.
EXPORT = """
import os, signal, sys
from pathlib import Path
from sayso.store import swapping
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
file, folder, last, in_place = sys.argv[1:]
seen, is_over = 0, False
def count(event, arguments):
    global seen
    if not is_over and event.startswith(("open", "os.", "shutil.", "ctypes.")):
        seen += 1
        if seen == int(last):
            os.kill(os.getpid(), signal.SIGKILL)
def refuse(*_):
    raise OSError(38, "not here")
if in_place == "True":
    swapping._exchange = refuse
hub = open_datasets(Path(file))
database = next(iter(hub.databases.values()))
sys.addaudithook(count)
export_package(database, Path(folder))
is_over = True
print(seen)
"""


def export(file: Path, folder: Path, last: int, in_place: bool) -> int:
    """How many steps it took; 0 if it was killed."""
    done = subprocess.run(
        [sys.executable, "-c", EXPORT, str(file), str(folder), str(last), str(in_place)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return int(done.stdout) if done.returncode == 0 else 0


def tables(folder: Path) -> dict[str, bytes]:
    """What is in the folder, without what a killed process left to be swept."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


class Replaced:
    """An older package with a reader's own files in it, and the database that will replace it."""

    def __init__(self, make_package: PackageMaker, place: Path) -> None:
        many = [say("bob", f"issue{n % 7}", -1, "2025", article=f"a{n}") for n in range(300)]
        self.new_file = load_package(make_package(many, name="newer"), place / "newer.duckdb")
        old_file = load_package(
            make_package([("ann", "tax", 1, "2024")], name="older"), place / "older.duckdb"
        )
        (place / "out").mkdir()
        self.folder, self.other = place / "out" / "tables", place / "other"
        for file, folder in ((old_file, self.folder), (self.new_file, self.other)):
            hub = Hub()
            export_package(hub.attach(file), folder)
            hub.close()
        (self.folder / ".git").mkdir()
        (self.folder / ".git" / "HEAD").write_text("ref: refs/heads/main")
        (self.folder / "README.md").write_text("Mine.")
        self.old = tables(self.folder)
        self.new = {**tables(self.other), "README.md": b"Mine."}

    def check_own_files(self) -> None:
        assert (self.folder / ".git" / "HEAD").read_text() == "ref: refs/heads/main"
        assert (self.folder / "README.md").read_text() == "Mine."


@pytest.fixture
def replaced(make_package: PackageMaker, tmp_path: Path) -> Replaced:
    return Replaced(make_package, tmp_path)


@pytest.mark.parametrize("seed", range(8))
def test_the_folder_is_wholly_old_or_wholly_new(replaced: Replaced, seed: int) -> None:
    last = random.Random(seed).randrange(1, 180)
    taken = export(replaced.new_file, replaced.folder, last, in_place=False)
    after = tables(replaced.folder)
    assert after == replaced.new if taken else after in (replaced.old, replaced.new)
    replaced.check_own_files()
    assert export(replaced.new_file, replaced.folder, 0, in_place=False)
    assert tables(replaced.folder) == replaced.new
    replaced.check_own_files()
    assert [path.name for path in replaced.folder.parent.iterdir()] == ["tables"], "what was left is swept"


@pytest.mark.parametrize("seed", range(8))
def test_where_folders_cannot_be_exchanged_the_next_reader_finishes_it(replaced: Replaced, seed: int) -> None:
    last = random.Random(seed).randrange(90, 330)
    taken = export(replaced.new_file, replaced.folder, last, in_place=True)
    is_begun = (replaced.folder / COMMITTED).exists()
    loaded = load_package(replaced.folder, replaced.other.parent / "read.duckdb")
    assert loaded.exists()
    after = tables(replaced.folder)
    assert after == replaced.new if taken or is_begun else after in (replaced.old, replaced.new)
    replaced.check_own_files()
    assert export(replaced.new_file, replaced.folder, 0, in_place=True)
    assert tables(replaced.folder) == replaced.new
    assert sorted(path.name for path in replaced.folder.iterdir() if path.is_dir()) == [".git"]
    assert [path.name for path in replaced.folder.parent.iterdir()] == ["tables"]


def test_what_a_living_process_is_writing_is_not_swept(replaced: Replaced) -> None:
    held = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(replaced.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )  # fmt: skip
    assert held.stdout and (place := Path(held.stdout.readline().strip())).is_dir()
    assert export(replaced.new_file, replaced.folder, 0, in_place=False)
    assert place.is_dir()
    os.kill(held.pid, signal.SIGKILL)
    held.communicate()
    assert export(replaced.new_file, replaced.folder, 0, in_place=False)
    assert not place.exists()


HOLD = """
import sys
from pathlib import Path
from sayso.store.workplace import workplace
with workplace(Path(sys.argv[1])) as place:
    print(place, flush=True)
    sys.stdin.readline()
"""
