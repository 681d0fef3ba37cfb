"""Word lists and small tables."""
