"""Turns away whoever asks under a foreign name or from a foreign page, before anything else is done for them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from sayso.server.hosts import Allowed, Place, place
from sayso.server.refusing import refuse

MOST_LOGGED = 50
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    words: str


class OwnHosts:
    """ASGI middleware against DNS rebinding and foreign pages: Host must be ours, and so must Origin.

    A page elsewhere can point a name of its own at 127.0.0.1 and then reads whatever answers there; and any
    page may open a WebSocket anywhere. Streamlit checks Hosts for WebSockets only, and lets in every page
    of this machine. `allowed` is asked when the server starts.
    """

    def __init__(self, app: ASGIApp, allowed: Callable[[], Allowed]) -> None:
        self.app = app
        self.allowed = allowed()
        self._logged: set[tuple[str, str]] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or say why not."""
        refusal = self._refusal(scope) if scope["type"] in ("http", "websocket") else None
        if refusal is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008, "reason": "not allowed"})
        else:
            await refuse(send, refusal.status, refusal.words, method=scope["method"])

    def _refusal(self, scope: Scope) -> Refusal | None:
        hosts, origins = _values(scope, b"host"), _values(scope, b"origin")
        asked = place(hosts[0]) if len(hosts) == 1 else None
        # A target that names a host of its own (GET http://…) would overrule the header.
        path = str(scope["path"]).removeprefix(str(scope.get("root_path") or ""))
        if asked is None or not path.startswith("/"):
            return Refusal(400, "This is not a request that Sayso answers: it needs one Host and a path.")
        if not self.allowed.host(asked, scope.get("server"), str(scope.get("scheme") or "http")):
            self._log("the name", str(asked))
            return Refusal(421, _unknown(asked))
        if scope["type"] == "websocket" and not origins:
            return Refusal(403, "A page says where it is from.")
        if any(not self.allowed.origin(origin, asked) for origin in origins):
            self._log("a page of", origins[0][:200])
            return Refusal(403, "Only Sayso's own pages may ask this.")
        return None

    def _log(self, what: str, value: str) -> None:
        if len(self._logged) < MOST_LOGGED and (what, value) not in self._logged:
            self._logged.add((what, value))
            _log.warning(
                "Refused: asked under %s %r. If that is yours, allow it: SAYSO_ALLOWED_HOSTS=NAME[:PORT]",
                what,
                value,
            )


def _unknown(asked: Place) -> str:
    return (
        f"This Sayso does not answer to the name {asked}.\n"
        "Open it at the address that it printed when it started. Whoever runs it can allow the name:\n"
        f"    SAYSO_ALLOWED_HOSTS={asked}\n"
    )


def _values(scope: Scope, name: bytes) -> list[str]:
    return [value.decode("latin-1").strip() for key, value in scope["headers"] if key.lower() == name]
