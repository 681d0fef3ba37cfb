"""How often each rule was right, from what coders decided."""

from __future__ import annotations

import streamlit as st

from sayso.reports.coverage import RULES
from sayso.reports.report import Part
from sayso.views import markup


def rules(part: Part) -> None:
    """One row per rule: what was decided, and the precision that follows."""
    frame = part.frame
    markup.show(markup.tag("h2", markup.text(part.title), "sy-h2"))
    st.caption(part.method)
    st.dataframe(
        frame[list(RULES)],
        hide_index=True,
        width="stretch",
        height=min(460, 38 + 35 * len(frame)),
        key="coverage-rules",
        column_config={
            **RULES,
            "confidence": st.column_config.NumberColumn(RULES["confidence"], format="%.2f", help="The rule's own mean confidence."),
            "precision": st.column_config.ProgressColumn(RULES["precision"], format="%.2f", min_value=0, max_value=1),
            "low": st.column_config.NumberColumn(RULES["low"], format="%.2f"),
            "high": st.column_config.NumberColumn(RULES["high"], format="%.2f"),
        },
    )  # fmt: skip
