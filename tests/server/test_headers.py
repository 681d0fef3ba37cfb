"""What every answer says about itself."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from sayso.server.headers import SecurityHeaders, inline_script_hashes, preloads
from tests.server.harness import ROOT, Client, served

INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


@pytest.fixture
def client() -> Iterator[Client]:
    async def page(_: Request) -> Response:
        return HTMLResponse("<p>")

    async def own(_: Request) -> Response:
        return PlainTextResponse("x", headers={"Referrer-Policy": "no-referrer"})

    app = Starlette(routes=[Route("/", page), Route("/own", own)])
    with served(SecurityHeaders(app, INDEX, preloads("/"))) as client:
        yield client


def policy(client: Client) -> dict[str, list[str]]:
    rules = client.get("/").headers["content-security-policy"].split("; ")
    return {name: values for name, *values in map(str.split, rules)}


def test_no_eval_no_foreign_script_no_foreign_frame(client: Client) -> None:
    rules = policy(client)
    scripts = rules["script-src"]
    assert "'unsafe-eval'" not in scripts and "'unsafe-inline'" not in scripts
    assert {s for s in scripts if not s.startswith("'sha256-")} == {"'self'", "blob:"}
    assert rules["frame-ancestors"] == ["'self'"] and rules["object-src"] == ["'none'"]
    assert rules["connect-src"] == ["'self'"]


def test_the_installed_page_may_run_its_own_inline_script(client: Client) -> None:
    script = "\n      window.prerenderReady = false\n    "
    assert f"<script>{script}</script>" in INDEX.read_text()
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy(client)["script-src"]


def test_hashes_cover_each_inline_script_and_only_those() -> None:
    assert len(inline_script_hashes('<script>a</script><script src="b"></script><script>c\n</script>')) == 2


def test_headers_are_added_but_never_overruled(client: Client) -> None:
    own = client.get("/own").headers
    assert own["referrer-policy"] == "no-referrer"
    assert own["x-content-type-options"] == "nosniff"
    assert client.get("/missing").headers["x-content-type-options"] == "nosniff"


def test_pages_announce_what_charts_need_and_it_exists(client: Client) -> None:
    root = ROOT / "lib" / "sayso" / "static"
    links = client.get("/").headers["link"].split(", ")
    assert "link" not in client.get("/own").headers
    for link in links:
        assert (root / link[1 : link.index(">")].removeprefix("/app/static/")).is_file()
    named = {p.stem for p in (root / "figure").glob("*.js")}
    assert all(any(f"/{name}.js>" in link for link in links) for name in named)
