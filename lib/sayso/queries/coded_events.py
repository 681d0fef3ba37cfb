"""Events, who took part in them and the stances that they show, as deciding and editing need them: mostly ids."""

from __future__ import annotations

from sayso.queries.ids import keys
from sayso.store.reader import Reader


def same_event(reader: Reader, article_id: str, spans: list[list[int]], title: str | None) -> str | None:
    """The event of this title that an article reports at exactly these places."""
    own = keys(
        reader,
        "SELECT event_id FROM events JOIN reports USING (event_id) WHERE article_id = ? AND spans = ? AND title = ?"
        " ORDER BY 1",
        [article_id, spans, title],
    )
    return own[0] if own else None


def dated_by_article(reader: Reader, article_id: str, day: str) -> list[str]:
    """The events that have their day, `day`, from the article's alone, and that no other article reports."""
    return keys(
        reader,
        "SELECT event_id FROM events JOIN reports USING (event_id) WHERE happened_on = $2"
        " AND happened_on_basis = 'inferred' GROUP BY event_id"
        " HAVING count(*) = 1 AND min(article_id) = $1 ORDER BY 1",
        [article_id, day],
    )


def is_reported(reader: Reader, event_id: str) -> bool:
    """Whether any article reports an event."""
    return bool(reader.rows("SELECT 1 FROM reports WHERE event_id = ?", [event_id]))


def participants(reader: Reader, event_id: str) -> set[tuple[str, str]]:
    """Who took part in an event: (actor_id, role)."""
    rows = reader.rows("SELECT actor_id, role FROM event_actors WHERE event_id = ?", [event_id])
    return {(str(actor), str(role)) for actor, role in rows}


def roles(reader: Reader, event_id: str, actor_id: str) -> list[str]:
    """The roles in which an actor took part in an event."""
    return keys(
        reader,
        "SELECT role FROM event_actors WHERE event_id = ? AND actor_id = ? ORDER BY role",
        [event_id, actor_id],
    )


def statements(reader: Reader, event_id: str) -> list[tuple[str, str | None]]:
    """Every statement that rests on an event, of any status, with the quote that it rests on as well."""
    rows = reader.rows(
        "SELECT statement_id, quote_id FROM statements WHERE event_id = ? ORDER BY 1", [event_id]
    )
    return [(statement, quote) for statement, quote in rows]


def acts_of(reader: Reader, event_id: str, actor_id: str) -> list[str]:
    """An actor's statements that rest on an event alone, of any status."""
    return keys(
        reader,
        "SELECT statement_id FROM statements WHERE event_id = ? AND quote_id IS NULL AND actor_id = ?"
        " ORDER BY statement_id",
        [event_id, actor_id],
    )


def standing(reader: Reader, event_id: str) -> list[str]:
    """What the card shows of an event: the stances that rest on it alone."""
    return keys(
        reader,
        "SELECT statement_id FROM statements WHERE event_id = ? AND quote_id IS NULL"
        " AND status IN ('accepted', 'edited') ORDER BY 1",
        [event_id],
    )


def acts(
    reader: Reader, event_id: str, actor_id: str, issue_id: str, coder: str
) -> list[tuple[str, int, str | None]]:
    """An actor's standing statements on an issue that rest on an event: id, stance, condition; `coder`'s first."""
    rows = reader.rows(
        "SELECT statement_id, stance, condition FROM statements WHERE event_id = ? AND quote_id IS NULL"
        " AND actor_id = ? AND issue_id = ? AND status IN ('accepted', 'edited')"
        " ORDER BY coder <> ?, statement_id",
        [event_id, actor_id, issue_id, coder],
    )
    return [(str(statement), int(stance), condition) for statement, stance, condition in rows]
