"""Quotes: who said what, in which words, and where? For whoever must check or cite."""

from sayso.reports import heading
from sayso.views import empty, filters, headline, quotes

view = filters.current()
text, found = quotes.search(view)
if text and found.frame.empty and not view.lookup.is_empty:
    headline.show("quotes", quotes.finding(text, found.frame), heading.subtitle(view))
if not empty.is_empty(view, len(found.frame), "quotes"):
    quotes.show(view, text, found)
