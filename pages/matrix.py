"""Stance matrix: where does everyone stand on everything? For the analyst, and for the slide."""

import streamlit as st

from sayso.analysis.ordering import ORDER_WORDS
from sayso.views import empty, filters, headline, layout, matrix, matrix_cell, matrix_chart, waiting

view = filters.current()
head = st.container()
unit, order, issue, together = matrix.controls(view)
found = matrix.build(view, unit, order, issue, together)
if not empty.is_empty(view, len(found.positions), "matrix"):
    title = matrix.finding(view, found)
    with head:
        headline.show(
            "matrix",
            title,
            headline.subtitle(
                view, f"ordered {ORDER_WORDS[order]}", *matrix.extent(found), *waiting.extent(view)
            ),
        )
    main, side = layout.beside(matrix_cell.has_choice())
    with main:
        above = st.container()
        cell = matrix_cell.boxes(view, found)
        with above:
            matrix_chart.chart(
                view, found, "matrix-chart", selected=cell, alt=title, waiting=waiting.by_cell(view)
            )
            matrix_chart.legend(view, f"ordered {ORDER_WORDS[order]}")
        matrix.show_twin(view, found)
    if side is not None and cell is not None:
        with side:
            matrix_cell.show_evidence(view, found, cell)
            waiting.show(view, cell)
