"""About: what do the words and numbers mean? For whoever has to defend a number."""

from sayso.reports.about import about as ask
from sayso.views import about, filters, headline

view = filters.current()
report = ask(view.database, view.scope)
headline.of(report)
about.show(report)
