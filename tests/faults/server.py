"""A real server: `sayso serve` in a process of its own, which may be stopped in any way."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

from tests.server.harness import ROOT, free_port


class Server:
    """Sayso serving one file on this computer. Use as a context: it is gone at the end."""

    def __init__(self, file: Path) -> None:
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self.log = file.with_name("server.log")
        serve = "from sayso.cli import main; main()"
        command = [sys.executable, "-c", serve, "serve", str(file), "--no-browser", f"--port={self.port}"]
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("SAYSO_", "STREAMLIT_"))
        }
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--host=127.0.0.1"], env=environment, stdout=log, stderr=log, cwd=ROOT,
                start_new_session=True,
            )  # fmt: skip

    def __enter__(self) -> Server:
        until = time.monotonic() + 120
        while time.monotonic() < until and self.process.poll() is None:
            try:
                urlopen(f"{self.site}/_stcore/health", timeout=5).close()
            except OSError:
                time.sleep(0.05)
            else:
                return self
        self.__exit__()
        raise RuntimeError(f"It did not serve: {self.log.read_text(errors='replace')[-2000:]}")

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()

    def stop(self, sign: int, patience: float = 30.0) -> int | None:
        """Send a signal, and wait; its exit code, or None if it went on."""
        self.process.send_signal(sign)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            return None
