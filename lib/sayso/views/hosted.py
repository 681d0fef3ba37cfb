"""Whether this Sayso is a hosted copy, which strangers read and nobody changes."""

from __future__ import annotations

import logging
import os
import secrets

from sayso.store.datasets import READ_ONLY


def is_hosted() -> bool:
    """Started with --read-only (or SAYSO_READ_ONLY)."""
    return bool(os.environ.get(READ_ONLY))


def reference(log: logging.Logger, error: Exception) -> str:
    """A short id that stands beside the whole error in the log: visitors are told the id alone."""
    made = secrets.token_hex(4)
    log.error("Told a visitor: reference %s", made, exc_info=error)
    return made
