"""The coverage page: articles by stage, sure finds in bulk, precision by rule."""

from sayso.views.coverage.bulk import in_bulk
from sayso.views.coverage.rules import rules
from sayso.views.coverage.stages import article_answer, articles, head

__all__ = ["article_answer", "articles", "head", "in_bulk", "rules"]
