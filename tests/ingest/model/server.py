"""A small real server that speaks chat completions and does what a test tells it: well, badly, slowly, refusing."""

from __future__ import annotations

import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from sayso.ingest.model.settings import Limits, Settings

QUICK = Limits(connect=2.0, answer=5.0, pause=0.01, longest_pause=0.05)


@dataclass(frozen=True)
class Reply:
    """What to answer, after how many seconds; bytes go out as they are, in pieces if `drip` says how slowly."""

    body: Any
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    after: float = 0.0
    drip: float = 0.0


@dataclass
class Script:
    """Replies in order, the last one for ever; or a function of the request. Requests are kept."""

    replies: list[Reply | Callable[[dict[str, Any]], Reply]]
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""
    delivered: int = 0
    """How many replies went out to their last byte."""

    def settings(self, *, key: str | None = None, limits: Limits = QUICK, model: str = "small-1") -> Settings:
        """Settings that lead to this server."""
        return Settings(self.url, model, key, limits)

    def asked(self, number: int) -> str:
        """All words of a request."""
        return "\n".join(message["content"] for message in self.requests[number]["messages"])


def says(content: str, *, finish: str = "stop", **usage: int) -> Reply:
    """A completion with these words."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return Reply({"id": "x", "object": "chat.completion", "choices": [choice], "usage": usage})


def reports(*quotes: dict[str, Any], events: tuple[dict[str, Any], ...] = ()) -> Reply:
    """A completion that reports these rows."""
    return says(
        json.dumps({"quotes": list(quotes), "events": list(events)}), prompt_tokens=100, completion_tokens=20
    )


def quote(
    n: int, sentences: list[int], parts: list[str] | str, speaker: str, actor: str = "", **more: Any
) -> dict[str, Any]:
    """A row as a model would write it."""
    return {
        "n": n, "sentences": sentences, "parts": [parts] if isinstance(parts, str) else parts, "speaker": speaker,
        "actor": actor, "actor_kind": "person", "cue": "said", "stances": [],
    } | more  # fmt: skip


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def serving(
    *replies: Reply | Callable[[dict[str, Any]], Reply], certificate: Path | None = None
) -> Iterator[Script]:
    """Run the server on a free port of this machine; with a certificate and key file, over TLS."""
    script = Script(list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            request = json.loads(self.rfile.read(length))
            script.requests.append(request)
            script.headers.append(dict(self.headers))
            script.paths.append(self.path)
            reply = script.replies[min(len(script.requests), len(script.replies)) - 1]
            reply = reply(request) if callable(reply) else reply
            time.sleep(reply.after)
            raw = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(raw)))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            step = 1 if reply.drip else len(raw) or 1
            try:
                for at in range(0, len(raw), step):
                    self.wfile.write(raw[at : at + step])
                    self.wfile.flush()
                    time.sleep(reply.drip)
                script.delivered += 1
            except OSError:
                return  # the client has gone

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        scheme = "https"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    script.url = f"{scheme}://127.0.0.1:{server.server_port}/v1"
    try:
        yield script
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
