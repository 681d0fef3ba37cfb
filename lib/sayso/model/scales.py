"""The stance scale: bands, signs, words and colours. The one table; charts and the About page read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal[
    "strongly_opposes",
    "opposes",
    "neutral",
    "supports",
    "strongly_supports",
    "conflicting",
    "not_found",
]


@dataclass(frozen=True)
class Step:
    """One state of a position: how it is worded, signed and drawn."""

    state: State
    word: str
    sign: str
    rule: str
    fill: str
    ink: str


INK_ON_LIGHT = "#111111"
INK_ON_DARK = "#ffffff"
CELL_BORDER = "#767676"

# Orange – grey – blue: never green against red. Order: from opposition to support.
BANDS: tuple[Step, ...] = (
    Step("strongly_opposes", "strongly opposes", "−−", "m ≤ −1.5", "#b35806", INK_ON_DARK),
    Step("opposes", "opposes", "−", "−1.5 < m ≤ −0.5", "#f1a340", INK_ON_LIGHT),
    Step("neutral", "neutral", "0", "−0.5 < m < 0.5", "#d9d9d9", INK_ON_LIGHT),
    Step("supports", "supports", "+", "0.5 ≤ m < 1.5", "#7fb3d9", INK_ON_LIGHT),
    Step("strongly_supports", "strongly supports", "++", "m ≥ 1.5", "#1f5f99", INK_ON_DARK),
)
CONFLICTING = Step("conflicting", "conflicting", "±", "min(n₊, n₋) / (n₊ + n₋) ≥ ¼", "#ffffff", INK_ON_LIGHT)
NOT_FOUND = Step("not_found", "not found", "–", "no statement counts", "#ffffff", "#6b6b6b")
STEPS: tuple[Step, ...] = (*BANDS, CONFLICTING, NOT_FOUND)
BY_STATE: dict[str, Step] = {step.state: step for step in STEPS}

STANCES: dict[int, Step] = dict(zip(range(-2, 3), BANDS, strict=True))

RELIABILITY: dict[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: dict[int, str] = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "truth cannot be judged",
}


def band(mean: float) -> Step:
    """The band of a mean stance in −2 … +2 (DESIGN §4.3): closed towards the ends, open at neutral."""
    mean = round(mean, 9)  # (−7/6 + 4/3 + 4/3) / 3 is 0.5, not 0.49999999999999994
    if mean >= 1.5:
        return BANDS[4]
    if mean >= 0.5:
        return BANDS[3]
    if mean > -0.5:
        return BANDS[2]
    if mean > -1.5:
        return BANDS[1]
    return BANDS[0]


def is_conflicting(n_supporting: int, n_opposing: int) -> bool:
    """Whether both sides weigh: min(n₊, n₋) / (n₊ + n₋) ≥ ¼ (DESIGN §4.3)."""
    total = n_supporting + n_opposing
    return total > 0 and 4 * min(n_supporting, n_opposing) >= total


def position_step(n_supporting: int, n_neutral: int, n_opposing: int, mean: float) -> Step:
    """The state of a position from its counts by sign and its mean stance (DESIGN §4.3–4)."""
    if n_supporting + n_neutral + n_opposing == 0:
        return NOT_FOUND
    if is_conflicting(n_supporting, n_opposing):
        return CONFLICTING
    return band(mean)


def rating(reliability: str | None, credibility: int | None) -> str:
    """An Admiralty rating as text, such as "B2"; a part that was not given shows as "–"."""
    return f"{reliability or '–'}{credibility or '–'}"


def ink_on(fill: str) -> str:
    """The ink that is read best on `fill` (#rrggbb), by WCAG's relative luminance: at least 4.5 : 1 on any colour."""
    shares = [int(fill[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#ffffff" if light < 0.179 else "#000000"
