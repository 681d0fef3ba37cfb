"""What kind of actor a name can be, as far as its words tell."""

from __future__ import annotations

from sayso.ingest.lexicon.bodies import HEADS
from sayso.ingest.lexicon.function_words import MONTHS, PRONOUNS, SUBORDINATORS, WEEKDAYS
from sayso.ingest.lexicon.people import TITLES
from sayso.ingest.lexicon.places import DEMONYMS, city, country_code
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


def kind_of(tokens: list[Token], core: str, titles: list[str], headed: bool) -> str | None:
    """The kind of a name; "skip" if it names nobody, "capital" for a city that may stand for its state.

    `headed`: a lower-case head ("Iraqi parliament") belongs to it.
    """
    last, first = tokens[-1].lower, tokens[0].lower
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
    if any(token.lower in HEADS for token in tokens):
        return HEADS[next(token.lower for token in reversed(tokens) if token.lower in HEADS)]
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
