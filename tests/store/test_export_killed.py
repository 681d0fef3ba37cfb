"""An export that is killed while it replaces an older one leaves the older one, or the new one, never some of each."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.store import swapping
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.swapping import COMMITTED
from tests import forked, tiny
from tests.tiny import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def export(file: Path, folder: Path, last: int, in_place: bool) -> int:
    """How many steps it took; 0 if it was killed."""
    code, taken = forked.asked(_export, file, folder, last, in_place)
    assert code in (0, -signal.SIGKILL)
    return int(taken or 0)


def _export(file: Path, folder: Path, last: int, in_place: bool) -> int:
    """In a process of its own: dies at the `last` thing that it does to a file; with `in_place` folders cannot be exchanged here."""
    seen, is_over = 0, False

    def count(event: str, _arguments: object) -> None:
        nonlocal seen
        if not is_over and event.startswith(("open", "os.", "shutil.", "ctypes.")):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    def refuse(one: Path, other: Path) -> None:
        raise OSError(38, "not here")

    if in_place:
        swapping._exchange = refuse
    hub = open_datasets(file)
    database = next(iter(hub.databases.values()))
    sys.addaudithook(count)
    export_package(database, folder)
    is_over = True
    return seen


def tables(folder: Path) -> dict[str, bytes]:
    """What is in the folder, without what a killed process left to be swept."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


class Replaced:
    """An older package with a reader's own files in it, and the database that will replace it."""

    def __init__(self, place: Path) -> None:
        self.new_file = place / "newer.duckdb"
        self.folder, self.other = place / "out" / "tables", place / "other"
        self.old = tables(self.folder)
        self.new = {**tables(self.other), "README.md": b"Mine."}

    def check_own_files(self) -> None:
        assert (self.folder / ".git" / "HEAD").read_text() == "ref: refs/heads/main"
        assert (self.folder / "README.md").read_text() == "Mine."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What each test begins with a copy of."""
    place = tmp_path_factory.mktemp("made")
    many = [say("bob", f"issue{n % 7}", -1, "2025", article=f"a{n}") for n in range(300)]
    said = {"newer": many, "older": [say("ann", "tax", 1, "2024")]}
    for name, target in (("older", place / "out" / "tables"), ("newer", place / "other")):
        target.parent.mkdir(exist_ok=True)
        package = tiny.write_package(place / name, tiny.tables(said[name]))
        hub = Hub()
        export_package(hub.attach(load_package(package, place / f"{name}.duckdb")), target)
        hub.close()
    (place / "out" / "tables" / ".git").mkdir()
    (place / "out" / "tables" / ".git" / "HEAD").write_text("ref: refs/heads/main")
    (place / "out" / "tables" / "README.md").write_text("Mine.")
    return place


@pytest.fixture
def replaced(made: Path, tmp_path: Path) -> Replaced:
    return Replaced(shutil.copytree(made, tmp_path / "replaced"))


@pytest.mark.parametrize("seed", range(8))
def test_the_folder_is_wholly_old_or_wholly_new(replaced: Replaced, seed: int) -> None:
    last = random.Random(seed).randrange(1, 78)  # it takes 77 steps
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
    last = random.Random(seed).randrange(50, 153)  # of 152; the first ones make what is copied
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
