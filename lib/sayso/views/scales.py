"""The scales: stance with its bands and signs, reliability and credibility."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.model.scales import CREDIBILITY, RELIABILITY, STEPS
from sayso.views import markup


def show() -> None:
    """The one table of states, and the two Admiralty scales."""
    rows = [
        markup.tag("tr", "".join([
            markup.tag("td", markup.tag("b", step.sign), f"sy-state sy-state-{step.state}", style=f"background:{step.fill};color:{step.ink}" if step.state not in ("conflicting", "not_found") else None),
            markup.tag("td", markup.text(step.word)), markup.tag("td", markup.text(step.rule)),
        ]))
        for step in STEPS
    ]  # fmt: skip
    head = markup.tag(
        "tr",
        "".join(
            markup.tag("th", name, scope="col") for name in ("Sign", "Position", "When (m: mean stance)")
        ),
    )
    markup.show(
        markup.tag("table", markup.tag("thead", head) + markup.tag("tbody", "".join(rows)), "sy-bands")
    )
    st.caption(
        "A statement's stance is −2, −1, 0, 1 or 2, in the words of the five bands. “if” beside a sign: conditional."
    )
    left, right = st.columns(2, gap="large")
    left.dataframe(pd.DataFrame(RELIABILITY.items(), columns=["Outlet", "Reliability"]), hide_index=True)
    right.dataframe(pd.DataFrame(CREDIBILITY.items(), columns=["Report", "Credibility"]), hide_index=True)
