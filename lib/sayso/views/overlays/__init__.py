"""What others counted, laid over the timeline: its controls, source lines and records."""

from sayso.views.overlays.chosen import box, show_chosen, show_twin
from sayso.views.overlays.controls import build
from sayso.views.overlays.notes import show_missing, show_notes

__all__ = ["box", "build", "show_chosen", "show_missing", "show_notes", "show_twin"]
