"""Which column holds which field, with the first rows beside."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from sayso.coding.codebook.actors import kinds
from sayso.ingest.coded_table.columns import FIELDS, Field
from sayso.ingest.coded_table.mapping import TableMap
from sayso.ingest.coded_table.table import Table, clean
from sayso.model.wording import counted
from sayso.views import markup

GROUPS = {"needed": "Needed", "article": "The article", "words": "The words", "more": "More"}
SHOWN = 12
ACROSS = 4


def ask(table: Table, start: TableMap, token: str) -> TableMap:
    """The mapping with columns as chosen; `start` is what was guessed or loaded."""
    left, right = st.columns([1.25, 1], gap="large")
    with right:
        markup.show(
            markup.tag(
                "h2", f"{counted(len(table.rows), 'row')} of {markup.text(table.file)}", "sy-h2", dir="auto"
            )
        )
        st.dataframe(
            _first(table),
            hide_index=True,
            width="stretch",
            height=38 + 35 * (min(SHOWN, len(table.rows))),
            key=f"import-rows-{token}",
        )
        if len(table.rows) > SHOWN:
            st.caption(f"The first {SHOWN} rows.")
    chosen: dict[str, str] = {}
    with left:
        markup.show(markup.tag("h2", "What do the columns mean?", "sy-h2"))
        for group, label in GROUPS.items():
            markup.show(markup.tag("p", label, "sy-kicker"))
            fields = [field for field in FIELDS if field.group == group]
            for first in range(0, len(fields), ACROSS):
                for place, field in zip(
                    st.columns(ACROSS, gap="small"), fields[first : first + ACROSS], strict=False
                ):
                    with place:
                        if column := _choose(field, table, start, token):
                            chosen[field.key] = column
        return _elsewhere(replace(start, columns=chosen), token)


def _choose(field: Field, table: Table, start: TableMap, token: str) -> str | None:
    guessed = start.columns.get(field.key)
    return st.selectbox(
        field.label, table.columns, index=table.columns.index(guessed) if guessed in table.columns else None,
        key=f"import-column-{token}-{table.sheet}-{table.header_row}-{field.key}", placeholder="No column", help=field.help or None,
    )  # fmt: skip


def _elsewhere(mapping: TableMap, token: str) -> TableMap:
    """What holds where no column says it."""
    markup.show(markup.tag("p", "Where no column says it", "sy-kicker"))
    first, second, third, _ = st.columns(ACROSS, gap="small")
    options = list(kinds())
    usual = mapping.speaker_kind if mapping.speaker_kind in options else options[0]
    with first:
        kind = st.selectbox(
            "A new speaker is a", options, index=options.index(usual), key=f"import-kind-{token}"
        )
    outlet = second.text_input(
        "Outlet", mapping.outlet, key=f"import-outlet-{token}", placeholder="Unknown", max_chars=120
    )
    language = third.text_input(
        "Language", mapping.language, key=f"import-language-{token}", placeholder="en", max_chars=2
    )
    return replace(mapping, speaker_kind=kind, outlet=" ".join(outlet.split()), language=language.strip())


def _first(table: Table) -> pd.DataFrame:
    rows = [
        {"Row": str(row.number)} | dict(zip(table.columns, map(clean, row.cells), strict=True))
        for row in table.rows[:SHOWN]
    ]
    return pd.DataFrame(rows)
