"""Sayso: who said what, and where they stand, with the evidence one click away."""

__version__ = "0.1.0"
