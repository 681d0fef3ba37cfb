"""A copy for readers, against a client that speaks the protocol by hand: nothing is written, nothing kept back is shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from sayso.views.registry import CODING, READING
from tests.server.harness import ROOT, Client, free_port, wait_for
from tests.server.visitor import Run, Visitor
from tests.tiny import say, tables, write_package

ARTICLES = {"shown": "show;quote", "quoted": "quote", "closed": ""}
"""Articles by their rights."""
WAITING = "Not yet decided whether this is meant"
WRITING = "\U0001f58a written by hand"
PRESSED = ("Button", "ButtonGroup")


def text_of(article: str) -> str:
    return f"Before the words of {article} article. Ann: “{words_of(article)}.” After the words of {article} article."


def words_of(article: str) -> str:
    return f"Taxes rise, says the {article} one"


def package(folder: Path) -> Path:
    said = [
        say("ann", "tax", 2, f"2024-01-0{day}", text=words_of(article), article=article)
        for day, article in enumerate(ARTICLES, start=1)
    ]
    said.append(
        say(
            "ann",
            "port",
            -1,
            "2024-01-05",
            text="Taxes rise",
            article="quoted",
            status="unverified",
            note=WAITING,
        )
    )
    articles = {name: {"text": text_of(name), "rights": rights} for name, rights in ARTICLES.items()}
    rows = tables(said, articles=articles, factions={"f": ["ann"]})
    rows["actors"].append({"actor_id": "bob", "name": "Bob", "kind": "person"})
    for quote in rows["quotes"]:
        quote |= {"addressee_id": "bob", "translation": f"Translated: {quote['text']}"}
    return write_package(folder, rows)


@dataclass(frozen=True)
class Site:
    """A server, and the file that it serves."""

    port: int
    file: Path

    @property
    def state(self) -> tuple[str, ...]:
        """What the database file and its log hold."""
        files = (self.file, self.file.with_name(f"{self.file.name}.wal"))
        return tuple(sha256(file.read_bytes()).hexdigest() if file.exists() else "" for file in files)


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[Site]:
    package(folder / "debate")
    port = free_port()
    with (folder / "log.txt").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "app.py")],
            env=os.environ
            | {
                "SAYSO_DATA": str(folder / "debate"),
                "STREAMLIT_SERVER_PORT": str(port),
                "SAYSO_CODER": "mallory",
            }
            | environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
            yield Site(port, folder / "debate.duckdb")
        finally:
            process.terminate()
            process.wait(20)


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("hosted"), SAYSO_READ_ONLY="1") as site:
        yield site


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same at home, where somebody codes."""
    with running(tmp_path_factory.mktemp("desk")) as site:
        yield site


def filled(widget: Any) -> WidgetState | None:
    """What someone would type, choose or press there."""
    state = WidgetState(id=widget.id)
    match type(widget).__name__:
        case "TextInput" | "TextArea":
            state.string_value = WRITING
        case "Checkbox":
            state.bool_value = True
        case "Selectbox" if widget.options:
            state.string_value = widget.options[0]
        case "BidiComponent":
            state.json_trigger_value = '[{"event": "outbox", "value": {"do": "accept"}}]'
        case _:
            return None
    return state


def pressed(button: Any) -> WidgetState:
    return WidgetState(id=button.id, trigger_value=True)


def attack(site: Site, known: dict[str, tuple[str, tuple[Any, ...]]]) -> None:
    """On each page by its hash: everything filled in, and each button pressed, as a fresh visitor."""
    for page, (page_hash, widgets) in known.items():
        typed = [state for widget in widgets if (state := filled(widget))]
        buttons = [widget for widget in widgets if type(widget).__name__ in PRESSED]
        with Visitor(site.port) as visitor:
            visitor.open(page)
            visitor.open(page, states=typed, page_hash=page_hash)
            for button in buttons:
                visitor.open(page, states=[*typed, pressed(button)], page_hash=page_hash)


def known_to_coders(desk: Site) -> dict[str, tuple[str, tuple[Any, ...]]]:
    """Hash and widgets of the pages where things are written, learnt where they are served."""
    known = {}
    with Visitor(desk.port) as visitor:
        pages = visitor.open().pages
        for page in [*(info.key for info in CODING), "article", "sources"]:
            query = "article=quoted&withdrawn=quoted"
            known[page] = (pages[page], visitor.open(page, query).widgets)
    return known


