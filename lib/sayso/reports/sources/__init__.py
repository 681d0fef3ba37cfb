"""The page of sources: what the statements are made of, whom outlets quote, and what falls without one."""

from sayso.reports.sources.report import Sources, sources

__all__ = ["Sources", "sources"]
