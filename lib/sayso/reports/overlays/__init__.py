"""What others counted, laid over the timeline: bars, strips for its chart, sources in words, the records of a bar."""

from sayso.queries.overlays import Narrowed
from sayso.reports.overlays.layers import Count, Layers, choices, every_overlay, layers
from sayso.reports.overlays.listing import Event, Listing, Quotation, labels, listing
from sayso.reports.overlays.part import part
from sayso.reports.overlays.strips import strips
from sayso.reports.overlays.words import Absence, Note, absences, notes, subtitle

__all__ = [
    "Absence", "Count", "Event", "Layers", "Listing", "Narrowed", "Note", "Quotation", "absences", "choices",
    "every_overlay", "labels", "layers", "listing", "notes", "part", "strips", "subtitle",
]  # fmt: skip
