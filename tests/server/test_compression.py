"""The right body, compressed where that is wanted, and nothing else touched."""

from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from sayso.server.brotli_store import BrotliStore
from sayso.server.compression import FOREVER, CompressedStatic, StaticRoot
from tests.server.harness import Answer, Client, served

SCRIPT = "const a = 1; // a line that repeats itself\n" * 200
BR = {"accept-encoding": "gzip, br"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "static"
    (made / "vendor" / "lib-1.2").mkdir(parents=True)
    (made / "a.js").write_text(SCRIPT)
    (made / "vendor" / "lib-1.2" / "b.js").write_text(SCRIPT[::-1])
    (made / "small.js").write_text("1")
    (made / "type.woff2").write_bytes(b"\0" * 5000)
    (tmp_path / "secret.js").write_text(SCRIPT)
    return made


@pytest.fixture
def store(tmp_path: Path) -> BrotliStore:
    return BrotliStore(tmp_path / "cache")


@pytest.fixture
def client(folder: Path, store: BrotliStore) -> Iterator[Client]:
    app = Starlette(routes=[Mount("/static", StaticFiles(directory=folder))])
    with served(CompressedStatic(app, [StaticRoot("/static/", folder)], store, prepare=False)) as client:
        yield client


def script(client: Client, **headers: str) -> Answer:
    return client.get("/static/a.js", {name.replace("_", "-"): value for name, value in headers.items()})


def test_a_script_goes_out_compressed_and_whole(client: Client) -> None:
    answer = script(client, accept_encoding="gzip, br")
    assert brotli.decompress(answer.body).decode() == SCRIPT
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"].partition(";")[0].endswith("/javascript")


@pytest.mark.parametrize("accept", ["gzip", "identity", "br;q=0", "gzip, br; q=0.0", "brx"])
def test_who_does_not_take_brotli_gets_the_file(client: Client, accept: str) -> None:
    answer = script(client, accept_encoding=accept)
    assert answer.body.decode() == SCRIPT
    assert "content-encoding" not in answer.headers
    assert answer.headers["vary"] == "Accept-Encoding"  # a proxy must not hand this to the others


def test_head_range_small_and_binary_pass_through(client: Client) -> None:
    head = client.get("/static/a.js", BR, method="HEAD")
    assert "content-encoding" not in head.headers and head.headers["content-length"] == str(len(SCRIPT))
    part = client.get("/static/a.js", {**BR, "range": "bytes=0-9"})
    assert part.status == 206 and part.body.decode() == SCRIPT[:10]
    assert client.get("/static/small.js", BR).body == b"1"
    assert client.get("/static/type.woff2", BR).body == b"\0" * 5000


@pytest.mark.parametrize(
    "path", ["/static/none.js", "/static/../secret.js", "/static/%2e%2e/secret.js", "/a.js"]
)
def test_what_the_app_refuses_stays_refused(client: Client, path: str) -> None:
    assert client.get(path, BR).status == 404


def test_a_browser_that_has_it_is_told_so(client: Client) -> None:
    etag = script(client, accept_encoding="br").headers["etag"]
    assert etag != script(client, accept_encoding="gzip").headers["etag"]
    again = script(client, accept_encoding="br", if_none_match=etag)
    assert again.status == 304 and again.body == b""
    assert script(client, accept_encoding="br", if_none_match='"other"').status == 200


def test_only_versioned_folders_are_kept_for_good(client: Client) -> None:
    assert client.get("/static/vendor/lib-1.2/b.js", BR).headers["cache-control"] == FOREVER
    assert script(client, accept_encoding="br").headers["cache-control"] == "no-cache"
    assert client.get("/static/type.woff2").headers["cache-control"] == "no-cache"


def test_an_edit_is_served_at_once(client: Client, folder: Path) -> None:
    script(client, accept_encoding="br")
    (folder / "a.js").write_text(SCRIPT.replace("1", "2") + "//")
    assert brotli.decompress(script(client, accept_encoding="br").body).startswith(b"const a = 2")


def test_the_best_form_is_made_once_and_found_again(folder: Path, store: BrotliStore) -> None:
    fast = store.get(folder / "a.js")
    best = store.get(folder / "a.js", best=True)
    assert not fast.best and best.best and store.get(folder / "a.js") is best
    again = BrotliStore(store.folder).get(folder / "a.js")
    assert again.best and again.body == best.body


@pytest.mark.parametrize("damage", [b"", b"not brotli", brotli.compress(b"another file")])
def test_a_damaged_cache_never_reaches_a_browser(folder: Path, store: BrotliStore, damage: bytes) -> None:
    store.get(folder / "a.js", best=True)
    for kept in store.folder.iterdir():
        kept.write_bytes(damage)
    assert brotli.decompress(BrotliStore(store.folder).get(folder / "a.js").body).decode() == SCRIPT


def test_a_home_that_cannot_be_written_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    packed = BrotliStore(tmp_path / "file" / "cache").get(folder / "a.js", best=True)
    assert brotli.decompress(packed.body).decode() == SCRIPT


def test_preparing_compresses_every_textual_file(folder: Path, store: BrotliStore) -> None:
    CompressedStatic(Starlette(), [StaticRoot("/static/", folder)], store, prepare=False).prepare()
    assert len(list(store.folder.glob("*.br"))) == 2
