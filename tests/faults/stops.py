"""Ordinary stops of a real server and of commands: nothing is lost, and the file alone holds everything."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.exceptions import ConnectionClosed

from tests.faults import checks, starts
from tests.faults.chains import Verdict
from tests.faults.children import ROOT, Children
from tests.faults.server import Server
from tests.faults.starts import ids, invented
from tests.faults.tab import Tab

ROUNDS = 4  # stops on one file, one after the other
SIGNALS = (signal.SIGTERM, signal.SIGINT)


@dataclass
class Session:
    """A coder's work in one server: decisions by number, and how many of them were acknowledged."""

    sent: dict[int, tuple[str, str]] = field(default_factory=dict)
    acknowledged: list[tuple[str, str]] = field(default_factory=list)

    def count(self, tab: Tab) -> None:
        """Take over what the server has acknowledged by now, apart from what it refused."""
        heard = tab.desk["acked"]
        refused = {each["seq"] for each in tab.desk["refused"] if each["client"] == tab.client}
        for seq in [seq for seq in self.sent if heard["client"] == tab.client and seq <= heard["seq"]]:
            effect = self.sent.pop(seq)
            if seq not in refused:
                self.acknowledged.append(effect)


def stops(children: Children, seed: str, n: int, folder: Path) -> Iterator[Verdict]:
    """`n` stops of servers, half of them in the middle of saving; every fourth on a new file."""
    children.ask("prepare", name="small", folder=str(folder / "start"))
    acknowledged: list[tuple[str, str]] = []
    for number in range(n):
        place = folder / f"stops {number // ROUNDS}"
        if number % ROUNDS == 0:
            place.mkdir()
            shutil.copyfile(folder / "start" / "alwa.duckdb", place / "alwa.duckdb")
            acknowledged = []
        yield stopped(children, place / "alwa.duckdb", seed, number, acknowledged)


def stopped(
    children: Children, file: Path, seed: str, number: int, acknowledged: list[tuple[str, str]]
) -> Verdict:
    """Serve the file, decide, stop it as the `number`-th is, and look; `acknowledged` is what it held before, and grows."""
    rng = random.Random(f"{seed}/stop {number}")
    sign, is_saving = SIGNALS[number % 2], number // 2 % 2 == 1
    verdict = Verdict(f"{seed}/stop {number}", f"serve, {'saving' if is_saving else 'idle'}", sign.name)
    session = Session()
    with Server(file) as server:
        tab = Tab(server.site)
        tab.open("review", f"article={rng.choice(ids(starts.SMALL))}")
        for _ in range(rng.randint(1, 3)):
            decide(tab, session, rng)
            tab.heard(tab.seq)
            session.count(tab)
        if is_saving:
            for _ in range(rng.randint(1, 3)):
                decide(tab, session, rng)
            time.sleep(rng.uniform(0, 0.25))
        code = server.stop(sign)
        if code is None:
            verdict.unopened.append("it went on for half a minute")
        _hear_the_rest(tab, session)
    acknowledged += session.acknowledged
    verdict.acknowledged = len(acknowledged)
    _judge(children, verdict, file, acknowledged)
    return verdict


