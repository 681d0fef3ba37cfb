"""Which briefings are there, and what does one hold?"""

from __future__ import annotations

from typing import Any

from sayso.store.reader import Reader

Row = tuple[Any, ...]


def listing(reader: Reader) -> list[Row]:
    """briefing_id, title, held_on, marking, language, source_summary, how many views, when last changed (UTC, or None); the latest first."""
    return reader.rows(
        "SELECT briefing_id, title, held_on, marking, language, source_summary,"
        " (SELECT count(*) FROM briefing_items AS item"
        "  WHERE item.briefing_id = briefings.briefing_id AND item.kind = 'view'),"
        " (SELECT max(changed_at) FROM revisions WHERE (table_name = 'briefings' AND row_id = briefings.briefing_id)"
        "  OR (table_name = 'briefing_items' AND row_id IN (SELECT item_id FROM briefing_items AS item"
        "   WHERE item.briefing_id = briefings.briefing_id))) AS changed_at"
        " FROM briefings ORDER BY held_on DESC NULLS LAST, changed_at DESC NULLS LAST, briefing_id"
    )


def items(reader: Reader, briefing_id: str) -> list[Row]:
    """item_id, sort, kind, exhibit_id, content, title, text, likelihood, confidence, to_check; in order."""
    return reader.rows(
        "SELECT item_id, sort, kind::VARCHAR, exhibit_id, content, title, text, likelihood::VARCHAR,"
        " confidence::VARCHAR, to_check FROM briefing_items LEFT JOIN exhibits USING (exhibit_id)"
        " WHERE briefing_id = ? ORDER BY sort, item_id",
        [briefing_id],
    )


def given_ids(reader: Reader) -> set[str]:
    """Every id that a briefing ever had."""
    return {str(key) for (key,) in reader.rows("SELECT briefing_id FROM briefing_ids")}


def places(reader: Reader, briefing_id: str) -> list[tuple[str, int]]:
    """The items of a briefing with their places, in order."""
    rows = reader.rows(
        "SELECT item_id, sort FROM briefing_items WHERE briefing_id = ? ORDER BY sort, item_id", [briefing_id]
    )
    return [(str(key), int(sort)) for key, sort in rows]


def unquotable(reader: Reader) -> set[str]:
    """Quotes whose articles do not allow that they are shown (`queries.rights`)."""
    rows = reader.rows(
        "SELECT quote_id FROM quotes JOIN articles USING (article_id)"
        " WHERE NOT list_has_any(articles.rights::VARCHAR[], ['show', 'quote', 'export'])"
    )
    return {str(key) for (key,) in rows}
