"""A deed killed: afterwards there is what was there before, or what it would have left; nothing between."""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.chains import ALONE, Verdict, words
from tests.faults.children import Children
from tests.faults.moments import Moment, drawn
from tests.faults.outcomes import DEEDS


@dataclass(frozen=True)
class Reference:
    """A deed that nobody killed: where it began, what stood there before and after, and what it took."""

    name: str
    begin: Path
    before: dict[str, str]
    after: dict[str, str]
    calls: int
    seconds: float
    alone: Verdict
    """What it leaves that it should not, though nobody kills it."""


def reference(children: Children, name: str, folder: Path) -> Reference:
    """Do it once to the end."""
    begin, done, untouched = (folder / name / part for part in ("begin", "done", "untouched"))
    children.ask("prepare", name=name, folder=str(begin))
    shutil.copytree(begin, done)
    shutil.copytree(begin, untouched)
    began = time.monotonic()
    calls = children.ask("deed", name=name, folder=str(done))["calls"]
    seconds = time.monotonic() - began
    before, after = (children.ask("state", name=name, folder=str(place)) for place in (untouched, done))
    alone = Verdict(name, name, ALONE, cells=after["cells"], leftovers=after["left"])
    return Reference(name, begin, before["state"], after["state"], calls, seconds, alone)


def killed(children: Children, known: Reference, folder: Path, seed: str) -> Verdict:
    """Do it again, and kill it at a moment that `seed` draws."""
    moment = drawn(random.Random(seed), "opening", calls=known.calls, seconds=known.seconds)
    return killed_at(children, known, folder, seed, moment)


def killed_at(children: Children, known: Reference, folder: Path, seed: str, moment: Moment) -> Verdict:
    """Do it again on a copy in `folder`, and kill it at this moment."""
    shutil.copytree(known.begin, folder)
    child = children.start("deed", name=known.name, folder=str(folder), moment=moment.facts())
    if moment.kind == "clock" and child.read():
        time.sleep(moment.delay)
        child.kill()
    child.wait()
    verdict = Verdict(seed, known.name, words(moment), is_opening=DEEDS[known.name].is_opening)
    said = _look(children, known.name, folder)
    if said["at"] == "failed":
        verdict.unopened = [said["trouble"].strip().splitlines()[-1]]
        return verdict
    if not said["state"]:  # there is nothing to open: who does it again sweeps
        children.ask("deed", name=known.name, folder=str(folder))
        said["left"] = _look(children, known.name, folder)["left"]
    verdict.cells = [cell for cell in said["cells"] if cell not in known.alone.cells]
    verdict.leftovers = [name for name in said["left"] if name not in known.alone.leftovers]
    allowed = [known.before, known.after]
    if known.name == "import":  # the dataset is made first; it is empty then
        allowed.append({name: "0" for name in known.after})
    if said["state"] not in allowed:
        names = said["state"].keys() | known.before.keys()
        verdict.halves = sorted(f"{name}: {_which(known, said['state'], name)}" for name in names)
    return verdict


def _look(children: Children, name: str, folder: Path) -> dict[str, Any]:
    child = children.start("state", name=name, folder=str(folder))
    child.wait()
    return child.lines[-1]


def _which(known: Reference, state: dict[str, str], name: str) -> str:
    now, before, after = (tables.get(name) for tables in (state, known.before, known.after))
    if before == after == now:
        return "the same"
    return "old" if now == before else "new" if now == after else "neither"
