"""Mentions and actors of a text."""

from __future__ import annotations

from sayso.ingest.actors.evidence import weigh
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
