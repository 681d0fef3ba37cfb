"""The formats, in the order of their tabs: one more is one more line."""

from sayso.views.importing import dna, qdpx, table
from sayso.views.importing.desk import Format

FORMATS = (
    Format("Table", table.show),
    Format("DNA database", dna.show),
    Format("REFI-QDA project", qdpx.show),
)
