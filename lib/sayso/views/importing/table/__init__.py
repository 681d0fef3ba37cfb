"""The tab for tables: upload, say what the columns and values mean, look, import."""

from sayso.views.importing.table.page import show

__all__ = ["show"]
