"""Actors that may be one: names so alike that a coder should look. Suggestions only, precision first."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from sayso.coding.known import known_actors
from sayso.ingest.actors.merge import plain
from sayso.ingest.records import KnownActor
from sayso.store.database import Database

LIKENESS = 80.0  # of 100: "Mohammed Sudani" and "Muhammad Sudani" have 87
SAME_WORD = 72.0  # of 100: "Mohammed" and "Muhammad" have 75, "north" and "south" 60
SHORTEST = 6  # letters: shorter names and acronyms are alike by chance
MOST_TOGETHER = 60  # actors with a word in common: more, and the word says nothing


@dataclass(frozen=True)
class Alike:
    """Two actors of one kind, the names that are alike, and how much: 0 to 100."""

    one: str
    other: str
    names: tuple[str, str]
    likeness: float


def likely_same(database: Database) -> list[Alike]:
    """Pairs of the dataset's actors that may be one, the likeliest first."""
    actors = known_actors(database)
    together: dict[tuple[str, str], list[KnownActor]] = defaultdict(list)
    for actor in actors:
        words = {word for name in (actor.name, *actor.aliases) for word in plain(name).split()}
        # Only those that share a word, or how one begins, are compared: never everybody with everybody.
        for word in {*words, *(word[:3] for word in words)}:
            together[actor.kind, word].append(actor)
    pairs = {
        (one.actor_id, other.actor_id): (one, other)
        for group in together.values()
        if len(group) <= MOST_TOGETHER
        for one, other in combinations(group, 2)
    }
    found = [alike for one, other in pairs.values() if (alike := _alike(one, other))]
    return sorted(found, key=lambda each: (-each.likeness, each.one, each.other))


def _alike(one: KnownActor, other: KnownActor) -> Alike | None:
    best = max(
        (
            (_likeness(mine, theirs), (mine, theirs))
            for mine in (one.name, *one.aliases)
            for theirs in (other.name, *other.aliases)
        ),
        key=lambda each: each[0],
    )
    return Alike(one.actor_id, other.actor_id, best[1], best[0]) if best[0] >= LIKENESS else None


def _likeness(one: str, other: str) -> float:
    """How alike two names are: words in any order, but every number, and the number of words, must agree."""
    mine, theirs = plain(one), plain(other)
    if min(len(mine), len(theirs)) < SHORTEST or re.findall(r"\d+", mine) != re.findall(r"\d+", theirs):
        return 0.0
    words, others = sorted(mine.split()), sorted(theirs.split())
    if len(words) != len(others):
        return 0.0
    # Each word must have its like: "North Alwa Council" and "South Alwa Council" are two.
    if any(max(fuzz.ratio(word, each) for each in others) < SAME_WORD for word in words):
        return 0.0
    return fuzz.token_sort_ratio(mine, theirs)
