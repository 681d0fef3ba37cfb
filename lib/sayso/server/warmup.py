"""What is done once per process, before the first visitor."""

import asyncio
import gc
import importlib
import logging
import socket
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from threading import Event, Thread

import anyio.to_thread

from sayso.server.reach import reach
from sayso.server.sockets import address, disable_nagle, listening
from sayso.server.stopping import bound_waiting, close_safely, stop_when_hung_up

HEAVY = ("numpy", "pandas", "pyarrow", "duckdb", "orjson", "plotly.graph_objects", "scipy.cluster.hierarchy")

PATIENCE = 4.0  # seconds, for work in the background when told to stop
LISTENING = 20.0  # seconds until a server that binds after its app has started does so
_log = logging.getLogger(__name__)


def warm_up(prepare: Callable[[], None], modules: Sequence[str] = HEAVY) -> None:
    """Import what is slow to import, run `prepare`, then take it all out of the collector's sight.

    Streamlit collects garbage after every run of every visitor; frozen objects are not
    walked, which makes an empty rerun ten times faster (DESIGN §11).
    """
    for module in modules:
        importlib.import_module(module)
    try:
        prepare()
    except Exception:
        # Each page reports its own failure to the reader with a next step; no server helps nobody.
        _log.exception("Sayso could not prepare; pages will be slower or report an error")
    gc.collect()
    gc.freeze()


def lifespan(
    prepare: Callable[[], None],
    *,
    announce: Callable[[str], None] = print,
    afterwards: Callable[[Callable[[], bool]], None] | None = None,
    closing: Callable[[], None] | None = None,
    reached: Callable[[str], None] | None = None,
    read_only: bool = False,
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """The app's lifespan hook: listening sockets without Nagle, warm-up, then the URL announced.

    `afterwards` runs in the background once visitors are let in: what is dear, and few ask for at once. It is
    given a question to put between its own: whether the server stops.
    `reached` gets the address once it is known.
    `closing` runs when the server stops, after that work: what was written is then safe in its files.
    """

    @asynccontextmanager
    async def run(_app: object) -> AsyncIterator[None]:
        began = time.perf_counter()
        sockets = listening()
        disable_nagle(sockets)
        bound_waiting()
        stop_when_hung_up()
        try:
            # In a thread, so that Ctrl-C still works while the database opens.
            await anyio.to_thread.run_sync(warm_up, prepare)
            _log.info("warm after %.1f s", time.perf_counter() - began)
            _announce(sockets, announce, reached, read_only=read_only)
            telling = None
            if not sockets:
                telling = asyncio.create_task(_announce_late(announce, reached, read_only=read_only))
            stopping, later = Event(), None
            if afterwards:
                work = partial(afterwards, stopping.is_set)
                later = Thread(target=warm_up, args=(work, ()), daemon=True)
                later.start()
            yield
            stopping.set()
            if telling:
                telling.cancel()
            if later:  # not in the middle of a query when the interpreter goes
                await anyio.to_thread.run_sync(later.join, PATIENCE)
        finally:
            if closing:
                with anyio.CancelScope(shield=True):
                    await anyio.to_thread.run_sync(close_safely, closing, announce)

    return run


def _announce(
    sockets: list[socket.socket],
    announce: Callable[[str], None],
    reached: Callable[[str], None] | None,
    *,
    read_only: bool,
) -> None:
    if sockets and reached:
        reached(address(sockets[0]))
    for words in reach(sockets, read_only=read_only):
        announce(words)


async def _announce_late(
    announce: Callable[[str], None], reached: Callable[[str], None] | None, *, read_only: bool
) -> None:
    """Bare uvicorn binds only after its app has started."""
    until = time.monotonic() + LISTENING
    while not (sockets := listening()) and time.monotonic() < until:
        await asyncio.sleep(0.2)
    _announce(sockets, announce, reached, read_only=read_only)
