"""Briefings: what will be shown, in which order, and does it still hold? For whoever walks into a meeting."""

from sayso.views import filters
from sayso.views.briefings import page

page.show(filters.current())
