"""Who agrees with whom, on what, and in which words? Two or more sides, issue by issue."""

from sayso.reports.comparison.report import Comparison, comparison
from sayso.reports.comparison.sides import UNIT_WORDS, usual_unit

__all__ = ["UNIT_WORDS", "Comparison", "comparison", "usual_unit"]
