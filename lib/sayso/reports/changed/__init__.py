"""What changed between two as-of dates: whose position moved, on whose words, and what else came up."""

from sayso.reports.changed.period import USUAL, back
from sayso.reports.changed.report import Changed, changed

__all__ = ["USUAL", "Changed", "back", "changed"]
