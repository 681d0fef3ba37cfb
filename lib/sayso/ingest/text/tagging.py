"""Parts of speech: a lexicon, endings, and a few rules on neighbours. Penn tags."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from sayso.ingest.lexicon.cues import AMBIGUOUS_NOUNS, CUES
from sayso.ingest.lexicon.function_words import ADVERBS, AUXILIARIES, BE, HAVE, MODALS, PRONOUNS
from sayso.ingest.lexicon.people import GIVEN_NAMES
from sayso.ingest.text.tokens import Token

_FIXED = {
    "that": "IN", "to": "TO", "n't": "RB", "not": "RB", "'ll": "MD", "'d": "MD", "'ve": "VBP", "'re": "VBP",
    "'m": "VBP", "cannot": "MD", "ca": "MD", "wo": "MD", "according": "VBG", "her": "PRP$", "his": "PRP$", "who": "WP",
    "which": "WDT", "there": "EX", "like": "IN", "us": "PRP", "may": "MD", "said": "VBD", "told": "VBD",
    "has": "VBZ", "have": "VBP", "had": "VBD", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD",
}  # fmt: skip
_ENDINGS = (
    ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ness", "NN"), ("tion", "NN"), ("ment", "NN"), ("able", "JJ"),
    ("ible", "JJ"), ("ful", "JJ"), ("ous", "JJ"), ("ive", "JJ"), ("ical", "JJ"), ("less", "JJ"), ("ish", "JJ"),
    ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
)  # fmt: skip
_NOUN_BEFORE = frozenset(("DT", "PRP$", "POS", "JJ", "JJS", "JJR", "CD"))
_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "Q"))


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
def _verb_third(word: str) -> bool:
    if not word.endswith("s") or word.endswith("ss"):
        return False
    return (
        is_verb(word[:-1])
        or (word.endswith("es") and is_verb(word[:-2]))
        or (word.endswith("ies") and is_verb(word[:-3] + "y"))
    )


@lru_cache(maxsize=50_000)
def _alone(text: str, first: bool) -> str:
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
    if re.match(r"[$€£]?\d", lower):
        return "JJ" if re.search(r"-[a-z]", lower) else "CD"
    if "-" in lower:
        return _alone(lower.rsplit("-", 1)[1] or "x", False) if not lower.endswith("ed") else "JJ"
    return next(
        (tag for ending, tag in _ENDINGS if lower.endswith(ending) and len(lower) > len(ending) + 1), "NN"
    )


def tag(tokens: list[Token]) -> None:
    """Set the tags of a sentence, in place."""
    first = True
    for token in tokens:
        if token.word:
            token.tag = _alone(token.text, first)
            first = False
        elif token.kind == "p":
            token.tag = token.text
            first = first or token.text in ":—–"
        else:
            first = token.last in ".!?…"
    for number in range(len(tokens)):
        if tokens[number].word:
            _adjust(tokens, number)


def _adjust(tokens: list[Token], i: int) -> None:
    token = tokens[i]
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.lower == "'s":
        noun = (
            after is not None
            and (after.word or after.quote)
            and not after.tag.startswith(("VBN", "VBG", "RB", "DT", "IN", "PRP"))
        )
        pronoun = before is not None and before.lower in (
            "he",
            "she",
            "it",
            "that",
            "there",
            "what",
            "who",
            "here",
        )
        token.tag = "POS" if noun and not pronoun else "VBZ"
        return
    if token.lower == "that" and before is not None and after is not None:
        if (
            before.nominal
            and before.tag != "PRP"
            and (after.finite or after.tag in ("VBZ", "VBD", "VBP", "MD"))
        ):
            token.tag = "WDT"
        elif after.tag in ("NN",) and before.lower not in CUES:
            token.tag = "DT"
        return
    if token.tag.startswith("NNP") or token.tag in ("MD", "IN", "TO", "DT", "PRP", "PRP$", "CC"):
        return
    if (
        token.tag in ("VBN", "VBD")
        and before is not None
        and before.lower in ("more", "most")
        and after is not None
        and after.tag == "NNS"
    ):
        token.tag = "JJ"
        return
    helper = _helper(tokens, i)
    if (
        helper in ("to", "modal", "do")
        and (token.tag.startswith("NN") or token.tag in ("VBP", "VBD", "VBN", "JJ", "VBZ"))
        and is_verb(token.lower)
        and not (helper == "to" and token.tag == "JJ")
    ):
        token.tag = "VB"
        return
    if token.lower.endswith(("ed", "en", "n")) or token.tag in ("VBN", "VBD"):
        _participle(token, before, after, helper)
    if token.lower in CUES:
        _cue(token, before, after)
    elif (
        before is not None
        and token.tag in ("VB", "VBP")
        and before.tag in _NOUN_BEFORE
        and before.lower not in PRONOUNS
    ):
        token.tag = "NN"
    elif token.tag == "VB" and before is not None and (before.tag in ("NNS", "PRP", "NNPS", "WP")):
        token.tag = "VBP"
    elif (
        token.tag == "NNS"
        and before is not None
        and after is not None
        and _third_person(token, before, after)
    ):
        token.tag = "VBZ"


def _third_person(token: Token, before: Token, after: Token) -> bool:
    subject = before.tag in ("PRP", "WP", "WDT", "NNP") and before.lower != "her"
    return subject and after.lower in _OBJECT_STARTS and _verb_third(token.lower)


_OBJECT_STARTS = frozenset(
    "the a an to that his her their its this on for in with about out up it him them us not more how why what".split()
)


def _helper(tokens: list[Token], i: int) -> str:
    """The auxiliary that governs a verb: to, modal, do, have, be or none."""
    at = i - 1
    while at >= 0 and tokens[at].word and (tokens[at].tag == "RB" or tokens[at].lower in ADVERBS):
        at -= 1
    if at < 0 or not tokens[at].word:
        return "none"
    lower = tokens[at].lower
    if lower == "to":
        return "to"
    if lower in MODALS and tokens[at].tag == "MD":
        return "modal"
    if lower in ("do", "does", "did"):
        return "do"
    if lower in HAVE:
        return "have"
    return "be" if lower in BE and tokens[at].tag != "POS" else "none"


_ONLY_PARTICIPLES = frozenset("known seen written spoken taken given been done shown born driven".split())


def _participle(token: Token, before: Token | None, after: Token | None, helper: str) -> None:
    if token.tag not in ("VBN", "VBD", "JJ", "NN") or token.lower in AUXILIARIES:
        return
    if token.tag in ("JJ", "NN") and not (
        token.lower.endswith("ed") and is_verb(token.lower[:-2]) and token.lower in CUES
    ):
        return
    possessed = (
        before is not None and before.tag in ("DT", "PRP$", "POS") and after is not None and after.nominal
    )
    agent = after is not None and after.lower == "by" and before is not None and before.tag != "PRP"
    if helper in ("have", "be") or possessed or agent or token.lower in _ONLY_PARTICIPLES:
        token.tag = "VBN"
    elif before is not None and (
        before.tag in _SUBJECT_TAGS
        or before.lower in ADVERBS
        or before.tag == "RB"
        or before.lower in ("and", "but", ",", ")", "—", "–")
    ):
        follows = (
            after is not None and after.lower in ("of", "with", "from", "at", "as") and token.tag == "VBN"
        )
        token.tag = "VBN" if follows and before.tag in ("NN", "NNS") else "VBD"


_QUANTIFIERS = frozenset("those these some many few several all both most other such".split())


def _cue(token: Token, before: Token | None, after: Token | None) -> None:
    base = CUES[token.lower][0]
    if before is not None and token.tag.startswith("VB"):
        if token.lower in AMBIGUOUS_NOUNS and token.lower.endswith("s") and before.lower in _QUANTIFIERS:
            token.tag = "NNS"
            return
        if token.lower in ("alleged", "proposed") and before.tag in ("IN", "DT", "JJ", "PRP$"):
            token.tag = "JJ"
            return
    noun_before = before is not None and (
        (before.tag in _NOUN_BEFORE and before.lower not in PRONOUNS)
        or before.lower
        in ("of", "for", "in", "with", "any", "no", "their", "his", "from", "by", "on", "without")
    )
    if (
        (
            token.lower.endswith("s")
            and after is not None
            and after.lower in CUES
            and after.lower != CUES[after.lower][0]
        )
        and not after.lower.endswith("ing")
        and not (before is not None and before.tag in ("PRP", "WP"))
    ):
        token.tag = "NNS"
        return
    if token.tag.startswith("NN") or token.tag in ("JJ", "RB", "IN"):
        if noun_before or before is None or not token.text[0].islower():
            return
        subject = (
            before.tag in _SUBJECT_TAGS
            or before.lower in PRONOUNS
            or before.lower in ADVERBS
            or before.lower in ",)"
        )
        if token.lower != base and subject:
            token.tag = (
                "VBG" if token.lower.endswith("ing") else "VBD" if token.lower.endswith("d") else "VBZ"
            )
        elif token.lower == base and (
            before.tag in ("PRP", "NNS", "MD") or before.lower in ("they", "we", "i", "you", "who")
        ):
            token.tag = "VBP"
    elif token.tag.startswith("VB") and noun_before and token.lower in AMBIGUOUS_NOUNS:
        token.tag = "NN"
    elif token.tag == "VB" and before is not None and before.tag in ("PRP", "NNS", "WP", "NNPS"):
        token.tag = "VBP"
