"""A table that was coded elsewhere, held against the open dataset and taken in."""

from sayso.coding.table.importing import Imported, import_table, plan
from sayso.coding.table.planning import Plan

__all__ = ["Imported", "Plan", "import_table", "plan"]
