"""What the values of two columns mean: stances on the scale, days and months in order."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from sayso.ingest.coded_table.mapping import TableMap
from sayso.ingest.coded_table.table import Table
from sayso.ingest.coded_table.values import day_order, guess_stances, stance_key, stance_values
from sayso.model.wording import counted
from sayso.views import markup
from sayso.views.importing.stances import SCALE, stance_words

MOST = 24
ACROSS = 5
ORDERS = {"dmy": "Day first: 3 April is 03/04", "mdy": "Month first: 3 April is 04/03"}


def ask(table: Table, mapping: TableMap, start: TableMap, token: str) -> TableMap:
    """The mapping with stances and the order of days as chosen."""
    return _stances(table, _days(table, mapping, start, token), start, token)


def _days(table: Table, mapping: TableMap, start: TableMap, token: str) -> TableMap:
    cells = [cell for key in ("date", "published") for cell in table.cells(mapping.columns.get(key, ""))]
    settled, two_readings = day_order(cells)
    if not two_readings:
        return replace(mapping, day_order=settled or start.day_order)
    usual = start.day_order or settled
    chosen = st.radio(
        f"{counted(two_readings, 'date')} can be read in two ways, such as 03/04/2021. Which is it?", list(ORDERS),
        index=list(ORDERS).index(usual) if usual in ORDERS else None, format_func=ORDERS.__getitem__, horizontal=True,
        key=f"import-order-{token}",
    )  # fmt: skip
    return replace(mapping, day_order=chosen or "")


def _stances(table: Table, mapping: TableMap, start: TableMap, token: str) -> TableMap:
    column = mapping.columns.get("stance")
    if column is None:
        return mapping
    found = stance_values(table.cells(column))
    empty = sum(not stance_key(cell) for cell in table.cells(column))
    markup.show(markup.tag("h2", "What do the stances mean?", "sy-h2"))
    if len(found) > MOST:
        st.caption(
            f"“{markup.plain_markdown(column)}” holds {len(found)} different values: is it the column of stances?"
            f" The {MOST} most frequent:"
        )
    values = list(found)[:MOST]
    usual = guess_stances(found) | dict(start.stances)
    said: dict[str, int] = {key: stance for key, stance in start.stances.items() if key not in values}
    empty_stance = start.empty_stance
    cells = [*values, *([""] if empty else [])]
    for first in range(0, len(cells), ACROSS):
        for place, value in zip(st.columns(ACROSS, gap="small"), cells[first : first + ACROSS], strict=False):
            with place:
                stance = _choose(
                    value,
                    found.get(value, empty),
                    usual.get(value) if value else start.empty_stance,
                    f"{token}-{column}",
                )
            if value and stance is not None:
                said[value] = stance
            elif not value:
                empty_stance = stance
    return replace(mapping, stances=said, empty_stance=empty_stance if empty else start.empty_stance)


def _choose(value: str, count: int, usual: int | None, token: str) -> int | None:
    label = f"{markup.plain_markdown(value[:40])} · {count:,}" if value else f"(empty) · {count:,}"
    return st.selectbox(
        label, SCALE, index=SCALE.index(usual) if usual in SCALE else None, format_func=stance_words,
        key=f"import-stance-{token}-{value}", placeholder="Not on the scale",
    )  # fmt: skip
