"""Database files made elsewhere: views that read files, other programs' files, cut ones, other tables, other logs."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from tests.hostile.trial import SECRET, Trial, command, dataset
from tests.pages.screen import open_screen


def _sql(*statements: str) -> Callable[[Path], object]:
    """The file of a dataset after somebody's own statements; {secret} is a file that only its owner may read."""

    def changed(path: Path) -> None:
        with duckdb.connect(str(path)) as connection:
            for statement in statements:
                connection.execute(statement.format(secret=path.parent / "secret.txt"))

    return changed


def _new(*statements: str) -> Callable[[Path], object]:
    def made(path: Path) -> None:
        path.unlink()
        _sql(*statements)(path)

    return made


def _sqlite(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.close()


def _cut(part: float) -> Callable[[Path], object]:
    return lambda path: os.truncate(path, int(path.stat().st_size * part))


def _turned(place: float, n: int) -> Callable[[Path], object]:
    def turned(path: Path) -> None:
        with path.open("r+b") as file:
            file.seek(int(path.stat().st_size * place))
            file.write(b"\xff" * n)

    return turned


def _other_log(path: Path) -> None:
    other = path.with_name("other.duckdb")
    connection = duckdb.connect(str(other))
    connection.execute("SET checkpoint_threshold = '1TB'; PRAGMA disable_checkpoint_on_shutdown")
    connection.execute("CREATE TABLE evil AS SELECT 1 AS one")
    shutil.copyfile(f"{other}.wal", f"{path}.wal")
    connection.close()
    other.unlink()
    other.with_name("other.duckdb.wal").unlink(missing_ok=True)


def _link(to: str) -> Callable[[Path], object]:
    def linked(path: Path) -> None:
        path.unlink()
        path.symlink_to(to)

    return linked


def _log(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.with_name(f"{path.name}.wal").write_bytes(content)


_SECRET_META = (
    "CREATE TABLE old_meta AS FROM meta",
    "DROP TABLE meta",
    "CREATE VIEW meta AS SELECT key, CASE WHEN key = 'descriptor' THEN json_object('title', (SELECT content FROM"
    " read_text('{secret}'))) ELSE value END AS value FROM old_meta",
)  # fmt: skip
DATABASES: dict[str, Callable[[Path], object]] = {
    "a view called meta that reads a file": _sql(*_SECRET_META),
    "a view called meta that reads passwords": _sql(*(each.replace("{secret}", "/etc/passwd") for each in _SECRET_META)),
    "a view called actors that reads a file": _sql("CREATE VIEW actors2 AS SELECT content FROM read_text('{secret}')", "CREATE OR REPLACE VIEW statements_read AS SELECT content AS statement_id FROM read_text('{secret}')"),
    "a macro that reads a file": _sql("CREATE OR REPLACE MACRO position_step(a) AS (SELECT content FROM read_text('{secret}'))"),
    "a macro called count": _sql("CREATE MACRO main.count(x) AS (SELECT content FROM read_text('{secret}'))"),
    "a macro called json_extract_string": _sql("CREATE MACRO main.json_extract_string(a, b) AS (SELECT content FROM read_text('{secret}'))"),
    "a table macro called duckdb_tables": _sql("CREATE MACRO main.duckdb_tables() AS TABLE SELECT content AS table_name FROM read_text('{secret}')"),
    "a column that is reckoned": _sql("CREATE TABLE m2 (key VARCHAR, value VARCHAR, more VARCHAR AS (key || value))", "INSERT INTO m2 (key, value) FROM meta", "DROP TABLE meta", "ALTER TABLE m2 RENAME TO meta"),
    "a table without its columns": _sql("DROP TABLE meta", "CREATE TABLE meta (a INTEGER)"),
    "meta without a version": _sql("DELETE FROM meta"),
    "meta with a version beyond": _sql("UPDATE meta SET value = '99999999999999999999' WHERE key = 'schema_version'"),
    "meta with a version that is none": _sql("UPDATE meta SET value = 'x' WHERE key = 'schema_version'"),
    "a descriptor that is no JSON": _sql("UPDATE meta SET value = '{{' WHERE key = 'descriptor'"),
    "a descriptor that is a list": _sql("UPDATE meta SET value = '[1]' WHERE key = 'descriptor'"),
    "licences that are numbers": _sql("UPDATE meta SET value = '{{\"licenses\": [7, [], \"x\"], \"title\": [1], \"stances\": [[1]]}}' WHERE key = 'descriptor'"),
    "a title of markup": _sql("UPDATE meta SET value = '{{\"title\": \"<script>window.hacked=1</script>\"}}' WHERE key = 'descriptor'"),
    "a title of a megabyte": _sql("UPDATE meta SET value = json_object('title', repeat('x', 1000000)) WHERE key = 'descriptor'"),
    "tables that are gone": _sql("DROP TABLE revisions CASCADE"),
    "an enum of other words": _sql("CREATE TYPE evil AS ENUM ('a')", "CREATE TABLE e (a evil)"),
    "a schema beside": _sql("CREATE SCHEMA evil", "CREATE TABLE evil.meta AS SELECT 1 AS one"),
    "tables called as commands": _sql('CREATE TABLE "; DROP TABLE meta; --" (a INTEGER)'),
    "another program's tables": _new("CREATE TABLE thesis AS SELECT 42 AS answer"),
    "meta of another program": _new("CREATE TABLE meta (key VARCHAR, value VARCHAR)", "INSERT INTO meta VALUES ('schema_version', '7')"),
    "only a view called meta": _new("CREATE VIEW meta AS SELECT 'schema_version' AS key, content AS value FROM read_text('{secret}')"),
    "nothing in it": _new("SELECT 1"),
    "an SQLite file": _sqlite,
    "an empty file": _cut(0),
    "a tenth of the file": _cut(0.1),
    "half of the file": _cut(0.5),
    "nearly all of the file": _cut(0.98),
    "a head turned": _turned(0.0, 64),
    "a middle turned": _turned(0.5, 9_000),
    "an end turned": _turned(0.95, 9_000),
    "a text": lambda path: path.write_text("Dear diary, " * 900),
    "NULs": lambda path: path.write_bytes(b"\0" * 60_000),
    "another file's log": _other_log,
    "a log of rubbish": _log(b"\xff\x00rubbish" * 999),
    "an empty log": _log(b""),
    "a link to passwords": _link("/etc/passwd"),
    "a device": _link("/dev/zero"),
}  # fmt: skip


def _open(change: Callable[[Path], object], *, on_a_page: bool) -> Callable[[Path], str]:
    def run(place: Path) -> str:
        path = dataset(place)
        change(path)
        secret = (place / "secret.txt").read_bytes()
        ended = [
            command(*words)[0]
            for words in (("info", path), ("check", path), ("export", path, place / "out"), ("export", path, place / "out.csv"), ("status", "--data", path))
        ]  # fmt: skip
        for file in [*place.rglob("out/*"), *place.glob("out.csv")]:
            assert SECRET not in file.read_text(
                "utf-8", errors="replace"
            ) and "root:x:" not in file.read_text("utf-8", errors="replace")
        if on_a_page:
            _look(path)
        assert (place / "secret.txt").read_bytes() == secret
        return "refused" if "refused" in ended else "accepted"

    return run


def _look(path: Path) -> None:
    """The app on the file: no secret on the page, no exception, nothing as markup."""
    before = os.environ.get("SAYSO_DATA")
    os.environ["SAYSO_DATA"] = str(path)
    try:
        screen = open_screen("about")
    finally:
        os.environ.pop("SAYSO_DATA")
        if before is not None:
            os.environ["SAYSO_DATA"] = before
    assert [str(each.message) for each in screen.app.exception] == []
    shown = screen.words + screen.cells + screen.markup
    assert SECRET not in shown and "root:x:" not in shown and "<script>window" not in screen.markup


def trials(seed: int) -> Iterator[Trial]:
    """Every file at the commands, and on a page."""
    for name, change in DATABASES.items():
        yield Trial("database", f"commands: {name}", _open(change, on_a_page=False))
    for name, change in DATABASES.items():
        yield Trial("database", f"page: {name}", _open(change, on_a_page=True))
