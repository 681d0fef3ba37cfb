"""What a dataset already knows, as extractors take it: its actors and its codebook."""

from __future__ import annotations

from sayso.ingest.records import Issue, KnownActor
from sayso.queries import actor_rows, everything
from sayso.store.reader import Reader


def known_actors(reader: Reader) -> tuple[KnownActor, ...]:
    """Every actor with its aliases."""
    return tuple(
        KnownActor(actor_id, name, kind, tuple(aliases or ()), description)
        for actor_id, name, kind, description, aliases in actor_rows.gazetteer(reader)
    )


def codebook(reader: Reader) -> tuple[Issue, ...]:
    """Every issue with its keywords, its proposition and what either side means."""
    return tuple(
        Issue(
            issue_id, tuple(keywords), proposition=proposition, supports_means=supports, opposes_means=opposes
        )
        for issue_id, keywords, proposition, supports, opposes in everything.issues(reader)
    )
