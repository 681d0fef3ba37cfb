"""The table that a run ends with."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.chains import Verdict

KINDS = {
    "unopened": "not opened", "lost": "lost", "twice": "changed", "cells": "cells differ", "halves": "half",
    "leftovers": "leftovers", "undo": "undo refused",
}  # fmt: skip


def printed(verdicts: Sequence[Verdict]) -> str:
    """Kills and faults by what was going on, and in all."""
    rows = [["killed during", "kills", "opening", *KINDS.values()]]
    for operation in sorted({verdict.operation for verdict in verdicts}):
        rows.append([operation, *_counts([each for each in verdicts if each.operation == operation])])
    rows.append(["all", *_counts(verdicts)])
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        row[0].ljust(widths[0])
        + "".join(cell.rjust(width + 2) for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )


def _counts(verdicts: Sequence[Verdict]) -> list[str]:
    n_kills = sum(verdict.is_killed for verdict in verdicts)
    n_opening = sum(verdict.is_opening for verdict in verdicts)
    return [
        str(n_kills),
        str(n_opening),
        *(str(sum(len(getattr(each, kind)) for each in verdicts)) for kind in KINDS),
    ]
