"""What a dataset already knows, as extractors take it: its actors and its codebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.ingest.records import Accepted, Issue, KnownActor
from sayso.ingest.stances.find import in_paragraph
from sayso.store.database import Database


def known_actors(database: Database) -> tuple[KnownActor, ...]:
    """Every actor with its aliases."""
    rows = database.rows(
        "SELECT actor_id, name, kind::VARCHAR, coalesce(description, ''),"
        " list_sort(list(DISTINCT alias) FILTER (alias IS NOT NULL))"
        " FROM actors LEFT JOIN aliases USING (actor_id) GROUP BY ALL ORDER BY actor_id"
    )
    return tuple(
        KnownActor(actor_id, name, kind, tuple(aliases or ()), description)
        for actor_id, name, kind, description, aliases in rows
    )


def codebook(database: Database) -> tuple[Issue, ...]:
    """Every issue with its keywords, its proposition and what either side means."""
    rows = database.rows(
        "SELECT issue_id, coalesce(keywords, []), proposition, supports_means, opposes_means"
        " FROM issues ORDER BY sort, issue_id"
    )
    return tuple(
        Issue(
            issue_id, tuple(keywords), proposition=proposition, supports_means=supports, opposes_means=opposes
        )
        for issue_id, keywords, proposition, supports, opposes in rows
    )


def accepted_statements(database: Database) -> tuple[Accepted, ...]:
    """What a classifier of stances learns from: each statement that counts on a quote, and quotes without any.

    With the words around the quote where the article's text is here.
    """
    rows = database.rows(
        "SELECT article_id, quotes.text, spans, quotes.cue, speaker_id, said.actor_id, said.issue_id, said.stance"
        " FROM quotes LEFT JOIN (FROM statements_read WHERE counts) AS said USING (quote_id, article_id)"
        " JOIN articles_read USING (article_id)"
        " WHERE quotes.status IN ('accepted', 'edited') AND NOT is_withdrawn ORDER BY quote_id, said.statement_id"
    )
    texts: dict[str, str] = dict(
        database.rows(
            "SELECT article_id, text FROM articles SEMI JOIN quotes USING (article_id) WHERE text IS NOT NULL"
        )
    )
    return tuple(
        replace(
            _as_read(texts.get(article), words, spans, cue, actor or speaker),
            article_id=article, issue_id=issue or "", stance=stance or 0,
        )
        for article, words, spans, cue, speaker, actor, issue, stance in rows
    )  # fmt: skip


def _as_read(
    text: str | None, words: str, spans: Sequence[Sequence[int]], cue: str | None, actor_id: str
) -> Accepted:
    """A quote with the rest of its paragraph, if its text is here."""
    if text is None or spans[-1][1] > len(text):
        return Accepted(words, "", 0, actor_id, cue=cue or "")
    places = tuple((start, end) for start, end in spans)
    return replace(in_paragraph(text, places, None, actor_id), cue=cue or "")
