"""Files that are damaged, read-only, open elsewhere or somebody else's."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from sayso.errors import StoreError
from sayso.store.backups import KEPT, folder_of
from sayso.store.datasets import open_datasets
from sayso.store.hub import Hub, LockedError
from sayso.store.load import load_package
from sayso.store.old_file import DamagedError
from sayso.store.renewal import Condition, condition
from sayso.store.texts import attach_text
from tests.conftest import PackageMaker
from tests.store.conftest import SAID, TEXT, attach, opened


def test_load_refuses_what_is_not_sayso_s(folder: Path, tmp_path: Path) -> None:
    letter, foreign = tmp_path / "letter.duckdb", tmp_path / "foreign.duckdb"
    letter.write_text("Dear diary")
    with duckdb.connect(str(foreign)) as connection:
        connection.execute("CREATE TABLE meta (a INTEGER)")
    for target in (letter, foreign):
        before = target.read_bytes()
        with pytest.raises(StoreError, match="Nothing was changed"):
            load_package(folder, target)
        assert target.read_bytes() == before
    with pytest.raises(StoreError, match="cannot be written"):
        load_package(folder, tmp_path / "no" / "such" / "x.duckdb")
    with pytest.raises(StoreError):
        load_package(folder, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"garbage" * 999, None])
def test_a_damaged_file_is_set_aside_and_built_anew(folder: Path, damage: bytes | None) -> None:
    opened(folder)[0].close()
    path = folder.parent / "tiny.duckdb"
    whole = path.read_bytes()
    path.write_bytes(whole[:9000] + b"\xff" * 30_000 if damage is None else damage)
    broken = path.read_bytes()
    hub, database = opened(folder)
    assert database.rows("SELECT count(*) FROM statements") == [(1,)]
    (aside,) = folder.parent.glob("tiny.duckdb.damaged-*")
    assert aside.read_bytes() == broken and aside.name in database.notice
    hub.close()
    hub, database = opened(folder)
    assert not database.notice
    hub.close()


def test_a_damaged_log_is_set_aside_with_its_file(folder: Path) -> None:
    opened(folder)[0].close()
    path = folder.parent / "tiny.duckdb"
    killed = "import sys, os, duckdb; c = duckdb.connect(sys.argv[1]); [c.execute('INSERT INTO meta VALUES (?, ?)', [str(n), 'x' * 99]) for n in range(20)]; os._exit(0)"
    for number in (1, 2):
        subprocess.run([sys.executable, "-c", killed, str(path)], check=True)
        log = path.with_name("tiny.duckdb.wal")
        content = bytearray(log.read_bytes())
        content[content.rindex(b"xxx")] ^= 0xFF
        log.write_bytes(content)
        before = path.read_bytes()
        hub, database = opened(folder)
        assert "set aside" in database.notice and database.rows("SELECT count(*) FROM statements") == [(1,)]
        hub.close()
        asides = sorted(folder.parent.glob("tiny.duckdb.damaged-*"))
        assert len(asides) == 2 * number  # each time file and log, none over another
        assert before in [each.read_bytes() for each in asides]
        assert bytes(content) in [each.read_bytes() for each in asides]


def test_before_a_log_is_read_file_and_log_are_copied(folder: Path) -> None:
    """DuckDB takes a damaged length in its log for the end of it, without a word: what it drops is in the copy."""
    opened(folder)[0].close()
    path = folder.parent / "tiny.duckdb"
    killed = "import sys, os, duckdb; c = duckdb.connect(sys.argv[1]); c.execute(\"INSERT INTO meta VALUES ('mine', 'x')\"); os._exit(0)"
    for _ in range(KEPT + 1):
        subprocess.run(
            [sys.executable, "-c", killed.replace("mine", os.urandom(4).hex()), str(path)], check=True
        )
        before = path.read_bytes(), path.with_name("tiny.duckdb.wal").read_bytes()
        opened(folder)[0].close()
        *_, copy = sorted(folder_of(path).glob("*-before-recovery*.duckdb"))
        assert (copy.read_bytes(), copy.with_name(f"{copy.name}.wal").read_bytes()) == before
    assert len([*folder_of(path).glob("*-before-recovery*.duckdb")]) == KEPT
    opened(folder)[0].close()
    assert len([*folder_of(path).glob("*-before-recovery*.duckdb")]) == KEPT


def test_a_file_that_cannot_be_opened_now_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(folder)
    path = folder.parent / "tiny.duckdb"
    before = path.read_bytes()

    def refused(file: Path, *, read_only: bool) -> None:
        raise duckdb.IOException(f'Cannot open file "{file}": Permission denied')

    monkeypatch.setattr("sayso.store.old_file.open_file", refused)
    hub, database = opened(folder)
    assert "Permission denied" in database.notice and not database.is_writable
    assert database.rows("SELECT count(*) FROM statements") == [(1,)]
    hub.close()
    assert path.read_bytes() == before and sorted(each.name for each in folder.parent.iterdir()) == [
        "tiny",
        "tiny.duckdb",
    ]
    with pytest.raises(StoreError, match="cannot be opened now"):
        open_datasets(path)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="becomes another user, which root may"
)
def test_without_permission_nothing_is_replaced(folder: Path) -> None:
    attach(folder)
    path = folder.parent / "tiny.duckdb"
    before = path.read_bytes()
    for place in (folder.parent, *folder.parent.parents):
        if place.stat().st_uid == 0 and place != Path("/") and "pytest" in str(place):
            place.chmod(0o777)
    path.chmod(0o000)
    code = (
        "import os, sys; from pathlib import Path; import pandas, sayso.store.hub; __import__('codecs').lookup('utf-8-sig'); os.setuid(65534)\n"
        "from sayso.store.datasets import open_datasets\n"
        "(database,) = open_datasets(Path(sys.argv[1])).databases.values(); print(database.notice)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True)
    assert "Permission denied" in done.stdout, done.stderr
    path.chmod(0o600)
    assert path.read_bytes() == before and not list(folder.parent.glob("*damaged*"))


def test_somebody_else_s_database_beside_the_package_is_left_alone(folder: Path) -> None:
    path = folder.parent / "tiny.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE thesis AS SELECT 42 AS answer")
    with pytest.raises(StoreError, match="not one of Sayso's"):
        opened(folder)
    with duckdb.connect(str(path)) as connection:
        assert connection.execute("FROM thesis").fetchall() == [(42,)]


def test_read_only_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """os.access is asked (root may write anywhere, so chmod would prove nothing here)."""
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert "cannot be written" in database.notice and database.path is None
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]
    hub.close()
    with pytest.raises(StoreError):
        open_datasets(folder, may_copy=False)
    monkeypatch.undo()
    attach(folder)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    hub, database = opened(folder)
    assert not database.is_writable and database.rows("SELECT text FROM articles") == [(TEXT,)]
    with pytest.raises(StoreError, match="reading only"):
        attach_text(database, "a1", TEXT)
    hub.close()


def test_read_only_file_of_an_older_app_is_updated_in_a_copy(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = load_package(folder, tmp_path / "x.duckdb")
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE meta SET value = 'older' WHERE key = 'views'; DROP VIEW statements_read")
    before = path.read_bytes()
    monkeypatch.setattr("sayso.store.hub.is_writable_file", lambda path: False)
    hub = Hub()
    database = hub.attach(path)
    assert not database.is_writable and database.path == path
    assert database.rows("SELECT stance FROM statements_read") == [(1,)]
    hub.close()
    assert path.read_bytes() == before


def test_the_second_to_open_gets_a_copy_with_a_notice(folder: Path) -> None:
    first, _ = opened(folder)
    second, database = opened(folder)
    assert "for reading only" in database.notice and not database.is_writable
    assert database.rows("SELECT count(*) FROM quotes") == [(1,)]
    second.close()
    with pytest.raises(LockedError):
        open_datasets(folder, may_copy=False)
    first.close()


def test_one_dataset_that_cannot_be_read_does_not_close_the_others(
    make_package: PackageMaker, tmp_path: Path
) -> None:
    for name in ("one", "two"):
        make_package(SAID, name=name)
    open_datasets(tmp_path).close()
    path = tmp_path / "one.duckdb"
    whole = path.read_bytes()

    def looked_at(file: Path) -> Condition:
        if file == path:
            raise DamagedError(file, duckdb.IOException("Corrupt database file"))
        return condition(file)

    with pytest.MonkeyPatch.context() as patch:  # found only after the file was taken for whole
        patch.setattr("sayso.store.hub.condition", looked_at)
        hub = open_datasets(tmp_path)
    assert "Corrupt" in hub.databases["one"].notice and not hub.databases["one"].is_writable
    assert hub.databases["two"].is_writable and path.read_bytes() == whole
    hub.close()
