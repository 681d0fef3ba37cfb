"""Mentions, and the actors that they name."""
