"""`sayso new`, `add`, `find`, `status`, `review` as a person uses them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sayso import cli
from sayso.ingest.reading import fetch as fetching
from sayso.ingest.reading import files as reading_files
from tests.ingest.reading import made
from tests.ingest.reading.servers import site

DATA = ("--data", "new.duckdb")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_CODER", "Anna B.")

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(cli.main, list(arguments))

    return invoke


@pytest.fixture
def stack(tmp_path: Path) -> Path:
    """A folder with two articles, one of them twice, an edited copy and a broken file."""
    folder = tmp_path / "stack"
    (folder / "deeper").mkdir(parents=True)
    (folder / "story.txt").write_text(f"PORT SELM, 24 July 2021 (VPA) — {made.LONG}", encoding="utf-8")
    (folder / "again.txt").write_text(f"PORT SELM, 24 July 2021 (VPA) — {made.LONG}\n\n", encoding="utf-8")
    (folder / "deeper" / "edited.txt").write_text(f"{made.LONG} And so on.", encoding="utf-8")
    (folder / "table.csv").write_text(
        "title,text,outlet\nFog,Fog lay on the harbour all day.,Lantern\n", encoding="utf-8"
    )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "notes.xlsx").write_bytes(b"not read")
    return folder


def test_from_nothing_to_a_dataset_with_articles(run: Any, stack: Path) -> None:
    assert run("new", "new.duckdb", "--title", "Port Selm").exit_code == 0
    result = run("add", "stack", *DATA, "--outlet", "Varia Press")
    assert result.exit_code == 1, "one file is broken"
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["added", "added", "duplicate", "added"]
    assert "quotes" in lines[0] and "proposed" in lines[0]
    assert "it may be a copy of varia-press-2021-07-24" in lines[1] + lines[3]
    assert "broken.pdf: It cannot be read as a PDF" in result.stderr
    assert result.stderr.splitlines()[-1] == "3 added, 1 there already, 1 failed"
    assert "xlsx" not in result.output
    told = run("status", *DATA)
    assert told.exit_code == 0
    assert told.stdout.startswith("Port Selm: 3 articles\n  to review: ")
    assert "waiting" in told.stdout and "0 statements" in told.stdout, "nothing counts yet"


def test_all_that_is_fine_is_a_success_and_again_is_too(run: Any, stack: Path) -> None:
    run("new", "new.duckdb")
    for _ in range(2):
        result = run("add", "stack/story.txt", *DATA, "--outlet", "Varia Press")
        assert result.exit_code == 0, result.output
    assert "duplicate" in result.stdout


def test_an_article_without_an_outlet_waits_for_one(run: Any, stack: Path) -> None:
    run("new", "new.duckdb")
    result = run("add", "stack/story.txt", "stack/table.csv", *DATA)
    assert result.exit_code == 1
    assert "no outlet" in result.stderr and "lantern-fog" in result.stdout


def test_what_is_there_already_is_told_by_name_and_by_what_it_copies(run: Any, stack: Path) -> None:
    run("new", "new.duckdb")
    result = run("add", "stack/story.txt", "stack/again.txt", *DATA, "--outlet", "Varia Press", "--no-find")
    assert (
        result.stdout.splitlines()[-1]
        == "duplicate  stack/again.txt: the same text as varia-press-2021-07-24-story"
    )


def test_a_fault_with_one_article_is_told_and_the_others_are_added(
    run: Any, stack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(name: str, content: bytes) -> Any:
        if name == "again.txt":
            raise ZeroDivisionError("of zero")
        return read(name, content)

    read = reading_files.read
    monkeypatch.setattr(reading_files, "read", broken)
    run("new", "new.duckdb")
    result = run("add", "stack/again.txt", "stack/story.txt", *DATA, "--outlet", "Varia Press", "--no-find")
    assert result.exit_code == 1 and "again.txt: A fault in Sayso (ZeroDivisionError" in result.stderr
    assert result.stdout == "added      varia-press-2021-07-24-story\n"
    debugged = run("--debug", "add", "stack/again.txt", *DATA, "--outlet", "Varia Press")
    assert isinstance(debugged.exception, ZeroDivisionError)


@pytest.mark.parametrize("address", ["FTP://selm.example/x", "file:///etc/passwd", "HTTP://127.0.0.1/"])
def test_an_address_in_any_case_and_of_any_scheme_is_never_a_file(run: Any, address: str) -> None:
    run("new", "new.duckdb")
    result = run("add", address, *DATA, "--outlet", "Varia Press")
    assert result.exit_code == 1 and result.stderr.startswith(f"failed     {address}: ")
    assert "private or local" in result.stderr or "http:// or https://" in result.stderr


def test_web_addresses_are_fetched(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "new.duckdb")
    with site() as server:
        refused = run("add", server.url("/page"), *DATA)
        assert refused.exit_code == 1 and "Port" in refused.stderr
        fetch = fetching.fetch
        monkeypatch.setattr(
            fetching, "fetch", lambda url: fetch(url, may_use=lambda _: True, ports={server.port})
        )
        result = run("add", server.url("/page"), *DATA, "--outlet", "Selm Post", "--published-on", "2021-07")
    assert result.exit_code == 0, result.output
    assert "council-wants-quay-sale" in result.stdout


def test_find_again_changes_no_decision_and_names_what_it_searched(run: Any, stack: Path) -> None:
    run("new", "new.duckdb")
    run("add", "stack/story.txt", *DATA, "--outlet", "Varia Press", "--no-find")
    assert "not searched: 1" in run("status", *DATA).stdout
    first, second = run("find", *DATA), run("find", *DATA)
    assert first.exit_code == 0 and first.stdout == second.stdout
    assert first.stdout.startswith("searched   varia-press-2021-07-24-story: ")
    gone = run("find", *DATA, "--article", "gone")
    assert gone.exit_code == 1 and "no article “gone”" in gone.stderr


@pytest.mark.parametrize("command", [("add", "stack"), ("find",), ("status",), ("review",)])
def test_a_slip_in_the_name_starts_no_dataset(run: Any, stack: Path, command: tuple[str, ...]) -> None:
    result = run(*command, "--data", "slip.duckdb")
    assert result.exit_code == 1 and "sayso new slip.duckdb" in result.stderr
    assert not Path("slip.duckdb").exists()


def test_review_serves_the_page_of_the_article(
    run: Any, stack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}
    monkeypatch.setattr(cli, "_app", lambda launcher: launcher)
    monkeypatch.setattr("sayso.server.serve.serve", lambda app, launcher, **options: asked.update(options))
    monkeypatch.setenv("SAYSO_DATA", "elsewhere")
    run("new", "new.duckdb")
    run("add", "stack/story.txt", *DATA, "--outlet", "Varia Press")
    result = run(
        "review", *DATA, "--article", "varia-press-2021-07-24-story", "--port", "8700", "--no-browser"
    )
    assert result.exit_code == 0, result.output
    assert asked["page"].startswith("review?") and "article=story" in asked["page"]
    assert (asked["port"], asked["open_browser"]) == (8700, False)


def test_serving_a_file_that_is_not_there_starts_it(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_app", lambda launcher: launcher)
    monkeypatch.setattr("sayso.server.serve.serve", lambda app, launcher, **options: None)
    monkeypatch.setenv("SAYSO_DATA", "elsewhere")
    result = run("serve", "fresh.duckdb", "--no-browser")
    assert result.exit_code == 0 and "new, empty dataset" in result.stdout and Path("fresh.duckdb").is_file()
    assert run("serve", "fresh.csv").exit_code == 2
    assert run("serve", "other.duckdb", "--read-only").exit_code == 2 and not Path("other.duckdb").exists()
