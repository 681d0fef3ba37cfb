"""The page of sources: what the statements are made of, whom outlets quote, what falls without one, and withdrawing."""

from sayso.views.sources.left_out import show_left_out
from sayso.views.sources.mixed import show_mix
from sayso.views.sources.quoted import show_quoted
from sayso.views.sources.withdrawing import show_withdrawing

__all__ = ["show_left_out", "show_mix", "show_quoted", "show_withdrawing"]
