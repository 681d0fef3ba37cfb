"""Sentences of an article that speak to a machine: they are not shown to the model, and nothing is taken from them.

This catches the plain cases. What it misses meets the same checks as everything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.ingest.records import Sentence

_WHAT = r"(?:instructions?|rules?|prompts?|guidelines|directions|everything|text|article|messages?|content|codebook)"
_TO_A_MACHINE = re.compile(
    rf"\b(?:ignore|disregard|forget|override)\b[^.!?]{{0,30}}\b(?:above|previous|prior|earlier|preceding|foregoing)\b"
    rf"(?:\s+{_WHAT}\b|\s*[,.;:!?\n]|\s+and\b|\s*$)"
    rf"|\b(?:ignore|disregard|forget|override)\s+(?:all|any|your|these|the|every)\s+(?:\w+\s+)?(?:instructions?|prompts?|guidelines)\b"
    r"|\bsystem prompt\b|\byou are (?:now )?(?:an? |the )?(?:helpful |large )?(?:AI|assistant|language model|chatbot|LLM)\b"
    r"|\b(?:instructions?|note|message) (?:to|for) (?:the |any |all )?(?:AI|language models?|LLMs?|assistants?|chatbots?|machines? reading)\b"
    r"|\b(?:respond|answer|reply|output) only (?:with|in)\b"
    r"|(?:^\W*|[:;]\s*|\b(?:and|then|please|now|instead) )report that [^.!?]{1,80}\b(?:supports?|opposes?)\b"
    r"|\"(?:role|issue|stance|quotes)\"\s*:",
    re.IGNORECASE,
)


def speaks_to_a_machine(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Numbers of the sentences that try to instruct whoever reads them."""
    return frozenset(
        number
        for number, sentence in enumerate(sentences)
        if _TO_A_MACHINE.search(text[slice(*sentence.span)])
    )
