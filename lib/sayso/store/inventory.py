"""What is in an open dataset, counted and in words."""

from __future__ import annotations

from sayso.errors import printable
from sayso.store.changes import PROPOSALS, tables
from sayso.store.database import Database
from sayso.store.load import META_DESCRIPTOR
from sayso.store.overlays import overlays
from sayso.store.package import read_about
from sayso.store.reader import Reader


def row_counts(reader: Reader) -> dict[str, int]:
    """Rows by table, in the schema's order."""
    names = [name for name in tables() if name != PROPOSALS.name]
    return {table: reader.rows(f"SELECT count(*) FROM {table}")[0][0] for table in names}


def rows_in_words(database: Database) -> str:
    """ "14 tables, 1,200 rows"."""
    counts = row_counts(database)
    return f"{len(counts)} tables, {sum(counts.values()):,} rows"


def summary(database: Database) -> str:
    """Title, description, rows, dates, texts, licences, schema and file, one fact a line."""
    facts: dict[str, str] = dict(database.rows("SELECT key, value FROM meta"))
    descriptor = read_about(facts.get(META_DESCRIPTOR, "{}"))
    counts = row_counts(database)
    lines = {
        "dataset": database.name,
        "rows": ", ".join(f"{count:,} {table}" for table, count in counts.items()),
        "dates": _date_range(database),
        "texts": _texts(database),
        "overlays": ", ".join(f"{each.label} ({each.n_rows:,} rows)" for each in overlays(database)),
        "licences": _licences(descriptor) or "none named",
        "schema": f"version {facts['schema_version']}",
        "file": str(database.path or "in memory only"),
        "note": database.notice,
    }
    head = [database.title, *filter(None, [descriptor.get("description", "")]), ""]
    return printable("\n".join(head + [f"{name:<10}{value}" for name, value in lines.items() if value]))


def _date_range(database: Database) -> str:
    first, last = database.rows(
        "SELECT min(day), max(day) FROM (SELECT said_on AS day FROM statements_read WHERE counts"
        " UNION ALL SELECT published_by FROM articles_read WHERE NOT is_withdrawn)"
    )[0]
    return f"{first} to {last}" if first else "none yet"


def _texts(database: Database) -> str:
    rows = database.rows(
        "SELECT has_text, list(article_id ORDER BY article_id) FROM articles_read GROUP BY ALL"
    )
    named = {bool(has_text): articles for has_text, articles in rows}
    parts = []
    for has_text, word in ((True, "with"), (False, "without")):
        articles = named.get(has_text, [])
        few = f" ({', '.join(articles)})" if 0 < len(articles) <= 5 else ""
        parts.append(f"{len(articles):,} {word} text{few}")
    return "articles: " + ", ".join(parts)


def _licences(descriptor: dict[str, list[dict[str, str]]]) -> str:
    named = (
        licence.get("title") or licence.get("name") or licence.get("path") or ""
        for licence in descriptor.get("licenses", [])
    )
    return "; ".join(filter(None, named))
