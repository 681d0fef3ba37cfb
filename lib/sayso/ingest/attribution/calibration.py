"""How often a rule was right about words and speaker together, on the articles it was tuned on (bench --calibrate)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.ingest.attribution.draft import Draft
from sayso.ingest.attribution.precision import PRECISION
from sayso.ingest.lexicon.function_words import PERSONAL, PRONOUNS
from sayso.ingest.records import Span

FLOOR = 0.2
_JOINTS = re.compile(r",|;|—|–| - |\b(?:and|but|because|while|which|as|after|when|if)\b")


def feature_of(text: str, rule: str, kind: str, speaker: Span | None, spans: Sequence[Span]) -> str:
    """What the table is keyed on: the rule, the kind of quote, how the speaker is named, how sure the edge is."""
    return f"{rule}|{kind}|{_form(text[slice(*speaker)] if speaker else '')}|{_edge(text, spans)}"


def _form(speaker: str) -> str:
    lower, words = speaker.lower(), speaker.split()
    if not speaker:
        return "none"
    if lower in PERSONAL:
        return "pronoun"
    if lower in PRONOUNS:
        return "relative"
    named = any(word[:1].isupper() for word in words[-2:])
    return ("" if len(words) <= 5 else "long ") + ("name" if named else "description")


def _edge(text: str, spans: Sequence[Span]) -> str:
    if len(spans) > 1:
        return "parts"
    start, end = spans[0]
    content = text[start:end]
    whole = text[end : end + 1] in (".", "!", "?", "\n", "") or content[-1:] in '”"’'
    joints = len(_JOINTS.findall(content))
    return ("whole" if whole else "cut") + (" plain" if joints == 0 else "" if joints < 3 else " long")


def confidence(draft: Draft, text: str) -> float:
    """The measured precision of drafts like this one."""
    feature = feature_of(text, draft.rule, draft.kind, draft.speaker, draft.pieces)
    return PRECISION.get(feature, PRECISION.get(draft.rule, FLOOR))
