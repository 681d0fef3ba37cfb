"""How often each rule was right, from what coders decided."""

from __future__ import annotations

import streamlit as st

from sayso.analysis.precision import LEVEL, PRIOR_WEIGHT, estimated
from sayso.queries.coding import rule_decisions
from sayso.reports.memo import ask
from sayso.store.hub import Database
from sayso.views import markup


def rules(database: Database) -> None:
    """One row per rule: what was decided, and the precision that follows."""
    answer = ask(rule_decisions, database)
    if answer.frame.empty:
        return
    frame = estimated(answer.frame)
    markup.show(markup.tag("h2", "How good are the finds?", "sy-h2"))
    st.caption(
        f"Precision as estimated from your decisions: (right + {PRIOR_WEIGHT:g} × stated confidence) / (decided +"
        f" {PRIOR_WEIGHT:g}); a find that had to be edited counts half. The range holds {LEVEL:.0%} of what is likely."
    )
    st.dataframe(
        frame[
            ["coder", "kind", "rule", "n_decided", "n_accepted", "n_edited", "n_rejected", "n_waiting",
             "confidence", "precision", "low", "high"]
        ],
        hide_index=True,
        width="stretch",
        height=min(460, 38 + 35 * len(frame)),
        key="coverage-rules",
        column_config={
            "coder": "Extractor", "kind": "Kind", "rule": "Rule", "n_decided": "Decided",
            "n_accepted": "Accepted", "n_edited": "Edited", "n_rejected": "Rejected", "n_waiting": "Waiting",
            "confidence": st.column_config.NumberColumn("Stated", format="%.2f", help="The rule's own mean confidence."),
            "precision": st.column_config.ProgressColumn("Precision", format="%.2f", min_value=0, max_value=1),
            "low": st.column_config.NumberColumn("from", format="%.2f"),
            "high": st.column_config.NumberColumn("to", format="%.2f"),
        },
    )  # fmt: skip
