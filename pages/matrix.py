"""Stance matrix: where does everyone stand on everything? For the analyst, and for the slide."""

import streamlit as st

from sayso.reports.matrix import matrix as report
from sayso.views import empty, filters, headline, layout, matrix, matrix_cell, pictures, twin, waiting

view = filters.current()
head = st.container()
choice = matrix.controls(view)
answer = report(view.database, view.scope, **choice.options)
if not empty.is_empty(view, len(answer.positions), "matrix"):
    waits = waiting.asked(view)
    part = answer.chart(waiting=waits)
    with head:
        headline.of(answer, *waiting.extent(waits))
    main, side = layout.beside(matrix_cell.has_choice())
    with main:
        above = st.container()
        cell = matrix_cell.boxes(answer)
        with above:
            matrix.chart(answer, part, "matrix-chart", selected=cell)
            matrix.legend(part, cautions=answer.cautions, is_fading=answer.fade_years is not None)
            pictures.actions(view, answer, part, choice.options)
        twin.show(view, part)
    if side is not None and cell is not None:
        with side:
            matrix_cell.show_evidence(answer, cell)
            waiting.show(waits, cell)
