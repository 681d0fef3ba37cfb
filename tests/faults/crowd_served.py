"""Coders and readers as sessions of one real server, over WebSockets."""

from __future__ import annotations

import random
import signal
import threading
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from tests.faults.children import Children
from tests.faults.crowd import CODERS, READERS, Crowd
from tests.faults.crowd_inside import HALVES, TWICE
from tests.faults.server import Server
from tests.faults.starts import BUSY, ids
from tests.faults.stops import Session, decide
from tests.faults.tab import Tab

PAGES = (
    "",
    "matrix",
    "timeline",
    "comparison",
    "sources",
    "quotes",
    "coverage",
    "changed",
    "codebook",
    "actor",
)


def meet(folder: Path, seed: str, seconds: float) -> Crowd:
    """Let them all work on the busier debate for so long, stop the server, and look at the file."""
    crowd = Crowd()
    with Children() as children:
        children.ask("prepare", name="busy", folder=str(folder))
        file = folder / "alwa.duckdb"
        sessions = [Session() for _ in CODERS]
        with Server(file) as server:
            end = time.monotonic() + seconds
            jobs = [
                partial(_code, server.site, coder, f"{seed} {coder}", end, crowd, session)
                for coder, session in zip(CODERS, sessions, strict=True)
            ]
            jobs += [partial(_read, server.site, f"{seed} {place}", end, crowd) for place in range(READERS)]
            threads = [threading.Thread(target=_guarded, args=(job, crowd)) for job in jobs]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            if server.stop(signal.SIGTERM) is None:
                crowd.trouble.append("The server went on for half a minute after SIGTERM.")
        effects = [effect for session in sessions for effect in session.acknowledged]
        crowd.done = len(effects)
        said = children.ask("effects", file=str(file), effects=effects)
    for effect, n in zip(effects, said["counts"], strict=True):
        if n == 0:
            crowd.lost.append(" ".join(effect))
        elif n > 1 and effect[0] != "split":
            crowd.twice.append(" ".join(effect))
    crowd.cells = said["cells"]
    with duckdb.connect(str(file), read_only=True) as connection:
        crowd.halves += [
            f"{what}: {row}" for what, sql in HALVES.items() for (row,) in connection.execute(sql).fetchall()
        ]
        crowd.twice += [
            f"{what}: {row}" for what, sql in TWICE.items() for (row,) in connection.execute(sql).fetchall()
        ]
    return crowd


def _code(site: str, coder: str, seed: str, end: float, crowd: Crowd, session: Session) -> None:
    rng = random.Random(seed)
    tab = Tab(site, coder)
    while time.monotonic() < end:
        tab.open("review", f"article={rng.choice(ids(BUSY))}")
        for _ in range(4):
            decide(tab, session, rng)
            refused = tab.heard(tab.seq)
            session.count(tab)
            crowd.halves += _half_cards(tab)
        crowd.refused += len(refused)
    tab.close()


def _half_cards(tab: Tab) -> list[str]:
    """Quotes beside the finds that they were made of: here nobody adds one by hand."""
    return [
        f"on a desk beside its own find: {card['id']}"
        for card in tab.desk["items"]
        if card["id"].startswith("q:")
    ]


def _read(site: str, seed: str, end: float, crowd: Crowd) -> None:
    rng = random.Random(seed)
    tab = Tab(site, "")
    while time.monotonic() < end:
        page = rng.choice(PAGES)
        tab.open(page)
        crowd.looks += 1
        crowd.trouble += [f"{page}: {words}" for words in tab.trouble]
        tab.trouble.clear()
        time.sleep(rng.uniform(0.2, 1.5))
    tab.close()


def _guarded(job: Callable[[], None], crowd: Crowd) -> None:
    try:
        job()
    except Exception:
        crowd.trouble.append(traceback.format_exc())
