"""Articles become coded rows: added, searched, reviewed; every decision saved at once and undoable."""
