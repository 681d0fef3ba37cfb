"""Comparison: who agrees with whom, on what, and in which words? For the analyst who must explain a split."""

import streamlit as st

from sayso.views import comparison, comparison_within, empty, filters, headline, pictures, twin

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    report = comparison.ask(view)
if not empty.is_empty(view, len(report.positions), "comparison"):
    with head:
        headline.of(report)
    part = report.chart
    comparison.legend(report)
    comparison.chart(part)
    pictures.actions(view, report, part, {"unit": report.unit, "sides": list(report.sides)})
    left, right = st.columns(2, gap="large")
    with left:
        comparison_within.show_agreement(report)
    with right:
        comparison_within.show_dissent(report)
    comparison.show_words(report)
    comparison_within.show_spread(report)
    twin.show(view, part)
