"""The quotes of an article and the statements on them, as deciding and editing need them: mostly ids."""

from __future__ import annotations

from sayso.queries.ids import keys
from sayso.store.reader import Reader


def same_quote(reader: Reader, article_id: str, coder: str, spans: list[list[int]]) -> str | None:
    """The quote that this coder marked at exactly these places, if it stands."""
    own = keys(
        reader,
        "SELECT quote_id FROM quotes WHERE article_id = ? AND coder = ? AND spans = ? AND rule IS NULL"
        " AND status <> 'rejected' ORDER BY 1",
        [article_id, coder, spans],
    )
    return own[0] if own else None


def dated_by_article(reader: Reader, article_id: str, day: str) -> list[str]:
    """The quotes that have their day, `day`, from the article's alone."""
    return keys(
        reader,
        "SELECT quote_id FROM quotes WHERE article_id = ? AND stated_on = ? AND stated_on_basis = 'inferred'"
        " ORDER BY 1",
        [article_id, day],
    )


def spans(reader: Reader, article_id: str) -> list[list[list[int]]]:
    """The places of an article's quotes."""
    return [
        places for (places,) in reader.rows("SELECT spans FROM quotes WHERE article_id = ?", [article_id])
    ]


def issues_coded(reader: Reader, article_id: str) -> set[tuple[str, str]]:
    """The issues that were coded on an article's quotes: (quote_id, issue_id)."""
    rows = reader.rows(
        "SELECT quote_id, issue_id FROM statements JOIN quotes USING (quote_id) WHERE article_id = ?",
        [article_id],
    )
    return {(quote, issue) for quote, issue in rows}


def statements(reader: Reader, quote_id: str) -> list[str]:
    """Every statement on a quote, of any status."""
    return keys(reader, "SELECT statement_id FROM statements WHERE quote_id = ?", [quote_id])


def statements_of(reader: Reader, quote_id: str, actor_id: str) -> list[str]:
    """An actor's statements on a quote, of any status."""
    return keys(
        reader,
        "SELECT statement_id FROM statements WHERE quote_id = ? AND actor_id = ? ORDER BY statement_id",
        [quote_id, actor_id],
    )


def standing(reader: Reader, quote_id: str, issue_id: str | None = None) -> list[str]:
    """What the card shows of a quote: the statements that say where its speaker stands (on one issue, if given)."""
    return keys(
        reader,
        "SELECT statement_id FROM statements JOIN quotes USING (quote_id) WHERE quote_id = $quote"
        " AND statements.status IN ('accepted', 'edited') AND actor_id = speaker_id"
        " AND ($issue IS NULL OR issue_id = $issue) ORDER BY 1",
        {"quote": quote_id, "issue": issue_id},
    )


def coded(reader: Reader, quote_id: str, issue_id: str, actor_id: str, coder: str) -> str | None:
    """An actor's standing statement on an issue that rests on a quote; this coder's before others'."""
    own = keys(
        reader,
        "SELECT statement_id FROM statements WHERE quote_id = ? AND issue_id = ? AND actor_id = ?"
        " AND status IN ('accepted', 'edited') ORDER BY coder <> ?, statement_id LIMIT 1",
        [quote_id, issue_id, actor_id, coder],
    )
    return own[0] if own else None


def coded_by(reader: Reader, article_id: str, coder: str) -> list[tuple[str, str, str]]:
    """The counting statements that a coder coded from an article: statement_id, actor_id, issue_id.

    A stance on an event is one of every article that reports it.
    """
    rows = reader.rows(
        "SELECT statement_id, actor_id, issue_id FROM statements_read"
        " WHERE counts AND coder = $by AND (article_id = $article"
        " OR quote_id IS NULL AND event_id IN (SELECT event_id FROM reports WHERE article_id = $article))",
        {"article": article_id, "by": coder},
    )
    return [(statement, actor, issue) for statement, actor, issue in rows]


def evidence_of(reader: Reader, statements: list[str]) -> list[tuple[str | None, str | None]]:
    """What these statements rest on: (quote_id, event_id)."""
    rows = reader.rows(
        "SELECT quote_id, event_id FROM statements WHERE list_contains(?, statement_id) ORDER BY ALL",
        [statements],
    )
    return [(quote, event) for quote, event in rows]
