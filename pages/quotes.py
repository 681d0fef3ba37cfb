"""Quotes: who said what, in which words, and where? For whoever must check or cite."""

from sayso.reports.quotes import quotes as report
from sayso.views import empty, filters, headline, quotes

view = filters.current()
hits = report(view.database, view.scope, words=quotes.search())
if hits.words and hits.quotes.empty and not view.lookup.is_empty:
    headline.of(hits)
if not empty.is_empty(view, len(hits.quotes), "quotes"):
    quotes.show(hits)
