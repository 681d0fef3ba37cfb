"""One JSON request to the server and its answer, within limits of time and size; busy servers are asked again.

Redirects are not followed: text and key go to the address that was set and nowhere else.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any, NoReturn

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)

from sayso.ingest.model.errors import Reason, asking
from sayso.ingest.model.prompt import one_line
from sayso.ingest.model.settings import API_KEY, BASE_URL, MODEL, Settings

BUSY = (408, 409, 425, 429, 500, 502, 503, 504, 529)
_PIECE = 64 * 1024
_EXCERPT = 200


@dataclass(frozen=True)
class Response:
    """A status and the body's JSON, or None where the body is none; `excerpt` is its beginning, without the key."""

    status: int
    body: Any
    excerpt: str


class Transport:
    """Requests to one server. Certificates are checked against the system's authorities; that can't be turned off."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.whom = f"the model {settings.model} at {settings.host}"
        self._pool = urllib3.PoolManager(num_pools=1, maxsize=1, cert_reqs="CERT_REQUIRED", retries=False)

    def close(self) -> None:
        """Let the connection go."""
        self._pool.clear()

    def post(self, path: str, payload: dict[str, Any]) -> Response:
        """Send JSON, and again while the server says that it is busy; its last answer, whatever its status.

        Raises ModelError if the server cannot be reached, fails TLS, is too slow or sends too much.
        """
        limits = self.settings.limits
        pause = limits.pause
        for left in range(limits.tries - 1, -1, -1):
            try:
                response, wait = self._once(path, payload)
            except ProtocolError as error:  # it hung up
                if not left:
                    self.fail(
                        "unreachable", "The server ended the connection without an answer.", _LOOK, error
                    )
                response, wait = None, None
            if response is not None and (response.status not in BUSY or not left):
                return response
            time.sleep(min(wait if wait is not None else pause, limits.longest_pause))
            pause *= 2
        raise AssertionError("the last try returns or raises")

    def fail(
        self, reason: Reason, message: str, next_step: str, cause: BaseException | None = None
    ) -> NoReturn:
        """Raise the ModelError that says so."""
        raise asking(reason, self.whom, message, next_step) from cause

    def _once(self, path: str, payload: dict[str, Any]) -> tuple[Response, float | None]:
        limits = self.settings.limits
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "sayso"}
        if self.settings.api_key:
            headers["Authorization"] = f"Bearer {self.settings.api_key}"
        until = time.monotonic() + limits.answer
        try:
            response = self._pool.request(
                "POST", self.settings.base_url + path, body=json.dumps(payload).encode(), headers=headers,
                timeout=urllib3.Timeout(connect=limits.connect, read=limits.answer), preload_content=False,
                redirect=False,
            )  # fmt: skip
            try:
                raw = self._read(response, until)
            finally:
                response.close()
        except SSLError as error:
            self.fail(
                "tls",
                "Its certificate is not one that this machine trusts; nothing was sent.",
                _CERTIFICATE,
                error,
            )
        except (ConnectTimeoutError, NameResolutionError) as error:
            self.fail("unreachable", "The server cannot be reached.", _LOOK, error)
        except ReadTimeoutError as error:
            self._slow(error)
        except ProtocolError:
            raise
        except HTTPError as error:
            self.fail("unreachable", "The server cannot be reached.", _LOOK, error)
        return self._response(response.status, raw), _seconds(response.headers.get("Retry-After"))

    def _read(self, response: urllib3.BaseHTTPResponse, until: float) -> bytes:
        raw = bytearray()
        while piece := response.read1(_PIECE):
            raw += piece
            if len(raw) > self.settings.limits.answer_bytes:
                self.fail("too large", "Its answer is larger than any answer can be, and was cut off.", _LOOK)
            if time.monotonic() > until:
                self._slow(None)
        return bytes(raw)

    def _slow(self, cause: BaseException | None) -> NoReturn:
        self.fail(
            "timeout",
            f"No answer came within {self.settings.limits.answer:g} seconds.",
            "Try again, or choose a smaller or faster model.",
            cause,
        )

    def _response(self, status: int, raw: bytes) -> Response:
        text = raw.decode("utf-8", errors="replace")
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            body = None
        said = body.get("error", body) if isinstance(body, dict) else text
        said = said.get("message", said) if isinstance(said, dict) else said
        excerpt = one_line(str(said))
        if self.settings.api_key:
            excerpt = excerpt.replace(self.settings.api_key, "[key]")
        return Response(status, body, excerpt[:_EXCERPT])


_LOOK = f"Check that the server runs and that {BASE_URL} is its address."
_CERTIFICATE = (
    "Give the server a certificate that your system trusts. For one of your own authority, set SSL_CERT_FILE to its "
    "certificate before Sayso starts. Sayso never skips the check."
)


def explain(transport: Transport, response: Response) -> NoReturn:
    """Raise the ModelError for an answer whose status is not 200."""
    status, said = response.status, f" It says: {response.excerpt}" if response.excerpt else ""
    if status in (401, 403):
        transport.fail("refused", f"The server refuses the key ({status}).{said}", f"Check {API_KEY}.")
    if status == 404:
        transport.fail(
            "no model",
            f"The server knows no such model or address (404).{said}",
            f"Check {MODEL} and {BASE_URL}.",
        )
    if status == 429:
        transport.fail("busy", f"The server takes no more requests for now (429).{said}", "Try again later.")
    if status == 413:
        transport.fail(
            "too long", f"The text is too long for the server (413).{said}", "Choose a model that reads more."
        )
    if 300 <= status < 400:
        transport.fail("server", f"The server points elsewhere ({status}); Sayso does not follow.", f"Set {BASE_URL} to the final address.")  # fmt: skip
    if status >= 500 or status in BUSY:
        transport.fail(
            "server", f"The server failed ({status}).{said}", "Try again later, and look at the server's log."
        )
    transport.fail(
        "server", f"The server refused the request ({status}).{said}", f"Check {MODEL} and {BASE_URL}."
    )


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.strip().isdigit() else None
