"""Which camps form, and over what? Computed camps beside declared factions, agreement, wedges, polarization over time."""

from sayso.reports.coalitions.grouping import compute
from sayso.reports.coalitions.report import Coalitions, coalitions

__all__ = ["Coalitions", "coalitions", "compute"]
