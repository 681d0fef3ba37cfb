"""What a child process does: open a dataset, work in it, say what was saved; or look at what another left."""

from __future__ import annotations

import json
import os
import random
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sayso.errors import SaysoError
from sayso.ingest import extract
from sayso.store.datasets import open_datasets
from tests.faults import checks, operations, outcomes, starts, steps
from tests.faults.effects import EFFECTS
from tests.faults.moments import Moment, Trap, die

Say = Callable[..., None]


def work(job: dict[str, Any], say: Say) -> None:
    """Open the file and do `steps` operations at random, each acknowledged when it has returned."""
    moment = Moment(**job["moment"]) if job.get("moment") else None
    trap, rng = Trap(moment), random.Random(job["seed"])
    say(at="opening")
    if moment is None or moment.where == "opening":
        trap.arm()
    hub = open_datasets(Path(job["file"]), may_copy=False)
    (database,) = hub.databases.values()
    with trap.off():
        known = checks.changes(database)
        say(at="open", calls=trap.calls, state=checks.state(database))
    for number in range(job["steps"]):
        is_next = moment is not None and moment.where == "working" and moment.acks == number
        with trap.off():
            name, operation = operations.chosen(database, rng)
            say(at="begin", number=number, operation=name)
        if is_next:
            trap.arm()
        try:
            operation()
            outcome = "done"
        except SaysoError as error:
            outcome = f"refused: {error.message}"
        if is_next and moment and moment.kind == "returned":
            die()
        with trap.off():
            now = checks.changes(database)
            fresh = {change: facts for change, facts in now.items() if change not in known}
            known = now
            say(
                at="done",
                number=number,
                operation=name,
                outcome=outcome,
                changes=fresh,
                state=checks.state(database),
            )
    hub.close()
    say(at="closed")


def look(job: dict[str, Any], say: Say) -> None:
    """Check a file that a killed process left: see `checks.look`."""
    say(**checks.look(Path(job["file"]), job["acknowledged"]))


def effects(job: dict[str, Any], say: Say) -> None:
    """Whether what a server, or a command, acknowledged is there: how often each, and what `look` says."""
    try:
        hub = open_datasets(Path(job["file"]), may_copy=False)
    except SaysoError as error:
        say(at="refused", trouble=str(error))
        return
    (database,) = hub.databases.values()
    counts = [database.rows(EFFECTS[kind], [item])[0][0] for kind, item in job["effects"]]
    hub.close()
    say(**checks.look(Path(job["file"]), {}) | {"counts": counts})


def deed(job: dict[str, Any], say: Say) -> None:
    """Do something that is whole or nothing: see `outcomes`."""
    trap = Trap(Moment(**job["moment"]) if job.get("moment") else None)
    say(at="opening")
    trap.arm()
    outcomes.DEEDS[job["name"]].do(Path(job["folder"]))
    with trap.off():
        say(at="closed", calls=trap.calls)


def prepare(job: dict[str, Any], say: Say) -> None:
    """Make what a deed, or work, begins with."""
    outcomes.prepare(job["name"], Path(job["folder"]), job.get("seed", 0))
    say(at="closed")


def state(job: dict[str, Any], say: Say) -> None:
    """What stands there after a deed, or half of one, when it is next looked at."""
    say(at="closed", **outcomes.DEEDS[job["name"]].look(Path(job["folder"])))


def step(job: dict[str, Any], say: Say) -> None:
    """One of `steps`; the process then ends without closing anything."""
    say(at="done", said=getattr(steps, job["name"])(Path(job["file"])))


JOBS = {
    "step": step,
    "work": work,
    "look": look,
    "effects": effects,
    "deed": deed,
    "prepare": prepare,
    "state": state,
}


def serve(control: socket.socket) -> None:
    """Fork a process for each job that comes over `control`, until it closes."""
    extract(starts.invented(0))  # reads the word lists once for all
    while True:
        message, fds, _, _ = socket.recv_fds(control, 1 << 20, 1)
        if not message:
            return
        job = json.loads(message)
        if "wait" in job:
            code = os.waitstatus_to_exitcode(os.waitpid(job["wait"], 0)[1])
            control.send(json.dumps({"code": code}).encode())
            continue
        pid = os.fork()
        if pid == 0:
            control.close()
            os._exit(_run(job, fds[0]))
        os.close(fds[0])
        control.send(json.dumps({"pid": pid}).encode())


def _run(job: dict[str, Any], out: int) -> int:
    def say(**facts: Any) -> None:
        os.write(out, json.dumps(facts, default=str).encode() + b"\n")

    try:
        JOBS[job["job"]](job, say)
    except BaseException:
        say(at="failed", trouble=traceback.format_exc())
        return 1
    return 0


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
