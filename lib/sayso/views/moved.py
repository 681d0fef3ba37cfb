"""Cells of the matrix before and after something was changed."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from sayso.model.scales import BANDS
from sayso.reports.cell_changes import Side, cells
from sayso.reports.lookup import Lookup
from sayso.views import markup


def show(frame: pd.DataFrame, lookup: Lookup, names: Mapping[str, str] | None = None) -> None:
    """A table of `coding.moved.moved`; `names` adds units that are not in the dataset yet."""
    if frame.empty:
        return
    rows, more = cells(frame, lookup, names)
    head = "".join(
        markup.tag("th", name, scope="col") for name in ("Who", "On which issue", "Before", "After")
    )
    lines = [
        markup.tag(
            "tr",
            markup.tag("td", markup.text(row.who), dir="auto")
            + markup.tag("td", markup.text(row.issue), dir="auto")
            + markup.tag("td", _cell(row.before))
            + markup.tag("td", _cell(row.after)),
        )
        for row in rows
    ]
    body = markup.tag("thead", markup.tag("tr", head)) + markup.tag("tbody", "".join(lines))
    rest = markup.tag("p", more, "sy-fine") if more else ""
    markup.show(markup.tag("table", body, "sy-moved"), rest)


def _cell(side: Side) -> str:
    step = side.step
    chip = markup.tag(
        "span", f"{step.sign} {step.word}", f"sy-chip sy-state-{step.state}",
        style=f"background:{step.fill};color:{step.ink}" if step in BANDS else None,
    )  # fmt: skip
    return chip + " " + markup.tag("span", markup.text(side.facts), "sy-facts")
