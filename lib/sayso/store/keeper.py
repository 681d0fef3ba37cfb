"""While a dataset is open: what was saved goes into its file when nobody writes, and copies are made by the clock."""

from __future__ import annotations

import logging
import os
import time
from threading import Event, Thread

from sayso.errors import StoreError
from sayso.store.backups import backup_if_due
from sayso.store.database import Database

IDLE = 2.0  # seconds without a write
BACKUP_HOURS = "SAYSO_BACKUP_HOURS"  # the least time between scheduled backups; 0 for none
DEFAULT_HOURS = 24.0
_LOOK = 600.0  # seconds between looks whether a backup is due
_log = logging.getLogger(__name__)


class Keeper:
    """A thread that looks after one dataset until it is stopped."""

    def __init__(self, database: Database, idle: float = IDLE) -> None:
        self._database = database
        self._idle = idle
        self._has_backups = False
        self._looked_at = -_LOOK
        self._woken, self._stopped = Event(), Event()
        database.written = self._woken.set
        self._thread = Thread(target=self._run, name=f"keeper of {database.name}", daemon=True)
        self._thread.start()

    def schedule_backups(self) -> None:
        """Make a copy now if one is due, and from here on whenever one is."""
        self._has_backups = True
        self._woken.set()

    def stop(self) -> None:
        """End the thread; a copy that is being made is finished first."""
        self._stopped.set()
        self._woken.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopped.is_set():
            is_woken = self._woken.wait(_LOOK)
            while is_woken and not self._stopped.is_set():  # until nobody has written for a while
                self._woken.clear()
                is_woken = self._woken.wait(self._idle)
            if self._stopped.is_set():
                return
            try:
                self._database.checkpoint()
                self._back_up()
            except StoreError as error:
                _log.warning("%s", error)

    def _back_up(self) -> None:
        hours = backup_hours()
        if self._has_backups and hours and time.monotonic() - self._looked_at >= _LOOK:
            self._looked_at = time.monotonic()
            backup_if_due(self._database, hours)


def backup_hours() -> float:
    """How often datasets are backed up while they are open, as the environment says."""
    try:
        return max(0.0, float(os.environ.get(BACKUP_HOURS, DEFAULT_HOURS)))
    except ValueError:
        return DEFAULT_HOURS
