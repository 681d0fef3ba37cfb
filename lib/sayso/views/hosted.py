"""Whether this Sayso is a hosted copy, which strangers read and nobody changes."""

from __future__ import annotations

import logging
import secrets

from sayso.reports.datasets import is_read_only


def is_hosted() -> bool:
    """Started with --read-only (or SAYSO_READ_ONLY)."""
    return is_read_only()


def reference(log: logging.Logger, error: Exception) -> str:
    """A short id that stands beside the whole error in the log: visitors are told the id alone."""
    made = secrets.token_hex(4)
    log.error("Told a visitor: reference %s", made, exc_info=error)
    return made
