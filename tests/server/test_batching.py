"""What one run sends arrives together, in order, and nothing is lost or late."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pytest
from starlette.types import Message, Receive, Scope, Send

from sayso.server.batching import Boundary, WholeRuns
from tests.server.harness import run_async

Step = bytes | float | Message
PATIENCE = 0.05


def boundary(content: bytes) -> Boundary | None:
    return "start" if content == b"<" else "end" if content == b">" else None


def sent_by(steps: Sequence[Step], after: Callable[[list[str]], Awaitable[None]] | None = None) -> list[str]:
    """What goes out while an app takes `steps` (send this, or wait so long), with a "," after each step."""
    out: list[str] = []

    async def send(message: Message) -> None:
        out.append((message.get("bytes") or message["type"].encode()).decode())

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        for step in steps:
            if isinstance(step, float):
                await asyncio.sleep(step)
            else:
                await send({"type": "websocket.send", "bytes": step} if isinstance(step, bytes) else step)
            out.append(",")

    async def run() -> None:
        await WholeRuns(app, boundary, PATIENCE)({"type": "websocket"}, receive, send)
        if after:
            await after(out)

    run_async(run())
    return out


def test_a_run_goes_out_at_its_end_and_in_order() -> None:
    assert "".join(sent_by([b"<", b"a", b"b", b">"])) == ",,,<ab>,"


def test_what_belongs_to_no_run_goes_out_at_once() -> None:
    assert "".join(sent_by([b"x", b"<", b">", b"y"])) == "x,,<>,y,"


def test_a_long_run_shows_what_it_has() -> None:
    sent = "".join(sent_by([b"<", b"a", PATIENCE * 4, b"b", PATIENCE * 4, b">"]))
    assert sent == ",,<a,,b,>,"


def test_a_close_does_not_overtake() -> None:
    sent = sent_by([b"<", b"a", {"type": "websocket.close", "code": 1000}])
    assert sent == [",", ",", "<", "a", "websocket.close", ","]


def test_a_browser_that_has_gone_is_the_apps_to_notice() -> None:
    async def gone(_message: Message) -> None:
        raise OSError("gone")

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": b"<"})
        await asyncio.sleep(PATIENCE * 3)  # the clock runs out meanwhile, and must not raise there
        await send({"type": "websocket.send", "bytes": b">"})

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    with pytest.raises(OSError):
        run_async(WholeRuns(app, boundary, PATIENCE)({"type": "websocket"}, receive, gone))


def test_pages_and_files_pass_untouched() -> None:
    seen: list[Send] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        seen.append(send)

    async def send(_message: Message) -> None: ...

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    run_async(WholeRuns(app, boundary)({"type": "http"}, receive, send))
    assert seen == [send]
