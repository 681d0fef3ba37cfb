"""Briefings on the screen: pinned, put in order, checked, presented."""
