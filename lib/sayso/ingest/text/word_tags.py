"""A word's usual part of speech by itself: a lexicon, endings, capitals. Penn tags."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from sayso.ingest.lexicon.function_words import MODALS
from sayso.ingest.lexicon.people import GIVEN_NAMES

_FIXED = {
    "that": "IN", "to": "TO", "n't": "RB", "not": "RB", "'ll": "MD", "'d": "MD", "'ve": "VBP", "'re": "VBP",
    "'m": "VBP", "cannot": "MD", "ca": "MD", "wo": "MD", "according": "VBG", "her": "PRP$", "his": "PRP$", "who": "WP",
    "which": "WDT", "there": "EX", "like": "IN", "us": "PRP", "may": "MD", "said": "VBD", "told": "VBD", "spoke": "VBD",
    "has": "VBZ", "have": "VBP", "had": "VBD", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD",
}  # fmt: skip
_ENDINGS = (
    ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ness", "NN"), ("tion", "NN"), ("ment", "NN"), ("able", "JJ"),
    ("ible", "JJ"), ("ful", "JJ"), ("ous", "JJ"), ("ive", "JJ"), ("ical", "JJ"), ("less", "JJ"), ("ish", "JJ"),
    ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, str]:
    """Word → its most frequent tag: the lexicon that comes in TextBlob's wheel, read without importing TextBlob."""
    found = find_spec("textblob")
    if found is None or not found.submodule_search_locations:
        return {}
    path = Path(found.submodule_search_locations[0]) / "en" / "en-lexicon.txt"
    known: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, rest = line.partition(" ")
        if rest and not line.startswith(";;;"):
            known[word] = rest.split()[0]
    return known


@lru_cache(maxsize=20_000)
def is_verb(base: str) -> bool:
    """Whether a word has verb forms in the lexicon."""
    known = _lexicon()
    stems = (base, base[:-1]) if base.endswith("e") else (base, base + base[-1:])
    forms = [stem + ending for stem in stems for ending in ("ed", "ing")]
    if base.endswith("y"):
        forms.append(base[:-1] + "ied")
    return known.get(base, "").startswith("VB") or any(known.get(form, "").startswith("VB") for form in forms)


@lru_cache(maxsize=20_000)
def is_third_person(word: str) -> bool:
    """Whether a word can be a verb with "he": votes, goes, carries."""
    if not word.endswith("s") or word.endswith("ss"):
        return False
    return (
        is_verb(word[:-1])
        or (word.endswith("es") and is_verb(word[:-2]))
        or (word.endswith("ies") and is_verb(word[:-3] + "y"))
    )


@lru_cache(maxsize=50_000)
def usual_tag(text: str, first: bool) -> str:
    """The tag of a word by itself; `first` in its sentence, where a capital says little."""
    lower = text.lower().replace("’", "'")
    if lower in _FIXED and (first or text[0].islower() or (lower == "us" and text == "us")):
        return _FIXED[lower]
    if lower in MODALS:
        return "MD"
    known = _lexicon()
    if text[0].isupper():
        if first and lower in GIVEN_NAMES:
            return "NNP"
        if first and lower in known and not known[lower].startswith("NNP"):
            return known[lower]
        tag = known.get(text, "")
        if tag and (first or tag.startswith("NNP") or tag in ("JJ", "NNS", "NN")):
            return "NNP" if tag == "NN" and not first else tag
        return "NNP"
    if lower in known:
        return known[lower]
    if re.match(r"[$€£]?\d", lower) and not lower.endswith("-old"):
        return "JJ" if re.search(r"-[a-z]", lower) else "CD"
    if lower.endswith("-year-old"):
        return "NN"
    if "-" in lower:
        return usual_tag(lower.rsplit("-", 1)[1] or "x", False) if not lower.endswith("ed") else "JJ"
    return next(
        (tag for ending, tag in _ENDINGS if lower.endswith(ending) and len(lower) > len(ending) + 1), "NN"
    )
