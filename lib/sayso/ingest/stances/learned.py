"""What earlier decisions teach: a small classifier over (quote, issue) pairs, from the statements a person accepted.

One classifier for all issues of a dataset: thirty statements on an issue are too few for one of its own (measured
on harbour-debate: text alone, one model per issue, reaches .85 precision at .05 recall).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.ingest.records import Accepted, Issue
from sayso.ingest.stances.pairs import Flags, Floats, Known, rows, told

RULE = "learned@2"
LEAST = 60  # signed statements in the dataset
LEAST_OF_ISSUE, LEAST_OF_SIDE = 8, 2
PRECISE = 0.85
_FOLDS = 10
_LEAST_CHANCE = 0.5  # less likely than not is never proposed, however well the others went
_FEWEST = 10  # proposals that a threshold's precision must rest on


@dataclass(frozen=True)
class Learned:
    """A trained classifier; `threshold` is the probability from which it speaks."""

    codebook: tuple[Issue, ...]
    ready: Flags  # issues with enough statements on both sides
    threshold: float
    _words: Any
    _letters: Any
    _model: Any
    _seen: tuple[Any, Any]
    _known: Known

    def probabilities(self, quotes: Sequence[Accepted]) -> Floats:
        """Quotes × issues × (supports, opposes) for each quote; what it may be coded as is not looked at."""
        if not quotes:
            return np.zeros((0, len(self.codebook), 2))
        texts = [one.text for one in quotes]
        like = (self._words.transform(texts) @ self._seen[0].T).toarray()
        letters = (self._letters.transform(texts) @ self._seen[1].T).toarray()
        found = rows(told(quotes, self.codebook), self._known, like, letters, np.ones(like.shape, dtype=bool))
        return _predict(self._model, found)


def learn(accepted: Sequence[Accepted], codebook: Sequence[Issue]) -> Learned | None:
    """Train, in about a second for 400 statements; None while there are too few. The same input gives the same model."""
    issues = tuple(codebook)
    place = {issue.issue_id: j for j, issue in enumerate(issues)}
    quotes = list({(one.article_id, one.actor_id, one.text): one for one in accepted}.values())
    place_of = {(one.article_id, one.actor_id, one.text): n for n, one in enumerate(quotes)}
    known = Known(np.zeros((len(quotes), len(issues), 2)), np.zeros((len(quotes), len(issues)), dtype=bool))
    for one in accepted:
        n = place_of[one.article_id, one.actor_id, one.text]
        if one.issue_id in place:
            known.coded[n, place[one.issue_id]] = True
            if one.stance:
                known.sides[n, place[one.issue_id], int(one.stance < 0)] = 1
    counts = known.sides.sum(0)
    enough = (counts.sum(1) >= LEAST_OF_ISSUE) & (counts.min(1) >= LEAST_OF_SIDE)
    if counts.sum() < LEAST or not enough.any():
        return None
    return _train(quotes, known, issues, enough)


def _train(quotes: list[Accepted], known: Known, issues: tuple[Issue, ...], enough: Flags) -> Learned:
    from sklearn.feature_extraction.text import TfidfVectorizer  # half a second that only this needs

    texts = [one.text for one in quotes]
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    seen = words.fit_transform(texts), letters.fit_transform(texts)
    articles = [one.article_id or one.text for one in quotes]
    groups = np.unique(articles, return_inverse=True)[1]
    read = told(quotes, issues)
    found = rows(
        read, known, (seen[0] @ seen[0].T).toarray(),
        (seen[1] @ seen[1].T).toarray(), (groups % _FOLDS)[:, None] != (groups % _FOLDS)[None, :],
    )  # fmt: skip
    threshold = _threshold(found, known.sides, groups, enough & (read.cue == 0))
    return Learned(issues, enough, threshold, words, letters, _fit(found, known.sides), seen, known)


def _fit(found: Floats, sides: Floats) -> Any:
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, solver="newton-cholesky"))
    return model.fit(found.reshape(-1, found.shape[-1]), sides.reshape(-1))


def _predict(model: Any, found: Floats) -> Floats:
    chance: Floats = model.predict_proba(found.reshape(-1, found.shape[-1]))[:, 1].reshape(found.shape[:-1])
    return chance


def _threshold(found: Floats, sides: Floats, groups: NDArray[np.intp], asked: Flags) -> float:
    """The lowest probability from which left-out articles were right often enough; infinite if there is none.

    Only what it is `asked` for counts (quotes × issues): where the cues are silent, for there it speaks alone.
    """
    pairs = []
    for fold in range(_FOLDS):
        out = groups % _FOLDS == fold
        if not out.any() or out.all():
            continue
        chance = _predict(_fit(found[~out], sides[~out]), found[out])
        best = chance.argmax(-1)
        right = np.take_along_axis(sides[out], best[..., None], -1)[..., 0]
        pairs.append(np.column_stack([chance.max(-1)[asked[out]], right[asked[out]]]))
    ranked = np.concatenate(pairs)
    ranked = ranked[np.argsort(-ranked[:, 0], kind="stable")]
    precision = np.cumsum(ranked[:, 1]) / np.arange(1, len(ranked) + 1)
    fine = np.flatnonzero((precision >= PRECISE) & (np.arange(1, len(ranked) + 1) >= _FEWEST))
    return max(_LEAST_CHANCE, float(ranked[fine[-1], 0])) if len(fine) else float("inf")
