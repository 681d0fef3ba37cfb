"""What kind of actor a name can be, as far as its words tell."""

from __future__ import annotations

from typing import Literal

from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.function_words import MONTHS, PRONOUNS, SUBORDINATORS, WEEKDAYS
from sayso.ingest.lexicon.people import TITLES
from sayso.ingest.lexicon.places import DEMONYMS, city, country_code
from sayso.ingest.records import ActorKind, NameKind
from sayso.ingest.text.tokens import Token

NEVER = (
    PRONOUNS
    | SUBORDINATORS
    | WEEKDAYS
    | MONTHS
    | frozenset(
        "the a an on in at but and or if yes no not now then earlier meanwhile however during last next so still also more "
        "most some many all both each every his her its their our my your here there for from by to of with according "
        "asked today tomorrow yesterday tonight there's it's i'm we're read sign".split()
    )
)


def lower_head(words: list[Token], end: int) -> tuple[int, bool]:
    """`Iraqi parliament`, `Obama administration`, `Iraqi Shia militia groups`: lower-case heads belong to the name."""
    at = end
    while (
        at < len(words)
        and at < end + 3
        and words[at].word
        and words[at].text[0].islower()
        and (
            words[at].lower in HEADS
            or (
                at + 1 < len(words)
                and words[at + 1].lower in HEADS
                and words[at].tag in ("JJ", "NN", "NNP")
                and words[at].lower not in NEVER
            )
        )
    ):
        at += 1
    return (at, True) if at > end and words[at - 1].lower in HEADS else (end, False)


_CHAMBER_WORK = frozenset(
    "accounts select budget estimates shura consultative appropriations economic".split()
)
_BELIEFS = frozenset(
    "liberal democratic republican conservative socialist social christian constitutional progressive communist labour "
    "labor civic national people's workers'".split()
)
_REGIONS = frozenset(
    "african european arab asian atlantic pacific gulf sahel nordic baltic caribbean american eurasian islamic lakes".split()
)


def _body(tokens: list[Token]) -> ActorKind | None:
    """The kind that two words of a body's name give together: Accounts Committee, Liberal Union, Gulf Forum."""
    words = [token.lower for token in tokens]
    joint = next((k for k, word in enumerate(words) if k and word in ("of", "for", "against")), len(words))
    head, lead = words[joint - 1], set(words[: joint - 1])
    beyond = words[joint : joint + 1]
    if head in ("committee", "commission", "council") and lead & _CHAMBER_WORK:
        return "parliament"
    if (head == "department" and beyond == ["of"] and len(words) > joint + 1) or (
        head == "office" and lead & TITLES
    ):
        return "government"
    if head == "forces" and "armed" in lead:
        return "armed group"
    if head in ("league", "union", "forum", "community") and lead & _REGIONS and not beyond:
        return "alliance"
    if head == "alliance" and lead & {"'s", "’s", "'", "’"}:
        return "organisation"
    sides = ("union", "alliance", "front", "forum", "rally", "league")
    return "party" if head in sides and lead and lead <= _BELIEFS | {"islamic"} and beyond != ["of"] else None


def kind_of(
    tokens: list[Token], core: str, titles: list[str], headed: bool
) -> NameKind | Literal["skip"] | None:
    """The kind of a name; "skip" if it names nobody, "capital" for a city that may stand for its state.

    `headed`: a lower-case head ("Iraqi parliament") belongs to it.
    """
    last, first = tokens[-1].lower, tokens[0].lower
    body = _body(tokens)
    if body:
        return body
    if headed or (last in HEADS and len(tokens) > 1):
        return HEADS[last]
    if country_code(core) or (len(tokens) == 1 and core.lower() in ("us", "u.s.")):
        return "state"
    if len(tokens) == 1 and first in DEMONYMS:
        return (
            "group"
            if first.endswith("s") and not first.endswith(("ese", "us")) and first not in ("u.s.",)
            else "skip"
        )
    if len(tokens) > 1 and all(token.lower in DEMONYMS for token in tokens):
        return "skip"
    if titles:
        return HEADS.get(last, "person")
    joint = next((k for k, token in enumerate(tokens) if k and token.lower in ("of", "for", "against")), 0)
    for token in (*reversed(tokens[:joint]), *reversed(tokens[joint:])):
        if token.lower in HEADS:
            return HEADS[token.lower]
    if len(tokens) == 1 and core.isupper() and 2 <= len(core) <= 6:
        return "organisation"
    place = city(core)
    if place and (place.capital or place.population > 200_000):
        return "skip" if not place.capital else "capital"
    if len(tokens) == 1 and (
        first in TITLES or first in ("god", "internet", "shia", "sunni", "muslim", "christian", "islam")
    ):
        return "skip"
    return "person" if len(tokens) >= 2 else None
