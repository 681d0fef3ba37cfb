"""Near copies: an edited wire story is found, an article on the same subject is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sayso.store.text_check import canonical

Numbers = npt.NDArray[np.uint64]

SHINGLE = 4  # words
# Of the shorter text's runs of four words, the share that the longer must have. Measured on the 62 articles of
# harbour-debate: edited copies share .88 and more, the closest other pair .04. Between them lie articles that quote
# one long statement; from a half on they are one text, below they are two with the same quotation.
SHARED = 0.5
LEAST_LIKELY = 0.25  # share of the sampled runs; below it a text is not read again to be compared in full
FEWEST = 25  # runs of words; two shorter texts can be alike by chance
SAMPLED = 8  # one run in eight is indexed: of a 150-word text's 18, copies by the rule above share nine
PENDING = 200  # texts that are compared one by one before the index is made anew
_MIX = np.uint64(0x9E3779B97F4A7C15)
_WORD = re.compile(r"\w+")


class Copies:
    """An index of texts in which near copies of another are found; `add` as articles come in.

    With `signatures_only` it keeps an eighth of each text's runs, and `find` must be told how to read a text.
    """

    def __init__(self, texts: Mapping[str, str] | None = None, *, signatures_only: bool = False) -> None:
        self._step = SAMPLED if signatures_only else 1
        self._keys: list[str] = []
        self._known: set[str] = set()
        self._runs: list[Numbers] = []
        self._sampled = np.empty(0, np.uint64)  # sorted, with the place of the text that each stands in
        self._places = np.empty(0, np.int64)
        self._indexed = 0
        for key, text in (texts or {}).items():
            self.add(key, text)

    def add(self, key: str, text: str) -> None:
        """Let `text` be found under `key`."""
        runs = _shingles(text)
        self._keys.append(key)
        self._known.add(key)
        self._runs.append(runs[runs % self._step == 0])

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def find(self, text: str, read: Callable[[str], str] | None = None) -> str | None:
        """The key of the text that `text` is an edited copy of: the likest, then the first; or None.

        `read` gives the text of a key, "" if it is gone.
        """
        own = _shingles(text)
        best, most = None, 0.0
        for place in self._candidates(own):
            share = self._share_of(own, place, read)
            if share >= SHARED and share > most:
                best, most = self._keys[place], share
        return best

    def _share_of(self, own: Numbers, place: int, read: Callable[[str], str] | None) -> float:
        if read is None:
            return _share(own, self._runs[place])
        sampled = own[own % SAMPLED == 0]
        fewer = min(len(sampled), len(self._runs[place]))
        alike = len(np.intersect1d(sampled, self._runs[place], assume_unique=True))
        if alike < LEAST_LIKELY * fewer:
            return 0.0
        return _share(own, _shingles(read(self._keys[place])))

    def _candidates(self, own: Numbers) -> list[int]:
        """Places of the texts that share a sampled run with `own`, and of those not indexed yet, in order."""
        if len(self._runs) - self._indexed > PENDING:
            self._index()
        sampled = own[own % SAMPLED == 0]
        first = np.searchsorted(self._sampled, sampled, "left")
        last = np.searchsorted(self._sampled, sampled, "right")
        found = [self._places[start:end] for start, end in zip(first, last, strict=True)]
        indexed = np.unique(np.concatenate([np.empty(0, np.int64), *found]))
        return [*indexed.tolist(), *range(self._indexed, len(self._runs))]

    def _index(self) -> None:
        sampled = [runs[runs % SAMPLED == 0] for runs in self._runs]
        numbers = np.concatenate(sampled)
        places = np.repeat(np.arange(len(sampled)), [len(runs) for runs in sampled])
        order = np.argsort(numbers, kind="stable")
        self._sampled, self._places = numbers[order], places[order]
        self._indexed = len(self._runs)


def near_copies(text: str, others: Mapping[str, str]) -> str | None:
    """The key of the one of `others` that `text` is an edited copy of, or None.

    For many texts against the same others, `Copies` indexes them once.
    """
    return Copies(others).find(text)


def shared(one: str, other: str) -> float:
    """The share (0 to 1) of the shorter text's runs of four words that the other has too."""
    return _share(_shingles(one), _shingles(other))


def _share(one: Numbers, other: Numbers) -> float:
    shorter = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter if shorter >= FEWEST else 0.0


def _shingles(text: str) -> Numbers:
    """A number for each different run of four words, sorted, whatever their case and punctuation."""
    words = [crc32(word.encode()) for word in _WORD.findall(canonical(text).casefold())]
    runs = len(words) - SHINGLE + 1
    if runs < 1:
        return np.empty(0, np.uint64)
    numbers = np.array(words, np.uint64)
    mixed = np.zeros(runs, np.uint64)
    for place in range(SHINGLE):  # order matters; overflow is meant
        mixed = (mixed ^ numbers[place : place + runs]) * _MIX
    return np.unique(mixed >> np.uint64(24))
