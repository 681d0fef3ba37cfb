"""The page that adds articles: read, confirmed, stored, searched."""

from sayso.views.add.page import show

__all__ = ["show"]
