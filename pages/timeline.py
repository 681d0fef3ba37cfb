"""Timeline: what happened, and who said what, in order? For the analyst who asks what moved whom."""

import streamlit as st

from sayso.reports.overlays import strips, subtitle
from sayso.views import empty, filters, headline, layout, overlays, pictures, timeline, timeline_chosen, twin
from sayso.views.state import OVERLAY_BAR

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    report = timeline.build(view)
    layers = overlays.build(view, report.start, report.end)
if not empty.is_empty(view, 0 if report.is_empty else 1, "timeline"):
    with head:
        headline.of(report, *subtitle(layers))
    main, side = layout.beside(timeline_chosen.has_choice())
    with main:
        above = st.container()
        event, statement = timeline_chosen.boxes(report)
        bar_chosen = overlays.box(layers)
        part = report.chart(strips=strips(layers), selected_bar=st.session_state.get(OVERLAY_BAR))
        with above:
            overlays.show_missing(layers)
            timeline.chart(part)
            timeline.legend(part)
            pictures.actions(view, report, part, timeline.options(report))
            overlays.show_notes(layers)
        twin.show(view, part)
        overlays.show_chosen(view, layers, bar_chosen)
        overlays.show_twin(view, layers)
    if side is not None:
        with side:
            if event:
                timeline_chosen.show_event(report, event)
            elif statement:
                timeline_chosen.show_statement(report, statement)
