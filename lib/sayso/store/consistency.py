"""Rules that span rows or columns and that a CHECK cannot hold.

DuckDB turns an update of a table into delete-and-insert, which foreign keys then refuse, when a CHECK
names an indexed column together with others: such rules stand here instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from sayso.store.problems import Problem


@dataclass(frozen=True)
class Rule:
    """`sql` finds the lines of the staged rows that break it."""

    table: str
    column: str
    sql: str
    wrong: str
    right: str


RULES = (
    Rule(
        "articles",
        "published_on_basis",
        "SELECT line FROM typed_articles WHERE (published_on IS NULL) <> (published_on_basis IS NULL)",
        "a date without a basis, or a basis without a date.",
        "both published_on and published_on_basis, or neither.",
    ),
    Rule(
        "articles",
        "duplicate_of",
        "SELECT copy.line FROM typed_articles AS copy JOIN typed_articles AS original"
        " ON original.article_id = copy.duplicate_of WHERE original.duplicate_of <> copy.article_id",
        "the article it copies is a copy itself.",
        "the article_id of the original.",
    ),
    Rule(
        "memberships",
        "valid_to",
        "SELECT line FROM typed_memberships JOIN dates AS since ON since.edtf = valid_from"
        " JOIN dates AS until ON until.edtf = valid_to WHERE since.date_low > until.date_high",
        "it ends before it begins.",
        "a valid_to on or after valid_from.",
    ),
    Rule(
        "statements",
        "quote_id",
        "SELECT line FROM typed_statements WHERE quote_id IS NULL AND event_id IS NOT NULL"
        " AND event_id NOT IN (SELECT event_id FROM typed_reports WHERE event_id IS NOT NULL)",
        "it rests on an event that no article reports.",
        "a quote_id, or an event with a row in reports.csv.",
    ),
)


def consistency_problems(cursor: DuckDBPyConnection) -> list[Problem]:
    """What staged rows say that cannot be true together."""
    return [
        Problem(f"{rule.table}.csv", line, rule.column, rule.wrong, rule.right)
        for rule in RULES
        for (line,) in cursor.execute(rule.sql).fetchall()
    ]
