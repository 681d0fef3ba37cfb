"""Databases of Discourse Network Analyzer (DNA 3): an untrusted SQLite file in, rows of Sayso's tables out."""
