"""What one run of a page sends, sent together."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Literal

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Boundary = Literal["start", "end"]
PATIENCE = 0.1
"""Seconds after which a long run shows what it has so far."""


class WholeRuns:
    """ASGI middleware: messages between a run's start and its end reach the browser in one go.

    Streamlit sends each element as the script makes it. The browser then redraws the whole page
    once for what came early and again for the rest, 30 to 50 ms each; together it is done once.
    `boundary` says whether a message starts or ends a run.
    """

    def __init__(
        self, app: ASGIApp, boundary: Callable[[bytes], Boundary | None], patience: float = PATIENCE
    ) -> None:
        self.app = app
        self.boundary = boundary
        self.patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        held = _Held(send, self.patience)

        async def sending(message: Message) -> None:
            content = message.get("bytes") if message["type"] == "websocket.send" else None
            at = self.boundary(content) if content else None
            if at == "start":
                held.open()
            await held.take(message)
            if at == "end" or content is None:  # a close, say, must not overtake
                await held.release()

        try:
            await self.app(scope, receive, sending)
        finally:
            held.forget()


class _Held:
    """The messages of a run under way, in their order."""

    def __init__(self, send: Send, patience: float) -> None:
        self._send = send
        self._patience = patience
        self._waiting: list[Message] = []
        self._timer: asyncio.TimerHandle | None = None
        self._late: asyncio.Task[None] | None = None
        self._order = asyncio.Lock()
        self._is_open = False

    def open(self) -> None:
        """Hold back from here on."""
        self._is_open = True

    async def take(self, message: Message) -> None:
        """Hold `message` during a run; else send it."""
        self._waiting.append(message)
        if not self._is_open:
            await self._flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(self._patience, self._overdue)

    async def release(self) -> None:
        """Send all that is held, and hold no more."""
        self._is_open = False
        self.forget()
        await self._flush()

    def forget(self) -> None:
        """Stop the clock."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _overdue(self) -> None:
        self._timer = None
        self._late = asyncio.create_task(self._flush_late())

    async def _flush_late(self) -> None:
        # A browser that has gone is the app's to notice, at its next message.
        with contextlib.suppress(Exception):
            await self._flush()

    async def _flush(self) -> None:
        async with self._order:
            while self._waiting:
                await self._send(self._waiting.pop(0))
