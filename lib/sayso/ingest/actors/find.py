"""Mentions and actors of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from sayso.ingest.actors.evidence import weigh
from sayso.ingest.actors.lowercase import lowercase_names
from sayso.ingest.actors.merge import Cluster, Register
from sayso.ingest.actors.names import Name, flat_sentences, names
from sayso.ingest.records import Actor, KnownActor, Mention
from sayso.ingest.text.sentences import Parsed


class Cast:
    """Who is in a text: the register and the mentions in order."""

    def __init__(self, parsed: Parsed, gazetteer: tuple[KnownActor, ...]) -> None:
        self.parsed = parsed
        self.register = Register(parsed.text, gazetteer)
        self.mentions: list[tuple[Name, Cluster]] = []
        self.sentences = tuple(flat_sentences(parsed))
        for name in weigh(parsed.text, names(parsed.text, self.sentences)):
            cluster = self.register.add(name)
            if cluster is not None:
                self.mentions.append((name, cluster))
        self._add_lowercase(gazetteer)

    def _add_lowercase(self, gazetteer: tuple[KnownActor, ...]) -> None:
        """Mentions by names without capitals, where no other mention stands."""
        taken = [name.span for name, _ in self.mentions]
        starts = [start for start, _ in taken]
        marked = [mark.span for mark in self.parsed.marked]
        sentences = [
            (sentence.tokens[0].start, sentence.number)
            for sentence in self.parsed.sentences
            if sentence.tokens
        ]
        more = []
        for span, actor_id in lowercase_names(self.parsed.text, gazetteer):
            near = taken[max(0, bisect_left(starts, span[0]) - 1) : bisect_left(starts, span[1])]
            if any(start < span[1] and span[0] < end for start, end in near):
                continue
            cluster = self.register.known(actor_id)
            quoted = any(start <= span[0] < end for start, end in marked)
            number = sentences[max(0, bisect_right(sentences, (span[0], 10**9)) - 1)][1] if sentences else 0
            name = Name(span, self.parsed.text[slice(*span)], (), cluster.kind, quoted, number)
            cluster.spans.append((span, quoted))
            more.append((name, cluster))
        if more:
            self.mentions = sorted([*self.mentions, *more], key=lambda one: one[0].span)

    def rows(self) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
        """Mentions and actors as rows; an undecided single capitalised word is no actor."""
        actors = []
        kept: set[str] = set()
        for cluster in self.register.clusters:
            if not cluster.spans or (cluster.kind is None and not cluster.known):
                continue
            kept.add(cluster.key)
            actors.append(
                Actor(
                    cluster.key,
                    cluster.name,
                    cluster.kind or "person",
                    cluster.known,
                    tuple(dict.fromkeys(cluster.aliases)),
                    tuple(cluster.roles),
                    tuple(span for span, _ in cluster.spans),
                    cluster.rule,
                    cluster.confidence,
                )
            )
        mentions = tuple(
            Mention(name.span, cluster.key, cluster.rule, cluster.confidence)
            for name, cluster in self.mentions
            if cluster.key in kept
        )
        return mentions, tuple(actors)