def test_a_hosted_copy_has_no_page_to_code_on(desk: Site, hosted: Site) -> None:
    with Visitor(desk.port) as coder:
        coding = {info.key: coder.open().pages[info.key] for info in CODING}
    with Visitor(hosted.port) as visitor:
        first = visitor.open()
        assert set(first.pages) == {"", *(info.key for info in READING[1:])}
        for page, page_hash in coding.items():
            for run in (
                visitor.open(page),
                visitor.open("", page_hash=page_hash),
                visitor.open(page, page_hash=page_hash),
            ):
                assert run.page == first.page, page  # the front page, and a word that there is no such page
                assert b"Coding as" not in run.raw and b"coder-field" not in run.raw


QUERIES = {
    "matrix": ("", "actor=Ann&on=Tax", "actor=ann&on=port&waiting=true", "waiting=true&matrix-table=true"),
    "timeline": ("", "said=s1", "said=s2", "said=s3"),
    "quotes": ("", "q=words", *(f"quote=q{number}" for number in range(1, 5))),
    "article": tuple(f"article={article}" for article in ARTICLES),
    "actor": ("who=Ann", "who=Bob"),
}


def every_page(site: Site) -> Iterator[tuple[str, Run]]:
    for info in READING:
        for query in QUERIES.get(info.key, ("",)):
            with Visitor(site.port) as visitor:
                yield f"{info.key}?{query}", visitor.open(info.key if info is not READING[0] else "", query)


def test_readers_see_texts_and_quotes_as_far_as_rights_go_and_no_backlog(hosted: Site) -> None:
    everything = b""
    for where, run in every_page(hosted):
        everything += run.raw
        for article in ("quoted", "closed"):
            assert f"the words of {article} article".encode() not in run.raw, where
        assert words_of("closed").encode() not in run.raw, where
        assert WAITING.encode() not in run.raw and b"Show what waits" not in run.raw, where
    assert b"After the words of shown article" in everything  # these may be seen
    assert words_of("quoted").encode() in everything and words_of("shown").encode() in everything
    assert b"the rights of its article do not allow quoting it" in everything


def test_at_home_the_coder_sees_the_text_of_what_they_added(desk: Site) -> None:
    for article in ARTICLES:
        for page in ("article", "review"):
            with Visitor(desk.port) as coder:
                shown = coder.open(page, f"article={article}").raw
            assert f"After the words of {article} article".encode() in shown, (page, article)
    with Visitor(desk.port) as coder:
        assert b"Show what waits" in coder.open("matrix").raw


def test_words_that_are_kept_back_cannot_be_guessed_by_searching(hosted: Site) -> None:
    with Visitor(hosted.port) as visitor:
        assert b"Taxes rise, says the quoted one" in visitor.open("quotes", "q=taxes").raw
        assert b"do not allow quoting" not in visitor.open("quotes", "q=taxes").raw


def test_no_files_no_metrics_and_only_its_own_names(hosted: Site) -> None:
    client = Client(hosted.port)
    assert client.get("/_stcore/upload_file/a/b", {"Content-Length": "0"}, method="PUT").status == 403
    assert client.get("/_stcore/metrics").status == 404
    for path in ("/", "/_stcore/health", "/_stcore/host-config", "/app/static/figure/figure.js", "/matrix"):
        assert client.get(path).status == 200
        assert client.get(path, {"Host": "evil.example"}).status == 421
        assert client.get(path, {"Origin": "http://evil.example"}).status == 403


def test_a_database_that_vanishes_is_told_without_a_path(hosted: Site, tmp_path: Path) -> None:
    with (
        running(tmp_path, SAYSO_READ_ONLY="1", SAYSO_DATA=str(tmp_path / "nowhere")) as site,
        Visitor(site.port) as visitor,
    ):
        raw = visitor.open().raw
    log = (tmp_path / "log.txt").read_text()
    reference = raw.split(b"the reference ", 1)[1][:8].decode()
    assert str(tmp_path).encode() not in raw and b"Traceback" not in raw
    assert reference in log and str(tmp_path) in log


def test_what_writes_at_home_writes_nothing_in_a_copy_for_readers(desk: Site, hosted: Site) -> None:
    known = known_to_coders(desk)
    assert sum(len(widgets) for _hash, widgets in known.values()) > 60
    with Visitor(hosted.port) as visitor:
        visitor.open()
    before, at_home = hosted.state, desk.state
    attack(hosted, known)
    assert hosted.state == before
    attack(desk, known)
    assert desk.state != at_home  # the same messages do write where they may


def test_rows_are_as_they_came(hosted: Site, tmp_path: Path) -> None:
    copy = shutil.copyfile(hosted.file, tmp_path / "copy.duckdb")
    with duckdb.connect(str(copy), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM revisions").fetchall() == [(0,)]
        assert connection.execute("SELECT count(*) FROM articles").fetchall() == [(3,)]
