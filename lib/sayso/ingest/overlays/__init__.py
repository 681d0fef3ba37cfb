"""Files with events or quotations that others counted, read for the timeline. Nothing is stored here."""

from sayso.ingest.overlays.files import LARGEST_FILE, MOST_ROWS, read

__all__ = ["LARGEST_FILE", "MOST_ROWS", "read"]
