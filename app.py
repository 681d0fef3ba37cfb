"""Launches Sayso: `streamlit run app.py`, `python app.py` and `uvicorn app:app` all serve it."""

import atexit
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config, runtime
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.stats import CacheStat

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "lib"))  # for hosts that never install the project

from sayso.server.batching import Boundary, WholeRuns
from sayso.server.brotli_store import BrotliStore
from sayso.server.closed import MEGABYTE, ClosedRoutes
from sayso.server.commands import ROUTE, Commands, new_token
from sayso.server.compression import CompressedStatic, StaticRoot
from sayso.server.guard import OwnHosts
from sayso.server.headers import SecurityHeaders, preloads
from sayso.server.hosts import Allowed, allowed_places
from sayso.server.reach import EVERYWHERE
from sayso.server.serve import serve
from sayso.server.warmup import lifespan

if config._main_script_path is None:
    # Under uvicorn Streamlit would look for .streamlit/ beside main.py.
    config._main_script_path = str(ROOT / "app.py")

STREAMLIT = Path(st.__file__).parent / "static"
OURS = ROOT / "lib" / "sayso" / "static"
TOKEN = new_token()
READ_ONLY = bool(os.environ.get("SAYSO_READ_ONLY"))
BASE = f"/{st.get_option('server.baseUrlPath').strip('/')}/".replace("//", "/")


def prepare() -> None:
    """What the first visitor would otherwise wait for: the datasets, and each page's queries."""
    from sayso.server.figures import trust_figures
    from sayso.views.warm import open_and_ask

    trust_figures()
    open_and_ask()


def prepare_dear(is_stopping: Callable[[], bool]) -> None:
    """What takes seconds on large data; visitors are let in meanwhile."""
    from sayso.views.warm import ask_what_is_dear

    ask_what_is_dear(is_stopping)


def close() -> None:
    """What was written is in its files from here on."""
    from sayso.reports import datasets

    datasets.close()


def reached(address: str) -> None:
    """From here on commands about an open dataset are run here, and copies are made by the clock."""
    from sayso.errors import SaysoError
    from sayso.reports import datasets

    if not READ_ONLY:
        with suppress(SaysoError):  # each page says why there is no dataset
            datasets.hub().announce(f"{address}{BASE.rstrip('/')}", TOKEN)
            datasets.hub().schedule_backups()


def run_command(line: list[str], write: Callable[[str, bool], None]) -> int:
    """Run a command line on the datasets that are open here."""
    from sayso.cli import main
    from sayso.cli_served import run_here
    from sayso.reports import datasets

    return run_here(datasets.hub(), main, line, write)


def allowed() -> Allowed:
    """The names that the server answers to beside this machine's own: SAYSO_ALLOWED_HOSTS, and the one it was bound to."""
    given = os.environ.get("SAYSO_ALLOWED_HOSTS", "").split(",")
    bound = st.get_option("server.address") or ""
    places, wrong = allowed_places([*given, *([] if bound in EVERYWHERE else [bound])])
    for entry in wrong:
        logging.getLogger("sayso").error("SAYSO_ALLOWED_HOSTS: %r is not a host name; it is left out", entry)
    return Allowed(places)


def held() -> int:
    """Bytes of uploaded files that are kept for all visitors."""
    manager = runtime.get_instance().uploaded_file_mgr
    return sum(
        stat.byte_length
        for stats in manager.get_stats().values()
        for stat in stats
        if isinstance(stat, CacheStat)
    )


def report(error: Exception) -> bool:
    """An unexpected error in a page: logged whole, told to the reader in a sentence."""
    from sayso.views.empty import unexpected

    return unexpected(error)


def boundary(message: bytes) -> Boundary | None:
    """Whether what Streamlit sends starts or ends a run; a run that starts over has not ended."""
    told = ForwardMsg.FromString(message)
    match told.WhichOneof("type"):
        case "new_session":
            return "start"
        case "script_finished" if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return "end"
    return None


app = st.App(
    ROOT / "lib" / "sayso" / "main.py",
    lifespan=lifespan(prepare, afterwards=prepare_dear, closing=close, reached=reached, read_only=READ_ONLY),
    on_script_error=report,
    middleware=[  # the first is asked first
        Middleware(SecurityHeaders, index=STREAMLIT / "index.html", preload=preloads(BASE)),
        Middleware(OwnHosts, allowed=allowed),
        Middleware(
            ClosedRoutes,
            uploads=not READ_ONLY,
            metrics=bool(os.environ.get("SAYSO_METRICS")),
            held=held,
            largest=st.get_option("server.maxUploadSize") * MEGABYTE,
        ),
        *([] if READ_ONLY else [Middleware(Commands, path=f"{BASE}{ROUTE}", token=TOKEN, run=run_command)]),
        Middleware(
            CompressedStatic,
            roots=[
                StaticRoot(f"{BASE}app/static/", OURS),
                StaticRoot(f"{BASE}static/", STREAMLIT / "static"),
            ],
            store=BrotliStore(),
        ),
        Middleware(WholeRuns, boundary=boundary),
    ],
)

atexit.register(close)  # a second Ctrl-C skips the lifespan's end

if __name__ == "__main__":
    serve(app, Path(__file__))
