"""Coders and readers as threads on one open dataset, as the sessions of one server are."""

from __future__ import annotations

import logging
import random
import threading
import time
import traceback
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from sayso.errors import SaysoError
from sayso.model.scope import Scope
from sayso.queries import positions
from sayso.store.backups import backup
from sayso.store.database import Database
from sayso.store.datasets import open_datasets
from sayso.store.inventory import row_counts
from sayso.store.undoing import history
from tests.faults import operations, starts
from tests.faults.checks import changes
from tests.faults.crowd import CODERS, READERS, Crowd
from tests.faults.replaying import differing

COUNTING = "status IN ('accepted', 'edited')"
# What no reader may ever see, each asked in one question.
HALVES = {
    "an accepted find without its quote": "SELECT proposal_id FROM proposals WHERE kind = 'quote' AND "
    f"{COUNTING} AND row_id IS NOT NULL AND row_id NOT IN (SELECT quote_id FROM quotes)",
    "a statement without its quote": "SELECT statement_id FROM statements WHERE quote_id IS NOT NULL"
    " AND quote_id NOT IN (SELECT quote_id FROM quotes)",
    "a statement of an actor that is gone": "SELECT statement_id FROM statements"
    " WHERE actor_id NOT IN (SELECT actor_id FROM actors)",
    "a quote of an actor that is gone": "SELECT quote_id FROM quotes WHERE speaker_id NOT IN (SELECT actor_id FROM actors)",
    "a part in an event of an actor that is gone": "SELECT event_id FROM event_actors"
    " WHERE actor_id NOT IN (SELECT actor_id FROM actors)",
    "a counting statement on a quote that does not count": "SELECT statement_id FROM statements JOIN quotes"
    f" USING (quote_id) WHERE statements.{COUNTING} AND NOT quotes.{COUNTING}",
    "a quote and its statement of two actors": "SELECT statement_id FROM statements JOIN quotes USING (quote_id)"
    " WHERE actor_id <> speaker_id",
    "an event that nobody reports": "SELECT event_id FROM events WHERE event_id NOT IN (SELECT event_id FROM reports)",
}  # fmt: skip
TWICE = {
    "a find that counts twice": "SELECT any_value(quote_id) FROM quotes WHERE rule IS NOT NULL AND "
    f"{COUNTING} GROUP BY article_id, spans HAVING count(*) > 1",
    "a text that was added twice": "SELECT any_value(article_id) FROM articles GROUP BY text_sha256 HAVING count(*) > 1",
    "a stance that was coded twice": f"SELECT any_value(statement_id) FROM statements WHERE {COUNTING} AND quote_id IS NOT NULL"
    " GROUP BY quote_id, issue_id, actor_id, coder HAVING count(*) > 1",
}  # fmt: skip
WORK = frozenset(
    {
        "accept_quote", "accept_event", "reject", "reopen", "edit_quote", "withdraw_quote", "code", "uncode", "find",
        "add", "merge", "create_actor", "edit_actor", "take_back", "redo", "edit_event", "accept_sure",
    }
)  # fmt: skip


def meet(folder: Path, seed: str, seconds: float) -> Crowd:
    """Let them all work on the busier debate for so long, and look at what is there then."""
    hub = open_datasets(starts.busy(folder), may_copy=False)
    (database,) = hub.databases.values()
    known, crowd, end = set(changes(database)), Crowd(), time.monotonic() + seconds
    seen: dict[str, int] = {}
    acknowledged: dict[str, list[str]] = {coder: [] for coder in CODERS}
    jobs = [
        partial(_code, database, coder, f"{seed} {coder}", end, crowd, acknowledged[coder])
        for coder in CODERS
    ]
    jobs += [partial(_read, database, place, end, crowd, seen) for place in range(READERS)]
    copies: dict[Path, set[str]] = {}
    jobs.append(partial(_copy, database, folder, end, acknowledged, copies))
    threads = [threading.Thread(target=_guarded, args=(job, crowd)) for job in jobs]
    told_to = _Trouble(crowd)
    logging.getLogger("sayso").addHandler(told_to)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    logging.getLogger("sayso").removeHandler(told_to)
    there = changes(database)
    crowd.lost = [change for own in acknowledged.values() for change in own if change not in there]
    for copy, before in copies.items():  # whoever copied it has all that was acknowledged by then
        with duckdb.connect(str(copy), read_only=True) as connection:
            inside = {
                change
                for (change,) in connection.execute("SELECT DISTINCT change_id FROM changes_made").fetchall()
            }
        crowd.lost += [f"{copy.name} lacks {change}" for change in before - inside]
    by = dict(database.rows("SELECT DISTINCT change_id, changed_by FROM changes_made"))
    told = {change for own in acknowledged.values() for change in own} | known
    crowd.twice = [change for change in there if change not in told and by[change] in CODERS]
    crowd.twice += [f"{what}: {row}" for what, sql in TWICE.items() for (row,) in database.rows(sql)]
    crowd.halves += [
        f"{change}: {n} of {there[change][0]} rows" for change, n in seen.items() if there[change][0] != n
    ]
    crowd.cells = differing(database)
    hub.close()
    return crowd


def _code(
    database: Database, coder: str, seed: str, end: float, crowd: Crowd, acknowledged: list[str]
) -> None:
    rng = random.Random(seed)
    while time.monotonic() < end:
        before = _latest(database, coder)
        _, deed = operations.chosen(database, rng, WORK, coder)
        try:
            deed()
        except SaysoError:
            crowd.refused += 1
        else:
            crowd.done += 1
            latest = _latest(database, coder)
            if latest and latest != before:
                acknowledged.append(latest)


def _copy(
    database: Database,
    folder: Path,
    end: float,
    acknowledged: dict[str, list[str]],
    copies: dict[Path, set[str]],
) -> None:
    """Copy the file over and over, as "Download this dataset" does."""
    while time.monotonic() < end:
        before = {change for own in acknowledged.values() for change in list(own)}
        copies[backup(database, folder / f"copy {len(copies)}.duckdb")] = before
        time.sleep(0.5)


class _Trouble(logging.Handler):
    """What Sayso logs as a warning is trouble here."""

    def __init__(self, crowd: Crowd) -> None:
        super().__init__(logging.WARNING)
        self.crowd = crowd

    def emit(self, record: logging.LogRecord) -> None:
        """Take it down."""
        self.crowd.trouble.append(record.getMessage())


def _latest(database: Database, coder: str) -> str | None:
    return next((each.change_id for each in history(database, coder, limit=1)), None)


def _read(database: Database, place: int, end: float, crowd: Crowd, seen: dict[str, int]) -> None:
    """Ask over and over what must never be so, and what pages ask."""
    scope = Scope(database.name, date(9999, 12, 31))
    while time.monotonic() < end:
        for what, sql in HALVES.items():
            crowd.halves += [f"{what}: {row}" for (row,) in database.rows(sql)[:3]]
        if place % 2:
            seen.update(
                database.rows(
                    "SELECT change_id, count(*) FROM changes_made GROUP BY 1 ORDER BY 1 DESC LIMIT 5"
                )
            )
        else:
            positions.evidence(database, scope)
            row_counts(database)
        crowd.looks += 1
        time.sleep(0.02)


def _guarded(job: Callable[[], None], crowd: Crowd) -> None:
    try:
        job()
    except Exception:
        crowd.trouble.append(traceback.format_exc())
