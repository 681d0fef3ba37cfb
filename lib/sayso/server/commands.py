"""The route on which a command of this machine's user is run by the server that has the dataset open."""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
from collections.abc import Callable
from threading import Lock

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.server.hosts import is_loopback
from sayso.server.refusing import refuse

ROUTE, TOKEN_HEADER = "_sayso/command", "x-sayso-token"
LARGEST = 256 * 1024  # bytes of a command line
Write = Callable[[str, bool], None]
Run = Callable[[list[str], Write], int]


class Commands:
    """ASGI middleware: runs command lines for whoever holds `token`, one at a time, and streams what they print.

    The token stands in the lock beside the database file, which only its owner can read.
    """

    def __init__(self, app: ASGIApp, *, path: str, token: str, run: Run) -> None:
        self.app = app
        self.path, self.token, self.run = path, token, run
        self._one_at_a_time = Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["path"] != self.path:
            await self.app(scope, receive, send)
            return
        client = scope.get("client")
        given = Headers(scope=scope).get(TOKEN_HEADER, "")
        is_ours = hmac.compare_digest(given.encode(), self.token.encode())
        if scope["method"] != "POST" or not client or not is_loopback(client[0]) or not is_ours:
            await refuse(send, 404, "Not found.", method=scope["method"])
            return
        line = await _line(receive)
        if line is None:
            await refuse(send, 400, "No command line.", method=scope["method"])
            return
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", b"application/x-ndjson"), (b"cache-control", b"no-store")],
            }
        )
        await self._stream(line, send)

    async def _stream(self, line: list[str], send: Send) -> None:
        parts: asyncio.Queue[dict[str, object]] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def put(part: dict[str, object]) -> None:
            loop.call_soon_threadsafe(parts.put_nowait, part)

        def write(text: str, is_error: bool) -> None:
            put({"text": text, "error": is_error})

        def work() -> None:
            code = 1
            try:
                with self._one_at_a_time:
                    code = self.run(line, write)
            finally:
                put({"exit": code})

        working = asyncio.create_task(asyncio.to_thread(work))
        while True:
            part = await parts.get()
            is_last = "exit" in part
            body = json.dumps(part).encode() + b"\n"
            await send({"type": "http.response.body", "body": body, "more_body": not is_last})
            if is_last:
                break
        await working


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(32)


async def _line(receive: Receive) -> list[str] | None:
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if message["type"] == "http.disconnect" or len(body) > LARGEST:
            return None
        if not message.get("more_body"):
            break
    try:
        line = json.loads(body)
    except ValueError:
        return None
    return line if isinstance(line, list) and all(isinstance(each, str) for each in line) else None
