"""The formats, in the order of their tabs: one more is one more line."""

from sayso.views.importing import dna, qdpx
from sayso.views.importing.desk import Format

FORMATS = (Format("DNA database", dna.show), Format("REFI-QDA project", qdpx.show))
