"""Coalitions: which camps form, and over what? For the analyst who must explain who goes with whom."""

from sayso.reports import heading
from sayso.views import attention, coalitions, empty, filters, headline

view = filters.current()
found = coalitions.build(view)
if not empty.is_empty(view, found.n_statements, "coalitions"):
    title = coalitions.finding(view, found)
    headline.show("coalitions", title, heading.subtitle(view, *coalitions.held(found)))
    coalitions.show_camps(view, found)
    coalitions.show_agreement(view, found, title)
    coalitions.show_download(view, found)
    coalitions.show_why(view, found)
    coalitions.show_course(view, found)
    attention.give()
