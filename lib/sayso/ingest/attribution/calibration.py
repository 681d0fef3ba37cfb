"""How likely words and speaker are both right: points for what can be seen of a draft, fitted on the articles that
the rules were tuned on (bench --calibrate) and kept coarse: sixteen points are one unit of log odds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from sayso.ingest.attribution.draft import Draft
from sayso.ingest.attribution.points import POINTS, START, VERB_POINTS
from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.lexicon.function_words import PERSONAL, PRONOUNS
from sayso.ingest.records import Span

LEAST, MOST = 0.05, 0.97
UNIT = 16.0
_JOINTS = re.compile(r",|;|—|–| - |\b(?:and|but|because|while|which|as|after|when|if)\b")
_LETTERS = re.compile(r"[a-z]+")
_LEADS = (5, 40)
FAR = 600  # characters before a verb in which its sentence begins
_MARKS = "“\"'‘"
_SIZES, _GAPS, _REACHES = (3, 5, 8, 15, 30), (3, 8, 20, 60), (2, 10, 30, 80, 500)
_VERB_OF = {verb: points for points, verbs in VERB_POINTS.items() for verb in verbs.split()}


def features_of(
    text: str, rule: str, kind: str, speaker: Span | None, cue: Span | None, spans: Sequence[Span]
) -> list[str]:
    """What is seen of a quote: its rule and kind, how the speaker is named, how sure the edge is, how long it is
    (words), how far the cue stands from the words and from the speaker (characters, in steps)."""
    words = sum(len(text[start:end].split()) for start, end in spans)
    gap = min(abs(spans[0][0] - cue[1]), abs(cue[0] - spans[0][1])) if cue else 99
    said_by = text[slice(*speaker)] if speaker else ""
    reach = min(abs(speaker[0] - cue[1]), abs(cue[0] - speaker[1])) if cue and speaker else 999
    return [
        f"rule {rule}",
        f"kind {kind}",
        f"rule {rule} {kind}",
        f"form {_form(said_by)}",
        f"speaker {_opening(said_by)}",
        f"edge {_edge(text, spans)}",
        f"words {_step(words, _SIZES)}",
        f"gap {_step(gap, _GAPS)}",
        f"reach {_step(reach, _REACHES)}",
        f"pieces {min(3, len(spans))}",
        *_surroundings(text, speaker, cue, spans),
    ]


def _surroundings(text: str, speaker: Span | None, cue: Span | None, spans: Sequence[Span]) -> Iterator[str]:
    """How the content opens and where it stands, what is between speaker and verb."""
    start, end = spans[0][0], spans[-1][1]
    content = text[start:end]
    opens = "quote" if content[:1] in _MARKS else "that" if content[:5].lower() == "that " else "lower"
    yield f"opens {'upper' if content[:1].isupper() else opens}"
    yield f"commas {min(3, content.count(','))}"
    yield f"first {start == 0 or text[start - 1] == chr(10)}"
    if cue and speaker:
        between = text[min(cue[1], speaker[1]) : max(cue[0], speaker[0])]
        yield f"between {',' in between}"
    if cue and cue[1] <= start:
        low = max(0, cue[0] - FAR)
        sentence = max(text.rfind(stop, low, cue[0]) for stop in (". ", "\n", "! ", "? "))
        yield f"lead {_step((speaker[0] if speaker else start) - max(sentence, low - 1), _LEADS)}"


def _opening(speaker: str) -> str:
    first = speaker[:4].lower()
    if first == "the " or first[:2] == "a ":
        return first.strip()
    return "one" if len(speaker.split()) == 1 else "more"


def verb_of(text: str, cue: Span | None) -> str:
    """The attributing verb of a cue, in its base form; "-" if there is none."""
    words = _LETTERS.findall(text[slice(*cue)].lower()) if cue else []
    return next((CUES[word][0] for word in reversed(words) if word in CUES), "-")


def confidence(draft: Draft, text: str) -> float:
    """The estimated precision of drafts like this one."""
    pieces = sorted(draft.pieces)
    seen = features_of(text, draft.rule, draft.kind, draft.speaker, draft.cue, pieces)
    points = START + sum(POINTS.get(feature, 0) for feature in seen)
    points += _VERB_OF.get(verb_of(text, draft.cue), 0)
    return round(min(MOST, max(LEAST, 1 / (1 + math.exp(-points / UNIT)))), 2)


def _step(number: int, steps: tuple[int, ...]) -> int:
    return sum(number >= step for step in steps)


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
