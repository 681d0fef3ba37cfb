"""Routes of Streamlit's that are closed, or open within bounds: uploads and metrics."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.server.refusing import refuse

MEGABYTE = 1024 * 1024
MOST_HELD = 250 * MEGABYTE
"""All files that the server keeps for all visitors at once."""
_SENDING = frozenset({"PUT", "POST", "PATCH"})


class ClosedRoutes:
    """ASGI middleware: no metrics unless asked for; no uploads to a copy that is for reading only.

    Streamlit takes a file from any visitor of any page and keeps it until the visitor leaves. Where uploads
    are allowed, `held` says how many bytes are kept now, and all visitors together get no further than `most`.
    `largest` bounds one file, for senders that do not say how much is coming.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        uploads: bool,
        metrics: bool,
        held: Callable[[], int],
        largest: int,
        most: int = MOST_HELD,
    ) -> None:
        self.app = app
        self.uploads = uploads
        self.metrics = metrics
        self.held = held
        self.largest = largest
        self.most = most
        self._coming = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        route = _route(scope["path"]) if scope["type"] == "http" else None
        if route == "metrics" and not self.metrics:
            await refuse(send, 404, "Not found.", method=scope["method"])
        elif route == "upload_file" and not self.uploads and scope["method"] != "OPTIONS":
            await refuse(
                send, 403, "This Sayso is for reading only: it takes no files.", method=scope["method"]
            )
        elif route == "upload_file" and scope["method"] in _SENDING:
            await self._bounded(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        declared = Headers(scope=scope).get("content-length", "")
        size = (
            int(declared)
            if declared.isascii() and declared.isdigit() and len(declared) < 16
            else self.largest
        )
        if self.held() + self._coming + size > self.most:
            await refuse(
                send, 413, "Too many files are being sent to this Sayso. Try again in a few minutes."
            )
            return
        self._coming += size
        try:
            await self.app(scope, receive, send)
        finally:
            self._coming -= size


def _route(path: str) -> str | None:
    """What follows `_stcore` in a path, wherever the app is mounted."""
    parts = [part for part in path.split("/") if part]
    return next((after for part, after in pairwise(parts) if part == "_stcore"), None)
