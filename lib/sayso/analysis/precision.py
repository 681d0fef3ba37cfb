"""A rule's precision, from what coders decided and what was expected of it before."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.special import betaincinv

PRIOR_WEIGHT = 4.0  # decisions that the rule's own confidence is worth
LEVEL = 0.9


def estimated(frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` (n_accepted, n_edited, n_rejected, confidence) with n_decided, precision, low and high.

    The estimate is the mean of a Beta posterior whose prior has the rule's mean confidence c as its mean:
    (right + 4c) / (decided + 4); `low` and `high` bound its central 90 %. A find that a coder had to edit
    counts as half right. Rows without any decision have the prior alone.
    """
    right = frame["n_accepted"] + 0.5 * frame["n_edited"]
    decided = frame["n_accepted"] + frame["n_edited"] + frame["n_rejected"]
    prior = frame["confidence"].fillna(0.5).clip(0.01, 0.99) * PRIOR_WEIGHT
    a, b = right + prior, decided - right + PRIOR_WEIGHT - prior
    tail = (1 - LEVEL) / 2
    return frame.assign(
        n_decided=decided,
        precision=a / (a + b),
        low=np.asarray(betaincinv(a, b, tail)),
        high=np.asarray(betaincinv(a, b, 1 - tail)),
    )
