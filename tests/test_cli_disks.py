"""A disk that is full or for reading only: told in words, and what stood there before is whole."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from tests.conftest import PackageMaker
from tests.mounts import SAYSO, Ran, run_on
from tests.tiny import say

Run = Callable[..., Ran]


@pytest.fixture
def database(make_package: PackageMaker, tmp_path: Path) -> Path:
    """300 statements of two people, whose tables take some 100 kilobytes."""
    said = [
        say(f"ann{n % 2}", f"issue{n % 7}", -1, "2025", article=f"a{n}", text="Words." * 99)
        for n in range(300)
    ]
    return load_package(make_package(said), tmp_path / "seen.duckdb")


@pytest.fixture
def full(database: Path, tmp_path: Path, make_package: PackageMaker) -> Run:
    """`full("export", "{data}", "{place}/x.csv")` on a disk of 48 kB, which holds an older `x.…` of each kind."""
    kept, place = tmp_path / "kept", tmp_path / "place"
    kept.mkdir()
    for suffix in ("csv", "xlsx", "parquet", "gexf"):
        (kept / f"x.{suffix}").write_bytes(b"Old.")

    def run(*arguments: str) -> Ran:
        words = [word.format(data=database, place=place) for word in arguments]
        return run_on(place, kept, [*SAYSO, *words], size="48k")

    return run


OUTPUTS = {
    "csv": ("export", "{data}", "{place}/x.csv"),
    "xlsx": ("export", "{data}", "{place}/x.xlsx"),
    "dna": ("export", "{data}", "{place}/x.dna"),
    "folder": ("export", "{data}", "{place}/tables"),
}


@pytest.mark.parametrize("kind", OUTPUTS)
def test_a_full_disk_leaves_what_was_there(full: Run, kind: str) -> None:
    ran = full(*OUTPUTS[kind])
    assert ran.code == 1, ran.output
    assert "no space left" in ran.output and "Free some space" in ran.output
    assert "fault in Sayso" not in ran.output and "Traceback" not in ran.output
    assert ran.files == dict.fromkeys(("x.csv", "x.gexf", "x.parquet", "x.xlsx"), b"Old."), (
        "nothing half written"
    )


def test_a_folder_of_tables_stays_whole_on_a_full_disk(
    full: Run, make_package: PackageMaker, tmp_path: Path
) -> None:
    older = load_package(make_package([("ann", "tax", 1, "2024")], name="older"), tmp_path / "older.duckdb")
    place = tmp_path / "kept" / "tables"
    hub = Hub()
    export_package(hub.attach(older), place)
    hub.close()
    before = {f"tables/{path.name}": path.read_bytes() for path in place.iterdir()}
    for path in (tmp_path / "kept").glob("x.*"):
        path.unlink()
    ran = run_on(tmp_path / "place", tmp_path / "kept", [*SAYSO, "export", str(tmp_path / "seen.duckdb"), str(tmp_path / "place" / "tables")], size="160k")  # fmt: skip
    assert ran.code == 1 and "no space left" in ran.output, ran.output
    assert ran.files == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("command", [("network", "{data}", "/dev/full", "--form", "gexf"), ("export", "{data}", "/dev/full.csv")])  # fmt: skip
def test_a_device_that_takes_nothing(database: Path, command: tuple[str, ...], tmp_path: Path) -> None:
    link = tmp_path / "full.csv"
    link.symlink_to("/dev/full")
    words = [word.format(data=database).replace("/dev/full.csv", str(link)) for word in command]
    done = subprocess.run([*SAYSO, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "no space left" in done.stderr, done.stderr
    assert link.is_symlink() and Path("/dev/full").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_words_that_cannot_be_printed(database: Path) -> None:
    with Path("/dev/full").open("w") as out:
        done = subprocess.run([*SAYSO, "info", str(database)], stdout=out, stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    assert done.returncode == 1 and "no space left" in done.stderr and "fault" not in done.stderr


@pytest.mark.parametrize("source", ["tiny", "seen.duckdb"])
@pytest.mark.parametrize("target", ["out", "out.csv", "out.dna"])
def test_what_lies_in_a_folder_for_reading_only_is_exported(
    database: Path, tmp_path: Path, source: str, target: str
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / source).rename(kept / source)
    out = tmp_path / "results" / target
    out.parent.mkdir()
    ran = run_on(tmp_path / "place", kept, [*SAYSO, "export", str(tmp_path / "place" / source), str(out)], mode="ro")  # fmt: skip
    assert ran.code == 0, ran.output
    assert out.exists() and (target == "out" or "300 statements" in ran.output)
    assert sorted({name.partition("/")[0] for name in ran.files}) == [source]


def test_tables_beside_a_file_that_holds_more_are_not_exported_in_its_place(
    database: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (tmp_path / "tiny").rename(kept / "tiny")
    (kept / "tiny.duckdb").write_bytes(database.read_bytes())
    with (kept / "tiny" / "revisions.csv").open("a") as file:
        file.write("\n")
    out = tmp_path / "out"
    ran = run_on(tmp_path / "place", kept, [*SAYSO, "export", str(tmp_path / "place" / "tiny"), str(out)], mode="ro")  # fmt: skip
    assert ran.code == 1 and "may hold what was coded since" in ran.output, ran.output
    assert not out.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="mounts")
def test_a_target_that_is_a_disk_of_its_own(database: Path, tmp_path: Path) -> None:
    """As a container's volume: it cannot be exchanged for another folder."""
    kept = tmp_path / "kept"
    kept.mkdir()
    for _ in range(2):
        ran = run_on(tmp_path / "place", kept, [*SAYSO, "export", str(database), str(tmp_path / "place")])
        assert ran.code == 0, ran.output
        assert len(ran.files) > 12 and not any(name.startswith(".") for name in ran.files)
