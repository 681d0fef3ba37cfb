"""The rows of one article as they count now, in the words of the cards."""

from __future__ import annotations

from typing import Any

from sayso.model.dates import words as date_words
from sayso.store.database import Database

Row = dict[str, Any]


def quotes(database: Database, article_id: str) -> dict[str, Row]:
    """Quotes by id, each with its statements."""
    found = database.rows(
        "SELECT quote_id, speaker_id, kind::VARCHAR, spans, cue, stated_on, stated_on_basis::VARCHAR, credibility,"
        " status::VARCHAR, coder FROM quotes WHERE article_id = ? ORDER BY spans[1][1], quote_id",
        [article_id],
    )
    coded = statements(database, article_id)
    return {
        quote_id: {
            "kind": "quote", "row": quote_id, "status": status, "by": coder, "form": kind, "spans": spans,
            "cue": cue, "speaker": {"ref": f"actor:{speaker}"}, "statedOn": stated_on, "statedFound": stated_on,
            "statedBasis": basis, "statedWords": date_words(stated_on), "credibility": credibility,
            "statements": coded.get(quote_id, []),
        }
        for quote_id, speaker, kind, spans, cue, stated_on, basis, credibility, status, coder in found
    }  # fmt: skip


def statements(database: Database, article_id: str) -> dict[str, list[Row]]:
    """Statements that stand, by the quote they rest on."""
    found = database.rows(
        "SELECT statements.quote_id, statement_id, issue_id, stance, condition FROM statements"
        " JOIN quotes USING (quote_id) WHERE article_id = ? AND statements.status IN ('accepted', 'edited')"
        " AND actor_id = speaker_id ORDER BY statement_id",
        [article_id],
    )
    coded: dict[str, list[Row]] = {}
    for quote_id, statement_id, issue, stance, condition in found:
        row = {"id": statement_id, "issue": issue, "stance": stance, "condition": condition}
        coded.setdefault(quote_id, []).append(row)
    return coded


def acts(database: Database, article_id: str) -> dict[str, list[Row]]:
    """Statements that stand on what was done, by the event they rest on."""
    found = database.rows(
        "SELECT event_id, statement_id, actor_id, issue_id, stance, condition FROM statements"
        " WHERE quote_id IS NULL AND status IN ('accepted', 'edited')"
        " AND event_id IN (SELECT event_id FROM reports WHERE article_id = ?) ORDER BY statement_id",
        [article_id],
    )
    coded: dict[str, list[Row]] = {}
    for event_id, statement_id, actor, issue, stance, condition in found:
        row = {
            "id": statement_id,
            "actor": f"actor:{actor}",
            "issue": issue,
            "stance": stance,
            "condition": condition,
        }
        coded.setdefault(event_id, []).append(row)
    return coded


def events(database: Database, article_id: str) -> dict[str, Row]:
    """Events that the article reports, by id."""
    found = database.rows(
        "SELECT event_id, title, kind::VARCHAR, modality::VARCHAR, happened_on, happened_on_basis::VARCHAR, place,"
        " spans, credibility FROM reports JOIN events USING (event_id) WHERE article_id = ? ORDER BY event_id",
        [article_id],
    )
    parts = database.rows(
        "SELECT event_id, actor_id, role FROM event_actors JOIN reports USING (event_id) WHERE article_id = ?"
        " ORDER BY event_id, list_position(['initiator', 'target'], role) NULLS LAST, actor_id, role",
        [article_id],
    )
    coded = acts(database, article_id)
    return {
        event_id: {
            "kind": "event", "row": event_id, "status": "accepted", "title": title, "event": kind,
            "modality": modality, "happenedOn": day, "happenedFound": day, "happenedBasis": basis,
            "happenedWords": date_words(day), "place": place, "spans": spans, "credibility": credibility,
            "sameAs": None, "by": None, "statements": coded.get(event_id, []),
            "participants": [
                {"ref": f"actor:{actor}", "role": role} for event, actor, role in parts if event == event_id
            ],
        }
        for event_id, title, kind, modality, day, basis, place, spans, credibility in found
    }  # fmt: skip


def title(database: Database, article_id: str) -> str:
    """An article's title; its id where it is gone."""
    found = database.rows("SELECT title FROM articles WHERE article_id = ?", [article_id])
    return str(found[0][0]) if found else article_id
