"""Words of a stretch of text, and where phrases of a word list stand in them. Inflections meet in a crude stem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_NOT = re.compile(r"^(\w+?)n['’]t$")
_IRREGULAR = {
    form: base
    for base, forms in {
        "leave": "left", "go": "went gone goes", "hold": "held", "build": "built", "sell": "sold", "keep": "kept", "rise": "rose risen",
        "bring": "brought", "draw": "drew drawn", "withdraw": "withdrew withdrawn", "forbid": "forbade forbidden", "seek": "sought",
        "fight": "fought", "dig": "dug", "stand": "stood", "agree": "agreed agreeing", "free": "freed", "give": "gave given", "begin": "began begun",
        "say": "said", "be": "is are was were been am being 's", "have": "has had having", "tear": "tore torn", "freeze": "froze frozen",
        "hide": "hid hidden", "write": "wrote written", "become": "became", "think": "thought", "wo": "will", "ca": "can",
        "deny": "denied denies", "take": "took taken", "get": "got gotten", "see": "saw seen", "make": "made", "pay": "paid",
    }.items()
    for form in forms.split()
}  # fmt: skip
_NOUNS = {
    "publication": "publish", "withdrawal": "withdraw", "removal": "remove", "closure": "close", "recognition": "recognise",
    "privatisation": "privatise", "privatization": "privatise", "abolition": "abolish", "expulsion": "expel", "construction": "construct",
    "ratification": "ratify", "relocation": "relocate", "sale": "sell", "negotiation": "negotiate", "extension": "extend",
    "reduction": "reduce", "cancellation": "cancel", "suspension": "suspend", "restoration": "restore", "expansion": "expand",
    "introduction": "introduce", "prohibition": "prohibit", "departure": "depart", "rejection": "reject", "opposition": "oppose",
    "refusal": "refuse", "approval": "approve", "demolition": "demolish", "executions": "execution",
}  # fmt: skip
_IRREGULAR.update(_NOUNS)
_IRREGULAR.update({"wo": "will", "ca": "can", "will": "will", "can": "can", "shouldn": "should"})
_VOWEL = re.compile(r"[aeiouyáéíóúäöü]")


class Word(NamedTuple):
    """A word: as written in lower case, its stem, its place."""

    lower: str
    stem: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True)
class Hit:
    """A phrase that stands in some words: which words (first and last + 1), and what the list says of it."""

    first: int
    last: int
    tag: str
    sign: int


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What inflections of a word share: `dredging`, `dredged` and `dredge` all give `dredg`."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    word = _NOUNS.get(word.removesuffix("s"), word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    for ending, least in (("ing", 2), ("ed", 3)):
        root = word.removesuffix(ending)
        if root != word and len(root) >= least and _VOWEL.search(root) and not word.endswith("eed"):
            word = root
            break
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeo":
        word = word[:-1]
    return word


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words between two places; `n't` becomes a word of its own."""
    found = []
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        apart = _NOT.match(word) if len(word) > 3 else None
        if apart:
            cut = match.start() + len(apart[1])
            found.append(Word(apart[1], stem(apart[1]), match.start(), cut, False))
            found.append(Word("n't", "n't", cut, match.end(), False))
        elif word.endswith(("'ll", "’ll")):
            found.append(Word(word[:-3], stem(word[:-3]), match.start(), match.end() - 3, False))
            found.append(Word("ll", "ll", match.end() - 3, match.end(), False))
        else:
            found.append(Word(word, stem(word), match.start(), match.end(), match[0][0].isupper()))
    return found


class Phrases:
    """A word list ready to be found."""

    def __init__(self, entries: Iterable[tuple[str, str, int]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
        for phrase, tag, sign in entries:
            stems = tuple(w.stem for w in words_in(phrase, 0, len(phrase))) or (phrase,)
            self._by_first.setdefault(stems[0], []).append((stems, tag, sign))
        for rows in self._by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, words: list[Word], place: int) -> Hit | None:
        """The longest phrase that begins at a word."""
        for stems, tag, sign in self._by_first.get(words[place].stem, ()):
            if all(place + n < len(words) and words[place + n].stem == one for n, one in enumerate(stems)):
                return Hit(place, place + len(stems), tag, sign)
        return None
