"""Briefings: pinned views with the analyst's own words between them."""
