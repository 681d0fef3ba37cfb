"""Cells of the matrix before and after something was changed."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted
from sayso.reports.lookup import Lookup
from sayso.views import markup

MOST = 60


def sentence(frame: pd.DataFrame) -> str:
    """ "5 cells of the matrix change: 3 of actors, 2 of factions"."""
    if frame.empty:
        return "No cell of the matrix changes."
    actors = int((frame["unit"] == "actor").sum())
    verb = "changes" if len(frame) == 1 else "change"
    return (
        f"{counted(len(frame), 'cell')} of the matrix {verb}:"
        f" {actors} of actors, {len(frame) - actors} of factions."
    )


def show(frame: pd.DataFrame, lookup: Lookup, names: dict[str, str] | None = None) -> None:
    """A table of `coding.moved.moved`; `names` adds units that are not in the dataset yet."""
    if frame.empty:
        return
    units = {**lookup.actors, **(names or {})}
    head = "".join(
        markup.tag("th", name, scope="col") for name in ("Who", "On which issue", "Before", "After")
    )
    rows = [
        markup.tag(
            "tr",
            markup.tag("td", markup.text((lookup.factions if row["unit"] == "faction" else units).get(row["unit_id"], row["unit_id"])), dir="auto")
            + markup.tag("td", markup.text(lookup.issues.get(row["issue_id"], row["issue_id"])), dir="auto")
            + markup.tag("td", _cell(row, "before"))
            + markup.tag("td", _cell(row, "after")),
        )
        for row in records(frame.head(MOST))
    ]  # fmt: skip
    more = markup.tag("p", f"and {len(frame) - MOST} more", "sy-fine") if len(frame) > MOST else ""
    body = markup.tag("thead", markup.tag("tr", head)) + markup.tag("tbody", "".join(rows))
    markup.show(markup.tag("table", body, "sy-moved"), more)


def _cell(row: dict[str, Any], when: str) -> str:
    step = BY_STATE[row[f"state_{when}"]]
    coloured = step.state not in ("conflicting", "not_found")
    chip = markup.tag(
        "span", f"{step.sign} {step.word}", f"sy-chip sy-state-{step.state}",
        style=f"background:{step.fill};color:{step.ink}" if coloured else None,
    )  # fmt: skip
    value = row[f"value_{when}"]
    facts = "" if value is None else f"n {row[f'n_{when}']} · mean {value:+.2f}".replace("-", "−")
    return chip + " " + markup.tag("span", markup.text(facts), "sy-facts")
