"""A server that is told to stop does so within seconds, and gets to close what is open."""

import gc
import logging
import signal
import threading
from collections.abc import Callable

import uvicorn

GRACE = 3
"""Seconds that pages and downloads under way are given."""
CLOSED = "\n  Sayso has stopped. Everything that was saved is in its files.\n"
_log = logging.getLogger(__name__)


def bound_waiting(grace: int = GRACE) -> None:
    """Let the running uvicorn wait `grace` seconds for open connections, not for ever.

    Streamlit sets no bound, and a tab that has gone to sleep never closes its own. The server is not handed to the
    app, so it is found among the live objects.
    """
    for found in gc.get_objects():
        if isinstance(found, uvicorn.Server) and found.config.timeout_graceful_shutdown is None:
            found.config.timeout_graceful_shutdown = grace


def stop_when_hung_up() -> None:
    """A closed terminal stops the server as Ctrl-C does, unless somebody has said otherwise (nohup)."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "SIGHUP"):
        return
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:
        signal.signal(signal.SIGHUP, lambda _number, _frame: signal.raise_signal(signal.SIGTERM))


def close_safely(closing: Callable[[], None], announce: Callable[[str], None]) -> None:
    """Run `closing` and say so; a failure is logged, since no page is left to tell."""
    try:
        closing()
    except Exception:
        _log.exception("Sayso could not close its datasets; what was saved is in their logs (.wal)")
    else:
        announce(CLOSED)
