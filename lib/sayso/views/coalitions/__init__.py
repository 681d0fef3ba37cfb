"""The page of coalitions: camps beside factions, who agrees with whom, why, and how far apart over time."""

from sayso.views.coalitions.agreement import show_agreement
from sayso.views.coalitions.camps import show_camps
from sayso.views.coalitions.course import show_course
from sayso.views.coalitions.download import show_download
from sayso.views.coalitions.page import ask
from sayso.views.coalitions.why import show_why

__all__ = ["ask", "show_agreement", "show_camps", "show_course", "show_download", "show_why"]
