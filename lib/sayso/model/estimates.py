"""How likely, and how well founded: the words of ICD 203, which an analyst chooses in two separate fields."""

from __future__ import annotations

LIKELIHOODS: dict[str, tuple[int, int]] = {
    "almost no chance": (1, 5),
    "very unlikely": (5, 20),
    "unlikely": (20, 45),
    "roughly even chance": (45, 55),
    "likely": (55, 80),
    "very likely": (80, 95),
    "almost certain": (95, 99),
}
"""Each word with its range in per cent."""

CONFIDENCES: dict[str, str] = {
    "low": "scant, questionable or very fragmented evidence",
    "moderate": "credible and plausible, but not enough to be surer",
    "high": "well corroborated, from sources of proven quality",
}
"""Each level with what it says of the evidence; never of how likely something is."""


def likelihood_words(word: str) -> str:
    """ "likely (55–80%)"."""
    low, high = LIKELIHOODS[word]
    return f"{word} ({low}–{high}%)"
