"""The rows of one article as they count now, in the words of the cards."""

from __future__ import annotations

from typing import Any

from sayso.model.dates import words as date_words
from sayso.queries import cards
from sayso.store.reader import Reader

Row = dict[str, Any]


def quotes(reader: Reader, article_id: str) -> dict[str, Row]:
    """Quotes by id, each with its statements."""
    quote_rows = cards.quotes(reader, article_id)
    coded = statements(reader, article_id)
    return {
        quote_id: {
            "kind": "quote", "row": quote_id, "status": status, "by": coder, "form": kind, "spans": spans,
            "cue": cue, "speaker": {"ref": f"actor:{speaker}"}, "statedOn": stated_on, "statedFound": stated_on,
            "statedBasis": basis, "statedWords": date_words(stated_on), "credibility": credibility,
            "statements": coded.get(quote_id, []),
        }
        for quote_id, speaker, kind, spans, cue, stated_on, basis, credibility, status, coder in quote_rows
    }  # fmt: skip


def statements(reader: Reader, article_id: str) -> dict[str, list[Row]]:
    """Statements that stand, by the quote they rest on."""
    coded: dict[str, list[Row]] = {}
    for quote_id, statement_id, issue, stance, condition in cards.statements(reader, article_id):
        row = {"id": statement_id, "issue": issue, "stance": stance, "condition": condition}
        coded.setdefault(quote_id, []).append(row)
    return coded


def acts(reader: Reader, article_id: str) -> dict[str, list[Row]]:
    """Statements that stand on what was done, by the event they rest on."""
    coded: dict[str, list[Row]] = {}
    for event_id, statement_id, actor, issue, stance, condition in cards.acts(reader, article_id):
        row = {
            "id": statement_id, "actor": f"actor:{actor}", "issue": issue, "stance": stance, "condition": condition,
        }  # fmt: skip
        coded.setdefault(event_id, []).append(row)
    return coded


def events(reader: Reader, article_id: str) -> dict[str, Row]:
    """Events that the article reports, by id."""
    event_rows = cards.events(reader, article_id)
    parts = cards.participants(reader, article_id)
    coded = acts(reader, article_id)
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
        for event_id, title, kind, modality, day, basis, place, spans, credibility in event_rows
    }  # fmt: skip
