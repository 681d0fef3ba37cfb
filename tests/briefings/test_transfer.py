"""A briefing as a file, in a package, in an old file, and what others put into such files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.briefings import transfer
from sayso.briefings.reading import briefing, briefings
from sayso.errors import QueryError, StoreError
from sayso.store.exhibits import packed, unpacked
from sayso.store.export import export_package
from sayso.store.hub import Database, Hub
from sayso.store.load import load_package
from tests.conftest import DatasetMaker, PackageMaker
from tests.store.first_version import SCHEMA


def test_there_and_back_in_another_dataset(
    database: Database, briefing_id: str, make_dataset: DatasetMaker
) -> None:
    content = transfer.to_file(briefing(database, briefing_id))
    other = make_dataset(name="other")
    made = transfer.from_file(other, "lee", content)
    assert transfer.to_file(briefing(other, made.key)) == content


@pytest.mark.parametrize(
    "spoil",
    [
        lambda plain: plain.update(format="other"),
        lambda plain: plain.update(version=2),
        lambda plain: plain["items"].append({"kind": "judgement", "text": "x", "likelihood": "certain"}),
        lambda plain: plain["items"].append({"kind": "spell", "text": "x"}),
        lambda plain: plain["items"].append({"kind": "view", "exhibit": {"version": 1}}),
        lambda plain: plain["items"].append({"kind": "view", "exhibit": None}),
        lambda plain: plain["items"].append("text"),
        lambda plain: plain["items"][0]["exhibit"].update(title=["x"]),
        lambda plain: plain["items"][0]["exhibit"]["drawing"]["figure"]["layout"].update(
            images=[{"source": "https://elsewhere.example/x.png"}]
        ),
        lambda plain: plain["items"][0]["exhibit"]["drawing"]["figure"]["data"].append(
            {"type": "scattermapbox", "lat": [1], "lon": [1]}
        ),
        lambda plain: plain["items"][0]["exhibit"]["drawing"]["figure"]["layout"].update(
            title={"text": '<a href="https://elsewhere.example">x</a>'}
        ),
    ],
)
def test_what_sayso_never_wrote_is_refused(database: Database, briefing_id: str, spoil: object) -> None:
    plain = json.loads(transfer.to_file(briefing(database, briefing_id)))
    assert callable(spoil)
    spoil(plain)
    with pytest.raises(QueryError):
        transfer.from_file(database, "lee", json.dumps(plain).encode())
    assert len(briefings(database)) == 1


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"{}", b"[" * 100_000])
def test_what_is_no_briefing_is_refused(database: Database, content: bytes) -> None:
    with pytest.raises(QueryError, match="not a briefing"):
        transfer.from_file(database, "lee", content)


def test_a_package_takes_briefings_along(database: Database, briefing_id: str, tmp_path: Path) -> None:
    folder = export_package(database, tmp_path / "package")
    hub = Hub()
    try:
        again = hub.attach(load_package(folder, tmp_path / "again.duckdb"))
        assert transfer.to_file(briefing(again, briefing_id)) == transfer.to_file(
            briefing(database, briefing_id)
        )
        assert again.own_changes() == 0
    finally:
        hub.close()


def test_a_package_from_before_there_were_briefings_is_read(
    make_package: PackageMaker, tmp_path: Path
) -> None:
    folder = make_package([("ann", "tax", 1, "2024")])
    for name in ("exhibits", "briefings", "briefing_items"):
        (folder / f"{name}.csv").unlink()
    hub = Hub()
    try:
        assert briefings(hub.attach(load_package(folder, tmp_path / "x.duckdb"))) == []
    finally:
        hub.close()


def test_the_data_version_is_that_of_the_data(database: Database, briefing_id: str, tmp_path: Path) -> None:
    """A package with a briefing holds the same data as without it: its views are up to date."""
    folder = export_package(database, tmp_path / "package")
    versions = []
    hub = Hub()
    try:
        for name in ("with", "without"):
            versions.append(hub.attach(load_package(folder, tmp_path / f"{name}.duckdb")).version)
            for path in (folder / "briefing_items.csv", folder / "briefings.csv", folder / "exhibits.csv"):
                path.unlink(missing_ok=True)
    finally:
        hub.close()
    assert versions[0].split(".")[0] == versions[1].split(".")[0]


def test_an_old_file_gets_the_tables(tmp_path: Path) -> None:
    import duckdb

    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(SCHEMA.read_text(encoding="utf-8"))
        connection.execute("INSERT INTO meta VALUES ('schema_version', '1'), ('views', 'older')")
    hub = Hub()
    try:
        assert briefings(hub.attach(path)) == []
        transfer_ids = hub.databases["old"].rows("SELECT count(*) FROM briefing_ids")
    finally:
        hub.close()
    assert transfer_ids == [(0,)]


def test_a_cell_that_grows_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    import sayso.store.exhibits as room

    monkeypatch.setattr(room, "LARGEST", 1_000)
    assert unpacked(packed("x" * 900)) == "x" * 900
    for cell in (packed("x" * 2_000), "no base64!", "eJw=", ""):
        with pytest.raises(StoreError):
            unpacked(cell)


def test_a_broken_cell_is_told_and_the_rest_is_shown(database: Database, briefing_id: str) -> None:
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO exhibits VALUES ('0123456789abcdef', 'nonsense')")
        cursor.execute("UPDATE briefing_items SET exhibit_id = '0123456789abcdef' WHERE kind = 'view'")
    items = briefing(database, briefing_id).items
    assert items[0].fault and items[0].exhibit is None and items[1].text == "Tax will pass."
