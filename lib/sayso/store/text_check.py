"""What an article's text can prove: its hash, that offsets lie inside it, that direct speech is verbatim."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection

from sayso.store.problems import Problem

ELLIPSIS = " … "
INSIDE = "offsets inside the article's text."


def canonical(text: str) -> str:
    """The text that offsets and hashes refer to: line ends as \\n, outer white space stripped."""
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").strip()


def sha256(text: str) -> str:
    """SHA-256 of the canonical text, in hexadecimal."""
    return hashlib.sha256(canonical(text).encode("utf-8")).hexdigest()


def known_texts(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> dict[str, str]:
    """The articles' texts by article_id: those that are staged, then `texts`; only with the right hash."""
    return {
        article_id: canonical(text)
        for _, article_id, text, expected in _articles(cursor, texts)
        if expected in (None, sha256(text))
    }


def text_problems(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> list[Problem]:
    """Problems of staged rows against the articles' texts: those in the package, then `texts`."""
    problems = [
        Problem(
            "articles.csv",
            line,
            "text_sha256",
            "the text has another hash.",
            f"{sha256(text)}, or the text that was coded.",
        )
        for line, _, text, expected in _articles(cursor, texts)
        if expected not in (None, sha256(text))
    ]
    known = known_texts(cursor, texts)
    return problems + _quote_problems(cursor, known) + _report_problems(cursor, known)


def _articles(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> list[tuple[int, str, str, str | None]]:
    rows = cursor.execute("SELECT line, article_id, text, text_sha256 FROM staged_articles").fetchall()
    found = [(line, article, own or texts.get(article), expected) for line, article, own, expected in rows]
    return [(line, article, text, expected) for line, article, text, expected in found if text]


def _quote_problems(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> list[Problem]:
    problems = []
    rows = cursor.execute("SELECT line, article_id, kind::VARCHAR, text, spans FROM typed_quotes").fetchall()
    for line, article_id, kind, quote, spans in rows:
        text = texts.get(article_id)
        if text is None or spans is None or _has_gap(spans):
            continue
        if outside := _outside(spans, text):
            problems.append(Problem("quotes.csv", line, "spans", outside, INSIDE))
        elif kind == "direct":
            found = ELLIPSIS.join(text[start:end] for start, end in spans)
            if found != quote:
                wrong = "direct speech differs from the article at these offsets."
                problems.append(Problem("quotes.csv", line, "text", wrong, f"“{found}”."))
    return problems


def _report_problems(cursor: DuckDBPyConnection, texts: Mapping[str, str]) -> list[Problem]:
    rows = cursor.execute("SELECT line, article_id, spans FROM typed_reports").fetchall()
    return [
        Problem("reports.csv", line, "spans", outside, INSIDE)
        for line, article_id, spans in rows
        if spans is not None
        and not _has_gap(spans)
        and article_id in texts
        and (outside := _outside(spans, texts[article_id]))
    ]


def _outside(spans: list[list[int]], text: str) -> str:
    beyond = [f"{start}-{end}" for start, end in spans if end > len(text)]
    return f"{', '.join(beyond)} lies beyond the text's {len(text):,} characters." if beyond else ""


def _has_gap(spans: Sequence[Sequence[int | None]]) -> bool:
    """Whether a number was too large to read, which the schema's own rules report."""
    return any(offset is None for span in spans for offset in span)
