"""Coalitions: which camps form, and over what? For the analyst who must explain who goes with whom."""

from sayso.views import attention, coalitions, empty, filters, headline

view = filters.current()
report = coalitions.ask(view)
if not empty.is_empty(view, report.grouping.n_statements, "coalitions"):
    headline.of(report)
    coalitions.show_camps(report)
    coalitions.show_agreement(report)
    coalitions.show_download(report)
    coalitions.show_why(report)
    coalitions.show_course(report)
    attention.give()
