"""When a process is killed: at a call to the database or the file system, or when the clock says so."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Literal

import duckdb

DATABASE = ("execute", "close", "__exit__")
FILES = ("replace", "rename", "unlink", "mkdir", "rmdir", "link")
Where = Literal["opening", "working"]


@dataclass(frozen=True)
class Moment:
    """One kill.

    - "call": by the process itself, before or after its `call`-th call to the database or the file system,
      counted from the opening or from the acknowledgement number `acks`
    - "hold": the same, but the process is stopped there and may be woken
    - "returned": by the process itself, when an operation has returned and is not acknowledged yet
    - "clock": by its parent, `delay` seconds after the opening began or that acknowledgement came
    """

    where: Where
    kind: Literal["call", "hold", "returned", "clock"]
    acks: int = 0
    call: int = 0
    side: Literal["before", "after"] = "before"
    delay: float = 0.0
    name: str = ""
    """Only calls of this name count; all do if it is empty."""

    def facts(self) -> dict[str, Any]:
        """For the process that is to be killed."""
        return asdict(self)


def drawn(rng: random.Random, where: Where, *, calls: int = 40, seconds: float = 0.4) -> Moment:
    """A moment at random: among the first `calls` calls, or within `seconds`."""
    acks = 0 if where == "opening" else rng.randrange(6)
    kind = rng.choices(("call", "returned", "clock"), (6, 1 if where == "working" else 0, 3))[0]
    if kind == "returned":
        return Moment(where, "returned", acks)
    if kind == "clock":
        return Moment(where, "clock", acks, delay=round(rng.uniform(0, seconds), 4))
    side: Literal["before", "after"] = rng.choice(("before", "after"))
    return Moment(where, "call", acks, rng.randint(1, calls), side)


class Trap:
    """Counts the calls of this process, and kills it at its moment."""

    def __init__(self, moment: Moment | None) -> None:
        self.calls = 0
        self._moment = moment
        self._is_armed = False
        for name in DATABASE:
            self._watch(duckdb.DuckDBPyConnection, name)
        self._watch(duckdb, "connect")
        for name in FILES:
            self._watch(os, name)

    def arm(self) -> None:
        """Count from here."""
        self.calls, self._is_armed = 0, True

    @contextmanager
    def off(self) -> Iterator[None]:
        """The harness's own calls are not counted."""
        was, self._is_armed = self._is_armed, False
        yield
        self._is_armed = was

    def _counts(self, name: str) -> bool:
        return self._moment is None or self._moment.name in ("", name)

    def _is_here(self, name: str) -> bool:
        moment = self._moment
        if moment is None or moment.kind not in ("call", "hold") or not self._counts(name):
            return False
        return self.calls == moment.call

    def _strike(self) -> None:
        if self._moment and self._moment.kind == "hold":
            os.kill(os.getpid(), signal.SIGSTOP)
        else:
            die()

    def _watch(self, owner: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(owner, name)

        def watched(*args: Any, **options: Any) -> Any:
            if not self._is_armed:
                return real(*args, **options)
            self.calls += self._counts(name)
            is_here = self._is_here(name)
            if is_here and self._moment and self._moment.side == "before":
                self._strike()
            result = real(*args, **options)
            if is_here and self._moment and self._moment.side == "after":
                self._strike()
            return result

        setattr(owner, name, watched)


def die() -> None:
    """Be killed: nothing is closed, flushed or said."""
    os.kill(os.getpid(), signal.SIGKILL)
    signal.pause()
