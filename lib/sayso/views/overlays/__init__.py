"""What others counted, laid over the timeline: its controls, strips, source lines and records."""

from sayso.views.overlays.chosen import box, show_chosen, show_twin
from sayso.views.overlays.laid import Laid, build
from sayso.views.overlays.notes import show_missing, show_notes

__all__ = ["Laid", "box", "build", "show_chosen", "show_missing", "show_notes", "show_twin"]
