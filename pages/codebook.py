"""Codebook: what do the issues, factions and actors mean? For whoever codes, and whoever must trust the coding."""

from sayso.views import codebook, filters

codebook.show(filters.current())
