"""The coverage page: articles by stage, sure finds in bulk, precision by rule."""

from sayso.reports.coverage import coverage
from sayso.reports.view import View
from sayso.views.coverage.bulk import in_bulk
from sayso.views.coverage.rules import rules
from sayso.views.coverage.stages import articles, head

__all__ = ["show"]


def show(view: View) -> None:
    """The page."""
    report = coverage(view.database, view.scope)
    head(report)
    articles(report)
    in_bulk(view.database)
    for part in report.parts[1:]:
        rules(part)
