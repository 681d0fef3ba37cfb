"""Comparison: who agrees with whom, on what, and in which words? For the analyst who must explain a split."""

import streamlit as st

from sayso.reports import heading
from sayso.views import comparison, comparison_within, empty, filters, headline

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    found = comparison.build(view)
if not empty.is_empty(view, len(found.positions), "comparison"):
    title = comparison.finding(view, found)
    with head:
        headline.show("comparison", title, heading.subtitle(view, "sorted by gap"))
    comparison.legend(view, found)
    comparison.chart(view, found, title)
    left, right = st.columns(2, gap="large")
    with left:
        comparison_within.show_agreement(view, found)
    with right:
        comparison_within.show_dissent(view, found)
    comparison.show_words(view, found)
    comparison_within.show_spread(view, found)
    comparison.show_twin(view, found)
