"""Kill, look, go on: several processes one after the other on one file, each killed, each looked at."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.children import Child, Children
from tests.faults.moments import Moment, Where, drawn

WHERE: tuple[Where, Where] = ("opening", "working")
CALLS = 30  # to the database and the file system, as many as some two operations make
ALONE = "not killed"
STEPS = 8  # operations that a process would do if it were left alone


@dataclass
class Verdict:
    """What one kill left behind. Everything but the first lines is empty where nothing was lost."""

    seed: str
    operation: str
    moment: str
    acknowledged: int = 0
    is_opening: bool = False
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    halves: list[str] = field(default_factory=list)
    leftovers: list[str] = field(default_factory=list)
    undo: list[str] = field(default_factory=list)
    unopened: list[str] = field(default_factory=list)

    @property
    def is_killed(self) -> bool:
        """Whether there was a kill, not only a look at what is left by itself."""
        return self.moment != ALONE

    @property
    def faults(self) -> dict[str, list[str]]:
        """What is wrong, by kind."""
        kinds = ("unopened", "lost", "twice", "cells", "halves", "leftovers", "undo")
        return {kind: getattr(self, kind) for kind in kinds if getattr(self, kind)}


def chain(children: Children, start: Path, folder: Path, seed: str, rounds: int) -> list[Verdict]:
    """`rounds` processes killed on a copy of the file `start`; more than half of them while opening it."""
    folder.mkdir(parents=True)
    file = Path(shutil.copyfile(start, folder / start.name))
    opening = children.start("work", file=str(file), seed=seed, steps=0)
    opening.read()
    began = time.monotonic()
    calls, seconds = int((opening.read() or {})["calls"]), time.monotonic() - began
    opening.wait()
    known = children.ask("look", file=str(_copy(file)), acknowledged={})
    acknowledged: dict[str, list[Any]] = known["more"]
    tables: dict[str, str] = known["state"]
    cells: list[str] = []
    left: list[str] = []
    verdicts = []
    for number in range(rounds):
        rng = random.Random(f"{seed}.{number}")
        where = rng.choices(WHERE, (62, 38))[0]
        moment = drawn(
            rng,
            where,
            calls=calls if where == "opening" else CALLS,
            seconds=seconds if where == "opening" else 0.4,
        )
        child = children.start(
            "work",
            file=str(file),
            seed=f"{seed}.{number}",
            steps=0 if where == "opening" else STEPS,
            moment=moment.facts(),
        )
        _until_killed(child, moment)
        done = [line for line in child.lines if line["at"] == "done"]
        for line in done:
            acknowledged |= line["changes"]
            tables = line["state"]
        last = child.lines[-1]
        operation = last["operation"] if last["at"] in ("begin", "done") else last["at"]
        if last["at"] == "failed":
            raise RuntimeError(f"seed {seed}.{number}: {last['trouble']}")
        verdict = Verdict(
            f"{seed}.{number}", str(operation), words(moment), len(acknowledged), last["at"] == "opening"
        )
        said = children.ask("look", file=str(_copy(file)), acknowledged=acknowledged)
        _judge(verdict, said, last, tables)
        verdict.cells = [cell for cell in verdict.cells if cell not in cells]  # told once
        cells += verdict.cells
        verdict.leftovers = [name for name in verdict.leftovers if name not in left]
        left += verdict.leftovers
        verdicts.append(verdict)
        if said["at"] != "open":
            break
        acknowledged |= said["more"]
        tables = said["state"]
    return verdicts


def _until_killed(child: Child, moment: Moment) -> None:
    """Follow a process to its moment; what kills itself does so, for the clock we do it."""
    if moment.kind == "clock":
        acks = 0
        while line := child.read():
            acks += line["at"] == "done"
            is_here = (
                line["at"] == "opening"
                if moment.where == "opening"
                else (line["at"], acks) in _begins(moment)
            )
            if is_here:
                time.sleep(moment.delay)
                child.kill()
                break
    child.wait()


def _begins(moment: Moment) -> tuple[tuple[str, int], ...]:
    return (("open" if moment.acks == 0 else "done", moment.acks),)


def _judge(verdict: Verdict, said: dict[str, Any], last: dict[str, Any], tables: dict[str, str]) -> None:
    if said["at"] != "open":
        verdict.unopened = [said["trouble"]]
        return
    verdict.lost, verdict.twice, verdict.cells = said["lost"], said["twice"], said["cells"]
    verdict.leftovers = said["left"]
    if said["undo"] not in ("", "done"):
        verdict.undo = [said["undo"]]
    in_flight = last["operation"] if last["at"] == "begin" else ""
    if not said["more"]:  # nothing more was saved: every table is as it was acknowledged
        differ = {name for name in tables if said["state"].get(name) != tables[name]}
        verdict.halves = sorted(differ)
    elif not in_flight:
        verdict.halves = [f"changes that nobody made: {', '.join(said['more'])}"]


def _copy(file: Path) -> Path:
    """The file and all that lies beside it, copied to where looking changes nothing."""
    beside = file.parent.with_name(f"{file.parent.name}-looked-at")
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(file.parent, beside)
    return beside / file.name


def words(moment: Moment) -> str:
    """A moment as the table prints it."""
    if moment.kind == "call":
        return f"{moment.where}: {moment.side} call {moment.call} after {moment.acks} acks"
    if moment.kind == "clock":
        return f"{moment.where}: {moment.delay * 1000:.0f} ms after {moment.acks} acks"
    return f"{moment.where}: returned, not acknowledged, after {moment.acks} acks"
