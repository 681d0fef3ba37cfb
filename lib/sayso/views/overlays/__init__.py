"""What others counted, laid over the timeline: its controls, strips, source lines and records."""

from sayso.views.overlays.chosen import show_chosen, show_twin
from sayso.views.overlays.laid import Laid, build
from sayso.views.overlays.notes import show_notes

__all__ = ["Laid", "build", "show_chosen", "show_notes", "show_twin"]
