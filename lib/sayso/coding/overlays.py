"""Overlays added, taken off, put back and deleted: what lies over a timeline is for coders to say."""

from sayso.store.overlays import add_overlay, delete_overlay, set_removed

__all__ = ["add_overlay", "delete_overlay", "set_removed"]
