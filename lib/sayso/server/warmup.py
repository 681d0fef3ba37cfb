"""What is done once per process, before the first visitor."""

import gc
import importlib
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from threading import Thread

import anyio.to_thread

from sayso.server.sockets import address, disable_nagle, listening

HEAVY = ("numpy", "pandas", "pyarrow", "duckdb", "orjson", "plotly.graph_objects", "scipy.cluster.hierarchy")

PATIENCE = 10.0  # seconds
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
    afterwards: Callable[[], None] | None = None,
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """The app's lifespan hook: listening sockets without Nagle, warm-up, then the URL announced.

    `afterwards` runs in the background once visitors are let in: what is dear, and few ask for at once.
    """

    @asynccontextmanager
    async def run(_app: object) -> AsyncIterator[None]:
        began = time.perf_counter()
        sockets = listening()
        disable_nagle(sockets)
        # In a thread, so that Ctrl-C still works while the database opens.
        await anyio.to_thread.run_sync(warm_up, prepare)
        _log.info("warm after %.1f s", time.perf_counter() - began)
        for url in dict.fromkeys(map(address, sockets)):
            announce(f"\n  Sayso is at {url}\n")
        later = Thread(target=warm_up, args=(afterwards, ()), daemon=True) if afterwards else None
        if later:
            later.start()
        yield
        if later:  # not in the middle of a query when the interpreter goes
            await anyio.to_thread.run_sync(later.join, PATIENCE)

    return run
