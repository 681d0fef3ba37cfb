"""How often a rule was right about words and speaker together, on the articles it was tuned on (bench --calibrate)."""

from __future__ import annotations

from sayso.ingest.attribution.draft import Draft
from sayso.ingest.attribution.precision import PRECISION
from sayso.ingest.lexicon.function_words import PERSONAL, PRONOUNS

FLOOR = 0.2


def feature_of(rule: str, kind: str, speaker: str, pieces: int) -> str:
    """What the table is keyed on: the rule, the kind of quote, how the speaker is named."""
    lower = speaker.lower()
    if not speaker:
        form = "none"
    elif lower in PERSONAL:
        form = "pronoun"
    elif lower in PRONOUNS:
        form = "relative"
    elif any(word[:1].isupper() for word in speaker.split()[-2:]):
        form = "name" if len(speaker.split()) <= 5 else "long name"
    else:
        form = "description" if len(speaker.split()) <= 5 else "long description"
    return f"{rule}|{kind}|{form}|{'one' if pieces == 1 else 'many'}"


def confidence(draft: Draft, text: str) -> float:
    """The measured precision of drafts like this one."""
    speaker = text[slice(*draft.speaker)] if draft.speaker else ""
    feature = feature_of(draft.rule, draft.kind, speaker, len(draft.pieces))
    return PRECISION.get(feature, PRECISION.get(draft.rule, FLOOR))
