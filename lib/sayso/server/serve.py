"""Start the app from anywhere, with the project's configuration."""

import os
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeAlias

from sayso.server.hosts import LOOPBACK

Option: TypeAlias = str | int | bool


class Runnable(Protocol):
    """What `st.App` offers: a blocking server that takes configuration overrides."""

    def run(self, *, config: Mapping[str, Option] | None = None) -> None:
        """Serve until stopped."""


def options(host: str | None = None, port: int | None = None) -> dict[str, Option]:
    """Streamlit's names for what a person gives on the command line, or in the environment.

    Streamlit itself reads these variables only under `streamlit run`, and listens to the whole network
    unless told otherwise: here nobody but this machine is let in until someone asks for more.
    """
    given: dict[str, Option] = {
        "server.headless": True,
        "server.address": host or os.environ.get("STREAMLIT_SERVER_ADDRESS") or LOOPBACK,
    }
    if port := port or int(os.environ.get("STREAMLIT_SERVER_PORT", "0")):
        given["server.port"] = port
    return given


def serve(
    app: Runnable,
    launcher: Path,
    *,
    host: str | None = None,
    port: int | None = None,
    open_browser: bool = False,
    page: str = "",
) -> None:
    """Serve `app` until stopped, as if `launcher` (app.py) had been run where it stands.

    A browser is opened at `page`, a path with its query.

    TCP_NODELAY is set by the app's lifespan, so that `streamlit run` has it too.
    """
    # Streamlit looks for .streamlit/config.toml beside argv[0], not only in the working directory.
    sys.argv = [str(launcher)]
    if open_browser:
        port = port or _free_port()
        threading.Thread(target=_open_when_up, args=(host, port, page), daemon=True).start()
    with suppress(KeyboardInterrupt):  # uvicorn raises it again once everything is closed
        app.run(config=options(host, port))


def _free_port(first: int = 8501, tries: int = 100) -> int:
    for port in range(first, first + tries):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    return 0


def _open_when_up(host: str | None, port: int, page: str = "", patience: float = 60.0) -> None:
    reach = "localhost" if host in (None, "0.0.0.0", "::") else host
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            socket.create_connection((reach, port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(f"http://{reach}:{port}/{page}".rstrip("/"))
            return
