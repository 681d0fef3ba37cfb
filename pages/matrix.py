"""Stance matrix: where does everyone stand on everything? For the analyst, and for the slide."""

import streamlit as st

from sayso.analysis.ordering import ORDER_WORDS
from sayso.views import empty, filters, headline, layout, matrix

view = filters.current()
head = st.container()
unit, order, issue, together = matrix.controls(view)
found = matrix.build(view, unit, order, issue, together)
if not empty.is_empty(view, len(found.positions), "matrix"):
    title = matrix.finding(view, found)
    with head:
        headline.show(
            "matrix", title, headline.subtitle(view, f"ordered {ORDER_WORDS[order]}", *matrix.extent(found))
        )
    main, side = layout.beside(matrix.has_choice())
    with main:
        above = st.container()
        cell = matrix.cell_boxes(view, found)
        with above:
            matrix.chart(view, found, "matrix-chart", selected=cell, alt=title)
            matrix.legend()
        matrix.show_twin(view, found)
    if side is not None and cell is not None:
        with side:
            matrix.cell_evidence(view, found, cell)
