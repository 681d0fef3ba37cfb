"""What rests on whose reporting, in words: a title, and a line for each position that would change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import all_of, number_beside, part, quoted, sentence

_FRACTIONS = ((1 / 4, "a quarter"), (1 / 3, "a third"), (1 / 2, "half"), (2 / 3, "two thirds"), (3 / 4, "three quarters"))  # fmt: skip
_EXACT, _NEAR = 0.005, 0.03
_LARGE = 0.1  # of all statements: below it naming the first among many would mislead


def share_words(n: int, total: int) -> str:
    """ "all", "half", "about a third", "61 %": `n` of `total` (at least 1) in words where a fraction is near."""
    if n == total:
        return "all"
    share = n / total
    nearest, words = min(_FRACTIONS, key=lambda fraction: abs(fraction[0] - share))
    if abs(nearest - share) <= _EXACT:
        return words
    return f"about {words}" if abs(nearest - share) <= _NEAR else f"{share * 100:.0f} %"


def reliance_title(outlets: pd.DataFrame, names: Mapping[str, str], n_positions: int) -> str:
    """On which outlet most rests and what would change without it.

    `outlets` has one row per outlet: outlet, n (statements), n_shifted, n_lost; `names` gives outlets' names by id.
    """
    total = int(outlets["n"].sum())
    known = [row for row in records(outlets) if row["outlet"]]
    if not known:
        return "No statement comes from an article: nothing rests on an outlet"
    first = max(known, key=lambda row: row["n"])
    share, name = sentence(share_words(first["n"], total)), names[first["outlet"]]
    if first["n"] == total:
        left = n_positions - first["n_lost"]
        rest = "no position would be left" if not left else f"{_of(left, n_positions)} would be left"
        return f"All statements rest on one outlet, {name}; without it {rest}"
    most = max(known, key=_n_changed)
    if first["n"] < _LARGE * total:
        head = f"No outlet carries more than {share} of all statements"
        return f"{head}; without {names[most['outlet']]} {_change(most, n_positions)}" if _n_changed(most) else f"{head}, and no position hangs on any one of them"  # fmt: skip
    title = f"{share} of all statements rest on {name}; without it {_change(first, n_positions)}"
    if _n_changed(most) > _n_changed(first):
        title += f", without {names[most['outlet']]} {number_beside(_n_changed(most), n_positions)}"
    return title


def step_words(row: Mapping[str, Any], who: str, issue: str) -> str:
    """One row of `outlets.effect`: "X on “Y”: supports (n=3) → not found"."""
    return f"{who} on {quoted(issue)}: {_state(row, 'before')} → {_state(row, 'after')}"


def _state(row: Mapping[str, Any], when: str) -> str:
    state = row[f"state_{when}"]
    word = BY_STATE[state].word
    if state == "not_found":
        return word
    mean = f", mean {row[f'value_{when}']:+.2f}".replace("-", "−") if row["change"] == "moved" else ""
    return f"{word} (n={row[f'n_{when}']}{mean})"


def _n_changed(row: Mapping[str, Any]) -> int:
    return int(row["n_shifted"]) + int(row["n_lost"])


def _change(row: Mapping[str, Any], n_positions: int) -> str:
    n = _n_changed(row)
    return f"{_of(n, n_positions)} change{'s' if n == 1 else ''}" if n else "no position changes"


def _of(n: int, total: int) -> str:
    """ "seven of 84 positions", "the one position"."""
    return f"{part(n, total)} positions" if n < total else all_of(total, "position")
