"""Package → database → package gives the same tables."""

import csv
import io
import json
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store.datasets import open_datasets
from sayso.store.export import export_package
from sayso.store.hub import Hub
from sayso.store.load import load_package
from sayso.store.package import table_csv
from tests.conftest import PackageMaker
from tests.tiny import columns, say

HOSTILE = [
    "'; DROP TABLE quotes; --",
    "=cmd|' /C calc'!A0 \"quoted\"",
    "two\nlines",
    "windows\r\nlines",
    " spaces kept ",
    "שלום \u202eRTL\u202c مرحبا",
    "comma, semicolon; tab\t",
    "NULL",
    "café naïve e\u0301",
    "💬 −1",
    "%s {} ${x} $1 ?",
]


def same_bytes(one: Path, other: Path) -> None:
    for name in columns():
        assert (one / f"{name}.csv").read_bytes() == (other / f"{name}.csv").read_bytes(), name


def round_trip(folder: Path, tmp_path: Path) -> Path:
    hub = Hub()
    database = hub.attach(load_package(folder, tmp_path / "round.duckdb"))
    exported = export_package(database, tmp_path / "exported")
    hub.close()
    return exported


def test_the_shipped_dataset_comes_back_byte_for_byte(shipped: Path, tmp_path: Path) -> None:
    exported = round_trip(shipped, tmp_path)
    same_bytes(shipped, exported)
    assert json.loads((exported / "datapackage.json").read_text("utf-8")) == json.loads(
        (shipped / "datapackage.json").read_text("utf-8")
    )


def test_a_lone_carriage_return_stays_in_its_cell() -> None:
    rows: list[tuple[str | None, ...]] = [("old mac\rlines", None), ("a", "b")]
    text = table_csv(("one", "two"), rows)
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["one", "two"],
        ["old mac\rlines", ""],
        ["a", "b"],
    ]


def test_hostile_text_comes_back_byte_for_byte(make_package: PackageMaker, tmp_path: Path) -> None:
    said = [say("ann", "tax", 1, "2024-01-03", text=text, note=text, condition=text) for text in HOSTILE]
    aliases = [{"alias": text, "actor_id": "ann", "language": "en"} for text in sorted(HOSTILE)]
    folder = make_package(said, more={"aliases": aliases})
    with (round_trip(folder, tmp_path) / "quotes.csv").open(encoding="utf-8", newline="") as file:
        assert {row["text"] for row in csv.DictReader(file)} == set(HOSTILE)
    assert (tmp_path / "exported" / "statements.csv").stat().st_size == (
        folder / "statements.csv"
    ).stat().st_size


def test_a_second_round_changes_nothing(make_package: PackageMaker, tmp_path: Path) -> None:
    times = ["2024-01-03T10:00:00Z", "2024-01-03T10:00:00.25"]
    revisions = [
        {
            "revision_id": f"r{number}",
            "table_name": "quotes",
            "row_id": "q1",
            "action": "edited",
            "changed_by": "me",
            "changed_at": time,
            "before": '{"text": "a"}',
        }
        for number, time in enumerate(times)
    ]
    first = round_trip(
        make_package([("ann", "tax", 1, "2024-01-03")], more={"revisions": revisions}), tmp_path
    )
    (tmp_path / "again").mkdir()
    same_bytes(first, round_trip(first, tmp_path / "again"))
    assert "2024-01-03T10:00:00.250000Z" in (first / "revisions.csv").read_text("utf-8")


def test_bom_and_windows_line_ends_are_read(make_package: PackageMaker, tmp_path: Path) -> None:
    folder = make_package([("ann", "tax", 1, "2024-01-03")])
    plain = round_trip(folder, tmp_path)
    for path in folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "again").mkdir()
    same_bytes(plain, round_trip(folder, tmp_path / "again"))


@pytest.mark.parametrize("name", ["v1.2 (draft)", "O'Brien", 'say "so"', "UPPER", "main", "تجربة", "a;b"])
def test_folders_with_unusual_names_open_and_export(
    name: str, make_package: PackageMaker, tmp_path: Path
) -> None:
    folder = make_package([("ann", "tax", 1, "2024-01-03")], name=name)
    hub = open_datasets(folder)
    database = hub.databases[name]
    same_bytes(folder, export_package(database, tmp_path / "out"))
    with database.transaction() as cursor:
        cursor.execute("UPDATE issues SET short_name = 'Levy'")
    hub.close()
    again = open_datasets(folder)
    assert again.databases[name].rows("SELECT short_name FROM issues") == [("Levy",)]
    again.close()


def test_text_leaves_only_where_rights_allow_it(make_package: PackageMaker, tmp_path: Path) -> None:
    articles = {
        "open": {"text": "Words 1", "rights": "export"},
        "shut": {"text": "Words 2", "rights": "show"},
    }
    said = [say("ann", "tax", 1, "2024", article=article) for article in articles]
    exported = round_trip(make_package(said, articles=articles), tmp_path)
    text = (exported / "articles.csv").read_text("utf-8")
    assert "Words 1" in text and "Words 2" not in text


def test_export_leaves_other_folders_and_files_alone(make_package: PackageMaker, tmp_path: Path) -> None:
    hub = Hub()
    database = hub.load_into_memory(make_package(), "tiny", "")
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.csv").write_text("mine")
    for taken in (other, other / "thesis.csv"):
        with pytest.raises(StoreError, match="Nothing was written"):
            export_package(database, taken)
    assert [path.name for path in other.iterdir()] == ["thesis.csv"]
    mine = export_package(database, tmp_path / "mine")
    (mine / "notes.csv").write_text("mine too")
    export_package(database, mine)
    assert (mine / "notes.csv").read_text() == "mine too"
    hub.close()
