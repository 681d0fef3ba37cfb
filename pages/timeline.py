"""Timeline: what happened, and who said what, in order? For the analyst who asks what moved whom."""

import streamlit as st

from sayso.reports import heading
from sayso.views import empty, filters, headline, layout, overlays, timeline, timeline_chosen

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    found = timeline.build(view)
    laid = overlays.build(view, found.window)
if not empty.is_empty(view, 0 if found.is_empty else 1, "timeline"):
    title = timeline.finding(view, found)
    with head:
        headline.show("timeline", title, heading.subtitle(view, *laid.subtitle))
    main, side = layout.beside(timeline_chosen.has_choice())
    with main:
        above = st.container()
        event, statement = timeline_chosen.boxes(view, found)
        bar_chosen = overlays.box(laid)
        with above:
            overlays.show_missing(laid)
            timeline.chart(view, found, title, laid.strips)
            timeline.legend(view)
            overlays.show_notes(laid)
        timeline.show_twin(view, found)
        overlays.show_chosen(view, laid, bar_chosen)
        overlays.show_twin(view, laid)
    if side is not None:
        with side:
            if event:
                timeline_chosen.show_event(view, found, event)
            elif statement:
                timeline_chosen.show_statement(view, statement)
