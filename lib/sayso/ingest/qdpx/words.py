"""Names that people give to folders of codes, and to codes that say a stance: what a guess goes by."""

from __future__ import annotations

import re

SPEAKERS = frozenset(
    "actor actors speaker speakers person persons people organisation organisations organization organizations"
    " stakeholder stakeholders participant participants politician politicians source sources"
    " akteur akteure sprecher personen acteur acteurs actores hablantes cases".split()
)
ISSUES = frozenset(
    "issue issues theme themes topic topics concept concepts claim claims proposition propositions demand demands"
    " policy policies thema themen forderungen thème thèmes tema temas".split()
)
STANCES = frozenset(
    "stance stances position positions attitude attitudes opinion opinions evaluation evaluations"
    " haltung bewertung einstellung".split()
)
_FOR = "pro for support supports supporting supportive agree agrees agreement favour favor favours favors approve approves"
_AGAINST = (
    "contra con cons against oppose opposes opposed opposing disagree disagrees disagreement reject rejects"
)
_MEANT = (
    dict.fromkeys(f"{_FOR} positive yes endorse endorses + ja dafür pour".split(), 1)
    | dict.fromkeys(f"{_AGAINST} negative no anti - − – nein dagegen contre".split(), -1)
    | {
        "neutral": 0,
        "undecided": 0,
        "++": 2,
        "--": -2,
        "−−": -2,
        "+1": 1,
        "+2": 2,
        "-1": -1,
        "-2": -2,
        "−1": -1,
        "−2": -2,
    }
)
_STRONG = {"strongly", "strong", "very", "fully"}
_LOOSE = {"in", "of", "it", "is", "on"}
# A folder's word: what its actors are. Anything else is an organisation until somebody says otherwise.
KINDS = {
    "person": "person", "persons": "person", "people": "person", "personen": "person", "politician": "person",
    "politicians": "person", "individuals": "person", "speakers": "person", "speaker": "person", "cases": "person",
    "party": "party", "parties": "party", "states": "state", "countries": "state", "media": "media",
    "governments": "government", "alliances": "alliance", "groups": "group",
}  # fmt: skip


def stance_word(name: str) -> int | None:
    """The stance that a code's name says by itself ("Pro", "strongly against"), −2 … +2; None if it says none."""
    words = [word for word in re.findall(r"[^\s,;:()\[\]/.]+", name.casefold()) if word not in _LOOSE]
    strong = len(words) > 1 and words[0] in _STRONG
    rest = words[1:] if strong else words
    if len(rest) != 1 or rest[0] not in _MEANT:
        return None
    meant = _MEANT[rest[0]]
    return 2 * meant if strong and abs(meant) == 1 else meant


def is_called(name: str, words: frozenset[str]) -> bool:
    """Whether a folder's name is one of `words`, a number or a sign before it aside ("1 Actors", "_Actors")."""
    return re.sub(r"^[\W\d_]+|[\W_]+$", "", name).casefold() in words
