"""Sources: on whose reporting does it rest? For whoever must know what falls if an outlet or an article does."""

from sayso.reports import heading
from sayso.views import attention, empty, filters, headline, sources

view = filters.current()
found = sources.build(view)
if not empty.is_empty(view, found.n_statements, "sources"):
    headline.show("sources", sources.finding(view, found), heading.subtitle(view))
    sources.show_mix(view, found)
    sources.show_quoted(view, found)
    sources.show_left_out(view, found)
sources.show_withdrawing(view)
attention.give()
