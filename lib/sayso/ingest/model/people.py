"""Whom the model means: an actor of the dataset, one that the text names, or nobody.

A name that is neither in the text nor in the dataset's list is nobody, however the model came by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import cast

from sayso.ingest.lexicon.function_words import PRONOUNS
from sayso.ingest.lexicon.places import folded
from sayso.ingest.model.schema import ACTOR_KINDS
from sayso.ingest.model.verbatim import Searchable, distance
from sayso.ingest.records import Actor, ActorKind, Extraction, KnownActor, Mention, Span

_NAMED, _NEW = 0.6, 0.4


class People:
    """The actors of one article: those the rules found, those of the dataset, and new ones as the model names them."""

    def __init__(self, text: Searchable, rules: Extraction, known: Sequence[KnownActor], coder: str) -> None:
        self._text, self._coder = text, coder
        self._known = {actor.actor_id: actor for actor in known}
        self._spellings: dict[str, set[str]] = {}
        for actor in known:
            for name in (actor.name, *actor.aliases):
                self._spellings.setdefault(folded(name), set()).add(actor.actor_id)
        self._found = {actor.key: actor for actor in rules.actors}
        self._called: dict[str, set[str]] = {}  # "United States" for what the article calls America
        for row in rules.actors:
            for name in (row.name, *row.aliases):
                self._called.setdefault(folded(name), set()).add(row.key)
        self._mentions = [mention for mention in rules.mentions if not text.is_blocked(mention.span)]
        self._seen = {mention.actor for mention in self._mentions}
        self._new: dict[str, Actor] = {}

    def meant(self, actor: str, kind: str, words: Span | None, near: Span) -> str | None:
        """The key of the actor that the model names, where the article's own `words` for it are known; or None."""
        key = self._by_list(actor, words) or self._by_text(actor, kind, near)
        if key is None and not actor and words is not None:
            key = self._mention_in(words)
        return key

    def rows(self, keys: Sequence[str]) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """Mentions and actors behind some of the keys that were given out."""
        used = dict.fromkeys(keys)
        actors = tuple(row for key in used if (row := self._row(key)) is not None)
        old = [mention for mention in self._mentions if mention.actor in used]
        new = [
            Mention(span, actor.key, actor.rule, actor.confidence, self._coder)
            for actor in self._new.values()
            if actor.key in used
            for span in actor.spans
        ]
        return tuple(sorted(old + new, key=lambda mention: mention.span)), actors

    def _by_list(self, actor: str, words: Span | None) -> str | None:
        ids = {actor} if actor in self._known else self._spellings.get(folded(actor), set())
        if len(ids) != 1:
            return None
        (key,) = ids
        named = key in self._seen or self._text.places(self._known[key].name)
        described = words is not None and self._text.text[slice(*words)].lower() not in PRONOUNS
        return key if named or described else None  # "he" alone is no reason to think of somebody absent

    def _by_text(self, actor: str, kind: str, near: Span) -> str | None:
        if actor in self._known:
            return None
        called = self._called.get(folded(actor), set()) & self._seen
        if len(called) == 1:
            return next(iter(called))
        places = sorted(self._text.places(actor), key=lambda place: distance(place, near)) if actor else []
        if not places or actor.lower() in PRONOUNS:
            return None
        for place in places:
            key = self._mention_in(place)
            if key is not None:
                return key
        return self._propose(kind, places)

    def _mention_in(self, words: Span) -> str | None:
        """The actor whose mention is the last within some words: "Trump campaign manager Ann Lee" is Ann Lee."""
        inside = [m for m in self._mentions if m.span[0] < words[1] and words[0] < m.span[1]]
        fitting = [m for m in inside if m.span[1] >= words[1] - 2]
        return fitting[-1].actor if fitting else None

    def _propose(self, kind: str, places: list[Span]) -> str:
        name = " ".join(self._text.text[slice(*places[0])].split())
        key = "-".join(re.findall(r"[a-z0-9]+", folded(name))[:8])
        key = key or f"actor-{sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"
        if key in self._known or key in self._found:
            key += "-new"
        self._new.setdefault(
            key,
            Actor(
                key, name, cast(ActorKind, kind) if kind in ACTOR_KINDS else "person", False, (), (), tuple(sorted(places)),
                "model", _NEW, self._coder,
            ),
        )  # fmt: skip
        return key

    def _row(self, key: str) -> Actor | None:
        if key in self._found or key in self._new:
            return self._found.get(key) or self._new[key]
        known = self._known.get(key)
        if known is None:
            return None
        return Actor(key, known.name, known.kind, True, known.aliases, (), (), "model", _NAMED, self._coder)
