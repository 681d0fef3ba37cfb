"""What stands after "and", "while" or a comma: more of what is said, or somebody else's turn."""

from __future__ import annotations

from sayso.ingest.lexicon.cues import CUES
from sayso.ingest.text.tokens import Token

OPENS_CLAUSE = frozenset(
    "because that if when whether as while until since than what how why who whom which whose".split()
)
_SUMMARIES = frozenset(
    "claim charge move position recommendation decision goal assertion allegation reference message argument view "
    "figure stance suggestion accusation reversal departure shift statement contention point conclusion promise".split()
)


def another_speaks(t: list[Token], at: int, high: int) -> bool:
    """Whether a subject of a few words and its own verb of speech come next: `and one in four said …`."""
    for verb in range(at, min(at + 9, high)):
        token = t[verb]
        if not token.word or token.lower in OPENS_CLAUSE:
            return False
        if token.finite:
            said = token.lower in CUES and CUES[token.lower][1] == "speech" and token.tag != "VB"
            inserted = verb + 1 < high and t[verb + 1].text == ","
            joined = at > 1 and t[at].tag.startswith("NNP") and t[at - 2].tag.startswith("NNP")
            return said and not inserted and not joined and verb > at and t[verb - 1].nominal
    return False


def following_speaks(t: list[Token], at: int, high: int) -> bool:
    """`while others say …`, `while adding …`: the clause has an attributing verb of its own."""
    for further in range(at, min(at + 16, high)):
        token = t[further]
        if token.tag == "VBG" and all(word.tag == "RB" for word in t[at:further]):
            return True
        if token.text == ";":
            return False
        if token.finite and token.lower in CUES:
            return True
    return False


def sums_up(t: list[Token], at: int, high: int) -> bool:
    """`…, a claim that officials deny`: the writer's word for all that was said."""
    if t[at].lower not in ("a", "an"):
        return False
    noun = next((k for k in range(at + 1, min(at + 5, high)) if t[k].lower in _SUMMARIES), None)
    return noun is not None


def ends_with_who(t: list[Token], comma: int, high: int) -> bool:
    """`…, who died in March`: the writer's note on whoever is named last."""
    if t[comma + 1].lower != "who" or not t[comma - 1].tag.startswith("NNP"):
        return False
    rest = t[comma + 2 : high]
    return not any(token.text == "," for token in rest) and sum(token.finite for token in rest) <= 1


def list_goes_on(t: list[Token], at: int, high: int) -> bool:
    """`A, B and C`: whether nothing but names of things follows up to the last of a list."""
    if t[at].lower in ("including", "such") or (t[at].lower == "or" and at + 1 < high):
        return True
    if t[at].tag.startswith("VB") or t[at].lower in ("and", "but", *OPENS_CLAUSE):
        return False
    for further in range(at, min(at + 25, high)):
        token = t[further]
        if (
            token.finite
            or token.quote
            or (not token.word and token.text not in (",", "'", "’", "$", "-", "&"))
        ):
            return False
        if token.lower in ("and", "or"):
            return further + 1 < high and not any(later.finite for later in t[further : further + 5])
    return False
