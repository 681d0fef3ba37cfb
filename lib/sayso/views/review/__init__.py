"""The review page: finds are accepted, corrected, coded, and every decision is saved at once."""

from sayso.views.review.page import show

__all__ = ["show"]
