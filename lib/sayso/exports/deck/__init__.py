"""Briefings as PowerPoint: every number editable, every claim with its numbered source."""

from sayso.exports.deck.deck import deck, slide
from sayso.exports.deck.template import Template, missing

__all__ = ["Template", "deck", "missing", "slide"]
