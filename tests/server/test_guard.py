"""A real socket in front of the guard: what a browser, a rebound name and a hand-made request get."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from sayso.server.guard import OwnHosts
from sayso.server.hosts import Allowed, allowed_places
from tests.server.harness import Client, served
from tests.server.visitor import is_let_in


@pytest.fixture
def client() -> Iterator[Client]:
    async def page(request: Request) -> Response:
        return PlainTextResponse(f"secret {request.url.path}")

    async def stream(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.close()

    routes = [
        Route("/{path:path}", page, methods=["GET", "PUT", "POST", "DELETE"]),
        WebSocketRoute("/_stcore/stream", stream),
    ]
    allowed = Allowed(allowed_places(["sayso.example"])[0])
    with served(OwnHosts(Starlette(routes=routes), lambda: allowed)) as client:
        yield client


def said(client: Client, request: str) -> tuple[int, str]:
    """The status and the whole answer to a request written by hand."""
    with socket.create_connection(("127.0.0.1", client.port), timeout=10) as connection:
        connection.sendall(request.replace("PORT", str(client.port)).replace("\n", "\r\n").encode("latin-1"))
        answer = b""
        while piece := connection.recv(65536):
            answer += piece
    return int(answer.split(b" ", 2)[1]), answer.decode("latin-1")


OURS = [
    "GET / HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n",
    "GET / HTTP/1.1\nhOsT:   LOCALHOST:PORT  \nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: sayso.example\nConnection: close\n\n",
    "GET / HTTP/1.0\nHost: localhost:PORT\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: http://localhost:PORT\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nX-Forwarded-Host: evil.example\nForwarded: host=evil.example\nConnection: close\n\n",
]
FOREIGN = [
    "GET / HTTP/1.1\nHost: evil.example\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: evil.example:PORT\nX-Forwarded-Host: localhost:PORT\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: evil.example\nX-Host: localhost:PORT\nX-Original-Host: localhost:PORT\nConnection: close\n\n",
    "GET http://localhost:PORT/ HTTP/1.1\nHost: evil.example\nConnection: close\n\n",
    "GET http://evil.example/ HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n",
    "GET localhost:PORT HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nHost: evil.example\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT, evil.example\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\n evil.example\nConnection: close\n\n",
    "GET / HTTP/1.0\n\n",
    "GET / HTTP/1.1\nHost:\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: http://evil.example\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: null\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: http://localhost:3000\nConnection: close\n\n",
    "GET / HTTP/1.1\nHost: localhost:PORT\nOrigin: http://localhost:PORT\nOrigin: http://evil.example\nConnection: close\n\n",
    "PUT /_stcore/upload_file/a/b HTTP/1.1\nHost: evil.example\nContent-Length: 1\nConnection: close\n\nx",
    "OPTIONS * HTTP/1.1\nHost: localhost:PORT\nConnection: close\n\n",
    "CONNECT evil.example:80 HTTP/1.1\nHost: evil.example\nConnection: close\n\n",
]


@pytest.mark.parametrize("request_", OURS)
def test_our_own_names_are_answered(client: Client, request_: str) -> None:
    status, answer = said(client, request_)
    assert status == 200 and "secret" in answer


@pytest.mark.parametrize("request_", FOREIGN)
def test_foreign_names_and_pages_get_nothing(client: Client, request_: str) -> None:
    status, answer = said(client, request_)
    assert status in (400, 403, 421) and "secret" not in answer


def test_a_refused_name_is_told_what_would_allow_it(client: Client) -> None:
    answer = client.get("/", {"Host": "evil.example"})
    assert answer.status == 421 and b"SAYSO_ALLOWED_HOSTS=evil.example" in answer.body
    assert client.get("/", {"Host": "evil.example"}, method="HEAD").body == b""


def test_a_refused_name_is_logged_once_and_never_fills_the_log(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    for number in [*range(80), *range(80)]:
        client.get("/", {"Host": f"evil-{number}.example"})
    assert sum("evil-0.example" in line for line in caplog.messages) == 1
    assert len(caplog.messages) == 50


def test_a_websocket_is_opened_by_our_own_pages_only(client: Client) -> None:
    port = client.port
    assert (
        is_let_in(port)
        and is_let_in(port, host=f"127.0.0.1:{port}")
        and is_let_in(port, host="sayso.example")
    )
    assert not is_let_in(port, host="evil.example") and not is_let_in(port, host=f"evil.example:{port}")
    for origin in ("http://evil.example", "null", None, "http://localhost:3000", "http://localhost"):
        assert not is_let_in(port, origin=origin), origin
