"""About: what do the words and numbers mean? For whoever has to defend a number."""

from sayso.reports import heading
from sayso.views import about, filters, headline

view = filters.current()
headline.show("about", view.database.title, heading.subtitle(view, f"data version {view.database.version}"))
about.show(view)
