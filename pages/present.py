"""Presenting: a briefing, one view a screen. For the audience, and for whoever opens its link."""

from sayso.views import filters
from sayso.views.briefings import presenting

presenting.show(filters.current())
