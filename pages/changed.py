"""What changed: whose position moved between two dates, and on whose words? For whoever comes back on Monday."""

import streamlit as st

from sayso.model.dates import day_words
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.views import attention, empty, filters, headline
from sayso.views.changed import build, contradicted, members, moved, new, period, table, week

view = filters.current()
head, bar = st.container(), st.container(horizontal=True, vertical_alignment="bottom", gap="small")
with bar:
    since, unit = period.controls(view)
found = build.build(view, since, unit)
if not empty.is_empty(view, len(found.statements), "changed"):
    with head:
        compared = (f"against {day_words(since)}", f"{counted(found.n_compared, 'position')} compared")
        headline.show("changed", build.title(view, found), heading.subtitle(view, *compared))
    st.caption(build.in_short(found))
    moved.show(view, found)
    moved.show_conditions(view, found)
    moved.show_found(view, found)
    contradicted.show(view, found)
    new.show(view, found)
    members.show(view, found)
    week.show(view, found)
    table.show_twin(view, found)
    attention.give()
