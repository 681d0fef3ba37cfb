"""REFI-QDA projects (.qdpx): an untrusted archive of XML and texts in, rows of Sayso's tables out."""
