"""The coverage page: articles by stage, sure finds in bulk, precision by rule."""

from sayso.views.coverage.bulk import in_bulk
from sayso.views.coverage.rules import rules
from sayso.views.coverage.stages import articles, ask, head

__all__ = ["articles", "ask", "head", "in_bulk", "rules"]
