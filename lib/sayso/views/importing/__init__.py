"""The page that takes in what was coded elsewhere: a file for each format."""

from sayso.views.importing.page import show

__all__ = ["show"]
