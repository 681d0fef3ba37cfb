"""Changes in words: a title, and a sentence for each position that moved, by rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import counted, number, quoted, sentence, verb_of

_BEFORE = {
    "strongly_opposes": ("strongly opposed", "strongly opposed"),
    "opposes": ("opposed", "opposed"),
    "neutral": ("was neutral on", "were neutral on"),
    "supports": ("supported", "supported"),
    "strongly_supports": ("strongly supported", "strongly supported"),
    "conflicting": ("was on both sides of", "were on both sides of"),
}
_NOW = {
    "strongly_opposes": ("now strongly opposes", "now strongly oppose"),
    "opposes": ("now opposes", "now oppose"),
    "neutral": ("is now neutral on", "are now neutral on"),
    "supports": ("now supports", "now support"),
    "strongly_supports": ("now strongly supports", "now strongly support"),
    "conflicting": ("is now on both sides of", "are now on both sides of"),
}


def before(state: str, who: str) -> str:
    """What `who` did on the earlier date: "opposed", "were neutral on"."""
    return verb_of(who, *_BEFORE[state])


def now(state: str, who: str) -> str:
    """What `who` does on the later date: "now opposes", "are now neutral on"."""
    return verb_of(who, *_NOW[state])


def change_sentence(row: Mapping[str, Any], who: str, issue: str) -> str:
    """One row of `change.shifts` in a sentence, with the names of its unit and issue."""
    about = quoted(issue)
    if row["change"] == "found":
        return f"{who}, not found on it before, {now(row['state_after'], who)} {about}"
    if row["change"] == "lost":
        return f"{who} {before(row['state_before'], who)} {about} and {verb_of(who, 'is', 'are')} no longer found on it"
    if row["change"] == "conditional":
        still = now(row["state_after"], who).replace("now ", "still ", 1)
        return f"{who} {still} {about}, {_condition(row)}"
    return f"{who} {before(row['state_before'], who)} {about} and {now(row['state_after'], who)} it"


def change_title(changes: pd.DataFrame, since: date, names: Mapping[str, str], n_compared: int) -> str:
    """What moved since a day, and the largest step, from `change.shifts`; `names` of units and issues by id.

    `n_compared` positions were found on both days: that none of them moved is a finding too.
    """
    day = day_words(since)
    rows = records(changes)
    moved = [row for row in rows if row["change"] == "shifted"]
    found = sum(row["change"] == "found" for row in rows)
    if moved:
        first = moved[0]
        who, issue = names[first["unit_id"]], quoted(names[first["issue_id"]])
        count = sentence(f"{number(len(moved))} position{'' if len(moved) == 1 else 's'}")
        step = f"{who}, who {before(first['state_before'], who)} {issue}, {now(first['state_after'], who)} it"
        return f"{count} moved since {day}; {step}"
    if not n_compared:
        return f"{sentence(number(found))} position{'' if found == 1 else 's'} found since {day}, and none before to compare with"
    head = f"None of {number(n_compared)} positions moved since {day}"
    if n_compared == 1:
        head = f"The one position known on {day} has not moved"
    return (
        f"{head}; {number(found)} {'was' if found == 1 else 'were'} found for the first time"
        if found
        else head
    )


def week_title(row: Mapping[str, Any], last: date) -> str:
    """One row of `pace.week_against_averages` for all statements, in a sentence."""
    head = f"{counted(row['week'], 'statement') if row['week'] else 'No statement'} in the seven days to {day_words(last)}"
    if not row["weeks_52"]:
        return f"{head}, and no whole week before them to compare with"
    usual = [
        f"{rate_words(row[f'average_{length}'])} on average over the {counted(row[f'weeks_{length}'], 'week')} before"
        for length in ((4, 52) if row["weeks_52"] > row["weeks_4"] else (4,))
    ]
    return f"{head}; {', '.join(usual)}"


def rate_words(mean: float) -> str:
    """ "none", "under 0.1 a week", "2.4 a week": what is little is not nothing."""
    return "none" if not mean else "under 0.1 a week" if mean < 0.05 else f"{mean:.1f} a week"


def _condition(row: Mapping[str, Any]) -> str:
    if not row["condition_after"]:
        return "no longer on a condition"
    return "on another condition than before" if row["condition_before"] else "now on a condition"
