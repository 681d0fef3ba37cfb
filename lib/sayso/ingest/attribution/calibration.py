"""How often a rule was right about words and speaker together, on the articles it was tuned on (bench --calibrate)."""

from __future__ import annotations

from sayso.ingest.attribution.draft import Draft

FLOOR = 0.2
PRECISION: dict[str, float] = {
    "according": 0.82, "as said": 0.6, "asked": 0.6, "attitude": 0.5, "before quote": 0.79, "clause": 0.77,
    "cognition": 0.5, "evidential": 0.46, "floating": 0.2, "inserted": 0.6, "inverted": 0.72, "label": 0.8,
    "medial": 0.8, "noun": 0.45, "noun about": 0.45, "noun that": 0.57, "participle": 0.6, "postposed": 0.81,
    "quote": 0.94, "quoted as saying": 0.7, "that": 0.8, "transcript": 0.67, "woven": 0.3,
}  # fmt: skip


def feature(draft: Draft, text: str) -> str:
    """What the calibration looks at: the rule, and what the speaker's words are."""
    return draft.rule


def confidence(draft: Draft, text: str) -> float:
    """The measured precision of drafts like this one."""
    return PRECISION.get(feature(draft, text), FLOOR)
