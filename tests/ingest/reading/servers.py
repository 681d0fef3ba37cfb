"""A local web server that behaves as told, for what a fetch may meet."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from urllib.parse import unquote

from tests.ingest.reading import made

BOMB = gzip.compress(b" " * 2**28)
_OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ANSWERS = {
    "no answer": b"",
    "garbage": b"\x00\xff\x7f garbage\r\n\r\n",
    "no status": b"<html><p>Just a page.</p></html>",
    "a status that is no number": b"HTTP/1.1 OK 200\r\n\r\n",
    "a status beyond all": b"HTTP/1.1 99999 OK\r\n\r\n",
    "another protocol": b"RTSP/9.9 200 OK\r\n\r\n",
    "101 headers": _OK + b"".join(b"X-%d: y\r\n" % n for n in range(101)) + b"\r\npage",
    "a header without end": _OK + b"X: " + b"y" * 70_000 + b"\r\n\r\npage",
    "a status without end": b"HTTP/1.1 200 " + b"y" * 70_000 + b"\r\n\r\npage",
    "headers that are none": _OK + b"\x00\x01\x02\r\n: :\r\n\r\n",
    "fewer bytes than told": _OK + b"Content-Length: 900\r\n\r\npage",
    "a length below nothing": _OK + b"Content-Length: -5\r\n\r\n",
    "two lengths": _OK + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\npages",
    "a chunk that is no number": _OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\npage\r\n",
    "a chunk below nothing": _OK + b"Transfer-Encoding: chunked\r\n\r\n-9\r\npage\r\n",
    "half a chunk": _OK + b"Transfer-Encoding: chunked\r\n\r\nffff\r\npage",
    "a gzip that is none": _OK + b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\npage",
    "half a gzip": _OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"page" * 999)[:30],
    "a deflate that is none": _OK + b"Content-Encoding: deflate\r\nContent-Length: 4\r\n\r\npage",
    "a brotli that is none": _OK + b"Content-Encoding: br\r\nContent-Length: 4\r\n\r\npage",
    "99 packings": _OK
    + b"Content-Encoding: "
    + b", ".join([b"gzip"] * 99)
    + b"\r\nContent-Length: 4\r\n\r\npage",
    "a place that is none": b"HTTP/1.1 302 F\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n",
    "a place with line ends": b"HTTP/1.1 302 F\r\nLocation: http://a\x00\x0bb/\r\nContent-Length: 0\r\n\r\n",
    "a letter code that is none": b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\xff\x00no\r\n\r\n<p>page",
    "100 that never end": b"HTTP/1.1 100 Continue\r\n\r\n" * 99,
}
"""What a server may send instead of a page, as bytes."""


@dataclass
class Site:
    """A running server: its port, and the headers of each request it got."""

    port: int
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    delivered: int = 0
    """How many answers went out to their last byte."""

    def url(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of `path`."""
        return f"{scheme}://{host}:{self.port}{path}"


class Handler(BaseHTTPRequestHandler):
    """Answers by path: see `do_GET`."""

    protocol_version = "HTTP/1.1"
    site: Site

    def do_GET(self) -> None:
        self.site.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        what, _, rest = self.path.lstrip("/").partition("/")
        with suppress(BrokenPipeError, ConnectionResetError):
            match what:
                case "page":
                    self._send(made.page())
                case "hops":
                    self._redirect(f"/hops/{int(rest) - 1}" if int(rest) > 1 else "/page")
                case "to":
                    self._redirect(unquote(rest))
                case "status":
                    self._send(b"no", status=int(rest))
                case "large":
                    self._send(b"word " * (11 * 2**20 // 5))
                case "endless":
                    self._endless()
                case "bomb":
                    self._send(BOMB, zipped="gzip")
                case "bomb-in-bomb":
                    self._send(gzip.compress(BOMB), zipped="gzip, gzip")
                case "gzip":
                    self._send(gzip.compress(made.page()), zipped="gzip")
                case "broken":
                    self._send(made.page(), zipped="gzip")
                case "drip":
                    self._drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", made.page())
                case "raw":
                    self.wfile.write(ANSWERS[unquote(rest)])
                    self.close_connection = True
                case "dripped-headers":
                    self._drip(b"", b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 500)
                case "silent":
                    time.sleep(30)
                    self._send(made.page())
                case "plain":
                    self._send(made.TEXT.encode("cp1252"), kind="text/plain; charset=windows-1252")
                case "pdf":
                    self._send(made.pdf([made.STORY]), kind="application/pdf")
                case "cookie":
                    self._redirect("/page", cookie="id=1")

    def _send(
        self, body: bytes, *, kind: str = "text/html; charset=utf-8", status: int = 200, zipped: str = ""
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if zipped:
            self.send_header("Content-Encoding", zipped)
        self.end_headers()
        self.wfile.write(body)
        self.site.delivered += 1

    def _redirect(self, to: str, cookie: str = "") -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while True:
            self.wfile.write(b"word " * 20_000)

    def _drip(self, at_once: bytes, body: bytes) -> None:
        self.wfile.write(at_once)
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            time.sleep(0.05)
        self.site.delivered += 1

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def site(wrap: SSLContext | None = None) -> Iterator[Site]:
    """A server on 127.0.0.1 on a free port; `wrap` is an SSLContext to serve https with."""
    running = Site(0)
    handler = type("Bound", (Handler,), {"site": running})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    running.port = server.server_address[1]
    if wrap is not None:
        server.socket = wrap.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield running
    finally:
        server.shutdown()
        server.server_close()
