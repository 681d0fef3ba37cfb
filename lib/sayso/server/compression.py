"""Static files go out brotli-compressed, with honest caching headers.

Streamlit sends them as they are (DESIGN §11): 1.5 MB of Plotly becomes 0.4.
"""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import anyio.to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.server.brotli_store import BrotliStore

TEXTUAL = frozenset({".js", ".mjs", ".css", ".json", ".svg", ".map", ".ttf", ".wasm", ".txt"})
SMALLEST = 1_000
"""Bytes under which compressing gains less than the header costs."""
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class StaticRoot:
    """A URL prefix (starts and ends with /, base URL included) and the folder whose files it serves."""

    prefix: str
    folder: Path

    def file(self, path: str) -> Path | None:
        """The file behind a URL path: one that exists, inside the folder."""
        if not path.startswith(self.prefix):
            return None
        folder = self.folder.resolve()
        try:
            found = (folder / path[len(self.prefix) :]).resolve()
            inside = found.is_relative_to(folder) and found.is_file()
        except (OSError, ValueError):
            return None
        return found if inside else None

    def files(self) -> Iterator[Path]:
        """Every file here worth compressing."""
        for found in sorted(self.folder.resolve().rglob("*")):
            if found.is_file() and _worthwhile(found):
                yield found


class CompressedStatic:
    """ASGI middleware: GETs of textual files under the roots, for clients that take `br`.

    The app is asked (as HEAD) what it would answer; only a plain 200 with the very size
    of the file on disk has its body replaced. Everything else passes through untouched.
    """

    def __init__(
        self, app: ASGIApp, roots: Sequence[StaticRoot], store: BrotliStore, *, prepare: bool = True
    ) -> None:
        self.app = app
        self.roots = tuple(roots)
        self.store = store
        if prepare:
            # A daemon: a server told to stop does not wait for the last megabyte.
            threading.Thread(target=self.prepare, name="sayso-brotli", daemon=True).start()

    def prepare(self) -> None:
        """Compress every file at best quality, so that no visitor waits for it."""
        for root in self.roots:
            for found in root.files():
                try:
                    self.store.get(found, best=True)
                except OSError:
                    continue  # a file that vanished meanwhile

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        found = self._file(scope)
        if found is None:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if (
            _worthwhile(found)
            and scope["method"] == "GET"
            and _takes_brotli(headers)
            and "range" not in headers
        ):
            start = await self._ask(scope, receive)
            if await self._replied(found, start, headers, send):
                return
        await self.app(scope, receive, _labelled(found, send))

    def _file(self, scope: Scope) -> Path | None:
        if scope["type"] != "http":
            return None
        return next((f for root in self.roots if (f := root.file(scope["path"]))), None)

    async def _ask(self, scope: Scope, receive: Receive) -> Message:
        """What the app would say of this file, without its body."""
        answer: list[Message] = []

        async def listen(message: Message) -> None:
            answer.append(message)

        # Conditions are ours to judge: the compressed form has another ETag.
        plain = [(n, v) for n, v in scope["headers"] if n not in (b"if-none-match", b"if-modified-since")]
        await self.app({**scope, "method": "HEAD", "headers": plain}, receive, listen)
        return answer[0]

    async def _replied(self, found: Path, start: Message, asked: Headers, send: Send) -> bool:
        headers = MutableHeaders(raw=list(start["headers"]))
        etag = headers.get("etag", "")
        if start["status"] != 200 or "content-encoding" in headers or not etag.endswith('"'):
            return False
        packed = await anyio.to_thread.run_sync(self.store.get, found)
        # The app must mean the same bytes that we compressed.
        if headers.get("content-length") != str(packed.source_size) or len(packed.body) >= packed.source_size:
            return False
        headers["etag"] = etag = f'{etag[:-1]}-br"'
        del headers["accept-ranges"]
        _label(found, headers)
        if etag in asked.get("if-none-match", ""):
            del headers["content-length"]
            await send({"type": "http.response.start", "status": 304, "headers": headers.raw})
            await send({"type": "http.response.body", "body": b""})
            return True
        headers["content-encoding"] = "br"
        headers["content-length"] = str(len(packed.body))
        await send({"type": "http.response.start", "status": 200, "headers": headers.raw})
        await send({"type": "http.response.body", "body": packed.body})
        return True


def _worthwhile(found: Path) -> bool:
    return found.suffix in TEXTUAL and found.stat().st_size >= SMALLEST


def _takes_brotli(headers: Headers) -> bool:
    for offer in headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = offer.partition(";")
        if name.strip() == "br":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _label(found: Path, headers: MutableHeaders) -> None:
    """Say who may keep this answer, and for how long."""
    if found.suffix in TEXTUAL:
        headers.add_vary_header("Accept-Encoding")
    # vendor/ folders carry a version in their name; our own files change under theirs.
    headers.setdefault("cache-control", FOREVER if "vendor" in found.parts else "no-cache")


def _labelled(found: Path, send: Send) -> Send:
    async def labelling(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] in (200, 206, 304):
            headers = MutableHeaders(raw=list(message["headers"]))
            _label(found, headers)
            message = {**message, "headers": headers.raw}
        await send(message)

    return labelling