def decide(tab: Tab, session: Session, rng: random.Random) -> None:
    """Send one decision that the desk offers."""
    taken = {item for _, item in session.sent.values()}
    waiting = [each for each in tab.items("quote") if each["id"].removeprefix("p:") not in taken]
    accepted = [
        each
        for each in tab.items("quote", "accepted")
        if each["id"].startswith("p:") and not each["statements"]
    ]
    kinds = [
        name
        for name, items in (("accept", waiting), ("reject", waiting), ("split", waiting), ("code", accepted))
        if items
    ]
    if not kinds:
        return
    kind = rng.choice(kinds)
    card = rng.choice(accepted if kind == "code" else waiting)
    more: dict[str, Any] = {}
    if kind == "accept":
        more = {"edits": {"speaker": {"name": "Mona Falk", "kind": "person"}}}
    elif kind == "reject":
        more = {"saw": "proposed"}
    elif kind == "split":
        start, end = card["spans"][0]
        more = {"at": (start + end) // 2}
    elif kind == "code":
        more = {"issue": "harbour-toll", "stance": 1}
    seq = tab.send({"do": kind, "item": card["id"], **more})
    session.sent[seq] = (kind, card["id"].removeprefix("p:"))


def _hear_the_rest(tab: Tab, session: Session) -> None:
    try:
        while session.sent:
            tab.heard(min(session.sent), patience=2.0)
            session.count(tab)
    except (ConnectionClosed, TimeoutError, OSError):
        pass
    session.count(tab)


def _judge(children: Children, verdict: Verdict, file: Path, acknowledged: list[tuple[str, str]]) -> None:
    verdict.leftovers = checks.leftovers(file, "server.log", "package")
    alone = file.parent.with_name(f"{file.parent.name} copied")
    shutil.rmtree(alone, ignore_errors=True)
    alone.mkdir()
    copy = shutil.copyfile(file, alone / file.name)
    said = children.ask("effects", file=str(copy), effects=acknowledged)
    if said["at"] != "open":
        verdict.unopened.append(said["trouble"])
        return
    for effect, n in zip(acknowledged, said["counts"], strict=True):
        if n == 0:
            verdict.lost.append(" ".join(effect))
        elif n > 1 and effect[0] != "split":
            verdict.twice.append(" ".join(effect))
    verdict.cells = said["cells"]
    if said["undo"] not in ("", "done"):
        verdict.undo = [said["undo"]]


def interrupted(children: Children, seed: str, n: int, folder: Path) -> Iterator[Verdict]:
    """`n` commands, `sayso add` and `sayso find`, interrupted: what they said that they did is there."""
    if not (folder / "start").exists():
        children.ask("prepare", name="small", folder=str(folder / "start"))
    for number in range(n):
        rng = random.Random(f"{seed}/command {number}")
        place = folder / f"command {number}"
        (place / "articles").mkdir(parents=True)
        file = Path(shutil.copyfile(folder / "start" / "alwa.duckdb", place / "alwa.duckdb"))
        for each in range(30):
            (place / "articles" / f"{each:02}.txt").write_text(
                invented(100 + each).replace("part", f"part {each},")
            )
        name, sign = ("add", "find")[number % 2], SIGNALS[number // 2 % 2]
        more = [str(place / "articles"), "--outlet", "Selm Post"] if name == "add" else []
        lines = _command(
            name, more, file, sign, rng.randint(0, 2 if name == "find" else 12), rng.uniform(0, 0.2)
        )
        verdict = Verdict(f"{seed}/command {number}", f"sayso {name}", sign.name)
        shutil.rmtree(place / "articles")
        done = [("added", line.split()[1].rstrip(":")) for line in lines if line.startswith("added")]
        done += [
            ("searched", line.split()[1].rstrip(":"))
            for line in lines
            if line.startswith(("added", "searched"))
        ]
        verdict.acknowledged = len(done)
        _judge(children, verdict, file, done)
        yield verdict


def _command(name: str, more: list[str], file: Path, sign: int, n_lines: int, delay: float) -> list[str]:
    """The lines that a command printed, interrupted `delay` seconds after `n_lines` of them."""
    run = [sys.executable, "-u", "-c", "from sayso.cli import main; main()", name, "--data", str(file), *more]
    process = subprocess.Popen(
        run, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT, env=os.environ | {"SAYSO_CODER": "kim"},
        start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    lines = [process.stdout.readline() for _ in range(n_lines)]
    time.sleep(delay if n_lines else delay * 15)  # also while it starts and opens the file
    process.send_signal(sign)
    rest, _ = process.communicate(timeout=60)
    return [*lines, *rest.splitlines()]
