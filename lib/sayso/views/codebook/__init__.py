"""The codebook page: issues, factions, memberships, actors, scales."""

from sayso.views.codebook.page import show

__all__ = ["show"]
