"""Fresh processes in milliseconds: forked from one that has imported everything and opened nothing."""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Line = dict[str, Any]
PATIENCE = 120.0  # seconds; a line takes some hundredths


class Child:
    """A process at work, and what it has said so far."""

    def __init__(self, control: socket.socket, pid: int, said: int) -> None:
        self.pid = pid
        self.lines: list[Line] = []
        self._control, self._said, self._rest = control, said, b""
        self._selector = selectors.DefaultSelector()
        self._selector.register(said, selectors.EVENT_READ)

    def read(self, patience: float = PATIENCE) -> Line | None:
        """Its next line; None when it is gone, or has said nothing for so long."""
        until = time.monotonic() + patience
        while b"\n" not in self._rest:
            if not self._selector.select(max(0.0, until - time.monotonic())):
                return None
            part = os.read(self._said, 1 << 16)
            if not part:
                return None
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        self.lines.append(json.loads(line))
        return self.lines[-1]

    def read_all(self, patience: float = PATIENCE) -> list[Line]:
        """Everything it says until it is gone."""
        while self.read(patience):
            pass
        return self.lines

    def kill(self) -> None:
        """SIGKILL, wherever it is."""
        os.kill(self.pid, signal.SIGKILL)

    def wait_until_held(self, patience: float = PATIENCE) -> bool:
        """Whether it has been stopped at its moment; False if it ended before."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            state = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]
            if state in "TZ":
                return state == "T"
            time.sleep(0.01)
        return False

    def wake(self) -> None:
        """Let it go on."""
        os.kill(self.pid, signal.SIGCONT)

    def wait(self) -> int:
        """Its exit code, negative for a signal. What it said last is read first."""
        self.read_all()
        self._control.send(json.dumps({"wait": self.pid}).encode())
        self._selector.close()
        os.close(self._said)
        return int(json.loads(self._control.recv(1 << 16))["code"])


class Children:
    """Starts processes that each do one job. Use as a context."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, str(ROOT / "tests" / "faults" / "child.py"), str(theirs.fileno())]
        self._process = subprocess.Popen(
            command, pass_fds=[theirs.fileno()], cwd=ROOT, stdout=subprocess.DEVNULL
        )
        theirs.close()
        self._control = ours

    def __enter__(self) -> Children:
        return self

    def __exit__(self, *_: object) -> None:
        self._control.close()
        self._process.wait(30)

    def start(self, job: str, **facts: Any) -> Child:
        """A fresh process that does `job`."""
        mine, its = os.pipe()
        socket.send_fds(self._control, [json.dumps({"job": job, **facts}).encode()], [its])
        os.close(its)
        return Child(self._control, int(json.loads(self._control.recv(1 << 16))["pid"]), mine)

    def ask(self, job: str, **facts: Any) -> Line:
        """The last line of a process that is left alone until it ends. Raises RuntimeError if it fails."""
        child = self.start(job, **facts)
        code = child.wait()
        if code or not child.lines:
            raise RuntimeError(f"{job} {facts} ended with {code}: {child.lines[-1:]}")
        return child.lines[-1]
