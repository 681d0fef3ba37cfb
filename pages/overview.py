"""Overview: what is known, as of when, and where to look next. For whoever opens Sayso first."""

from sayso.views import filters, overview

view = filters.current()
overview.show(view)
