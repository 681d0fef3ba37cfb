"""Metrics and uploads: refused before a byte of the body is read, wherever the app is mounted."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sayso.server.closed import MEGABYTE, ClosedRoutes
from tests.server.harness import Client, served

UPLOAD = "/_stcore/upload_file/session/file"


@contextmanager
def closed(received: list[int], held: Callable[[], int] = lambda: 0, **options: Any) -> Iterator[Client]:
    async def page(request: Request) -> Response:
        received.append(len(await request.body()))
        return PlainTextResponse("taken")

    every = ["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS"]
    app = Starlette(routes=[Route("/{path:path}", page, methods=every)])
    settings = {"uploads": True, "metrics": False, "largest": 2 * MEGABYTE, "most": 3 * MEGABYTE} | options
    with served(ClosedRoutes(app, held=held, **settings)) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/base/_stcore/metrics", "/_stcore//metrics/", "/_stcore/%6detrics"]
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_metrics_are_served_only_when_asked_for(path: str, method: str) -> None:
    with closed([]) as client:
        assert client.get(path, method=method).status == 404
    with closed([], metrics=True) as client:
        assert client.get(path, method="GET").status == 200


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    "path", [UPLOAD, f"/base{UPLOAD}", "/_stcore/upload_file", "/_stcore//upload_file/a/b"]
)
def test_a_copy_for_reading_takes_no_files(path: str, method: str) -> None:
    received: list[int] = []
    with closed(received, uploads=False) as client:
        assert client.get(path, {"Content-Length": "0"}, method=method).status == 403
        assert client.get("/_stcore/health").status == 200
    assert received == [0]  # the one that asked how it is


def test_it_is_refused_before_the_file_has_come() -> None:
    with (
        closed([], uploads=False) as client,
        socket.create_connection(("127.0.0.1", client.port), timeout=10) as sender,
    ):
        sender.sendall(f"PUT {UPLOAD} HTTP/1.1\r\nHost: x\r\nContent-Length: 50000000\r\n\r\n".encode())
        assert sender.recv(12) == b"HTTP/1.1 403"  # nothing of the fifty million was sent


def test_where_files_are_taken_all_visitors_together_stay_within_bounds() -> None:
    received: list[int] = []
    kept = 0

    def sized(client: Client, **headers: str) -> int:
        return client.get(
            UPLOAD, {name.replace("_", "-"): value for name, value in headers.items()}, method="PUT"
        ).status

    with closed(received, lambda: kept) as client:
        assert sized(client, Content_Length="0") == 200
        assert sized(client, Content_Length=str(4 * MEGABYTE)) == 413
        kept = 2 * MEGABYTE
        assert sized(client, Content_Length=str(MEGABYTE + 1)) == 413
        assert (
            sized(client, Transfer_Encoding="chunked") == 413
        )  # who does not say how much is taken at the largest
        kept = 0
        assert sized(client, Content_Length="0") == 200
    assert received == [0, 0]


def test_files_still_on_their_way_count() -> None:
    kept = 0
    with closed([], lambda: kept) as client:

        def until(status: int) -> bool:
            nothing = {"Content-Length": "0"}
            return any(client.get(UPLOAD, nothing, method="PUT").status == status for _ in range(500))

        with socket.create_connection(("127.0.0.1", client.port), timeout=10) as sender:
            sender.sendall(
                f"PUT {UPLOAD} HTTP/1.1\r\nHost: x\r\nContent-Length: {3 * MEGABYTE}\r\n\r\nx".encode()
            )
            assert until(200)  # the three that are allowed are on their way
            kept = 1
            assert until(413)
        assert until(200)
