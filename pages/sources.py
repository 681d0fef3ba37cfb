"""Sources: on whose reporting does it rest? For whoever must know what falls if an outlet or an article does."""

from sayso.reports.sources import sources as report
from sayso.views import attention, empty, filters, headline, sources

view = filters.current()
answer = report(view.database, view.scope)
if not empty.is_empty(view, answer.reliance.n_statements, "sources"):
    headline.of(answer)
    sources.show_mix(view, answer.mix, answer)
    sources.show_quoted(view, answer.shares, answer)
    sources.show_left_out(view, answer.dependence, answer)
sources.show_withdrawing(view)
attention.give()
