"""What changed: whose position moved between two dates, and on whose words? For whoever comes back on Monday."""

import streamlit as st

from sayso.reports.changed import changed as report
from sayso.views import attention, empty, filters, headline, pictures, twin
from sayso.views.changed import arrivals, contradictions, members, moves, period, week

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    since, unit = period.controls(view)
with st.spinner("Comparing the two dates …"):
    changed = report(view.database, view.scope, since=since, unit=unit)
if not empty.is_empty(view, changed.n_statements, "changed"):
    everything, weeks = changed.parts
    with head:
        headline.of(changed)
    st.caption(changed.in_short)
    moves.show(changed)
    moves.show_conditions(changed)
    moves.show_first(changed)
    contradictions.show(changed)
    arrivals.show(changed)
    members.show(changed)
    week.show(changed, weeks)
    pictures.actions(view, changed, everything, {"since": changed.since.isoformat(), "unit": unit})
    twin.show(view, everything)
    attention.give()
