"""Processes of their own that start in hundredths of a second: forked from one that has imported Sayso, and opened nothing."""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(
    [
        "tests.bytecode", "streamlit.web.cli", "streamlit.starlette", "uvicorn.protocols.http.auto", "uvicorn.protocols.websockets.auto",
        "sayso.server.warmup", "sayso.views.warm", "sayso.store.export", "plotly.graph_objects", "scipy.cluster.hierarchy",
        "networkx",
    ]
)  # fmt: skip


def start(function: Callable[..., object], *arguments: object) -> ForkServerProcess:
    """A process that calls a function which stands at the top of a module."""
    process = _FORKS.Process(target=function, args=arguments, daemon=True)
    process.start()
    return process


def end(process: ForkServerProcess, patience: float = 20) -> None:
    """Stop it in good order; kill it if it takes too long."""
    process.terminate()
    process.join(patience)
    if process.is_alive():
        process.kill()
        process.join()


def streamlit(arguments: Sequence[str], environment: Mapping[str, str], place: Path, log: Path) -> None:
    """What `python -m streamlit` does, in a process that was started here; what it says goes to `log`."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(place)
    with log.open("wb") as out:
        for stream in (1, 2):
            os.dup2(out.fileno(), stream)
    sys.argv = ["streamlit", *arguments]
    runpy.run_module("streamlit", run_name="__main__", alter_sys=True)


def asked(function: Callable[..., Any], *arguments: object) -> tuple[int, Any]:
    """Its exit code, negative for a signal, and what it returned (None if it was killed)."""
    ours, its = _FORKS.Pipe(duplex=False)
    process = start(_answer, its, function, arguments)
    its.close()
    try:
        answer = ours.recv()
    except EOFError:
        answer = None
    process.join()
    return process.exitcode or 0, answer


def _answer(to: Any, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    to.send(function(*arguments))
