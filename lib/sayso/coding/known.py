"""What a dataset already knows, as extractors take it: its actors and its codebook."""

from __future__ import annotations

from sayso.ingest.records import Issue, KnownActor
from sayso.store.reader import Reader


def known_actors(reader: Reader) -> tuple[KnownActor, ...]:
    """Every actor with its aliases."""
    rows = reader.rows(
        "SELECT actor_id, name, kind::VARCHAR, coalesce(description, ''),"
        " list_sort(list(DISTINCT alias) FILTER (alias IS NOT NULL))"
        " FROM actors LEFT JOIN aliases USING (actor_id) GROUP BY ALL ORDER BY actor_id"
    )
    return tuple(
        KnownActor(actor_id, name, kind, tuple(aliases or ()), description)
        for actor_id, name, kind, description, aliases in rows
    )


def codebook(reader: Reader) -> tuple[Issue, ...]:
    """Every issue with its keywords, its proposition and what either side means."""
    rows = reader.rows(
        "SELECT issue_id, coalesce(keywords, []), proposition, supports_means, opposes_means"
        " FROM issues ORDER BY sort, issue_id"
    )
    return tuple(
        Issue(
            issue_id, tuple(keywords), proposition=proposition, supports_means=supports, opposes_means=opposes
        )
        for issue_id, keywords, proposition, supports, opposes in rows
    )
