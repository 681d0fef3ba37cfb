"""The numbered sources of a report: each article that a statement behind it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unicodedata import bidirectional

import pandas as pd

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import rating

COLUMNS = [
    "number",
    "outlet",
    "title",
    "published_on",
    "url",
    "rating",
    "n_statements",
    "article_id",
    "archive_url",
    "accessed_on",
]

MOST_CHARACTERS = 240
"""Of the words in a citation; the rest is cut."""
NOT_QUOTED = "[words left out: the rights of the article do not allow quoting]"


def numbered(statements: pd.DataFrame) -> pd.DataFrame:
    """One row an article, numbered from 1, the latest first; COLUMNS. `rating` lists the codes given ("B2, B3").

    `statements` are rows of `reports.evidence`, or quotes; repeats are cited and not counted; acts that no article reports have no source.
    """
    cited = statements[statements["article_id"].notna()]
    rows = [_source(records(of_one)) for _, of_one in cited.groupby("article_id", sort=False)]
    rows.sort(key=lambda row: (row["outlet"] or "", row["title"] or ""))
    rows.sort(key=lambda row: row["published_on"] or "", reverse=True)
    return pd.DataFrame([{"number": place, **row} for place, row in enumerate(rows, 1)], columns=COLUMNS)


def citation(statement: Mapping[str, Any], number: int | None, most: int = MOST_CHARACTERS) -> str:
    """`[7] Speaker (role), “words …”, Outlet, “Title”, 14 Nov 2026; archived URL, accessed 15 Nov 2026; B2; id`.

    `statement` is a row of an exhibit's statements. Words that must not leave are said to be left out; an act is
    cited by its event.
    """
    who = statement["speaker"] or statement["actor"]
    role = f" ({statement['role']})" if statement["role"] else ""
    code = rating(statement["reliability"] or None, _grade(statement["credibility"]))
    source = {**statement, "title": statement["article"], "rating": code}
    key = statement["statement_id"] or statement["quote_id"]
    return (
        f"{_mark(number)}{who or 'Not named'}{role}, {_words(statement, most)}, {source_words(source)}; {key}"
    )


def source_words(source: Mapping[str, Any]) -> str:
    """A source without its number: `Outlet, “Title”, 14 Nov 2026; archived URL, accessed 15 Nov 2026; B2`."""
    title = _closed(f"“{source['title']}”") if source["title"] else ""
    day = date_words(source["published_on"]) if source["published_on"] else "no date"
    address = f"archived {source['archive_url']}" if source["archive_url"] else source["url"]
    accessed = f"accessed {date_words(source['accessed_on'])}" if source["accessed_on"] else ""
    where = ", ".join(filter(None, [source["outlet"] or "no article", title, day]))
    return "; ".join(filter(None, [where, ", ".join(filter(None, [address, accessed])), source["rating"]]))


def _closed(words: str) -> str:
    """Words from right to left, with a mark after them: else the date that follows would join them."""
    is_rtl = any(bidirectional(letter) in ("R", "AL") for letter in words)
    return f"{words}\u200e" if is_rtl else words


def _mark(number: int | None) -> str:
    return "" if number is None else f"[{number}] "


def _words(statement: Mapping[str, Any], most: int) -> str:
    if statement["is_withheld"]:
        return NOT_QUOTED
    words = statement["quote"]
    if not words:
        return statement["event"] or "no words"
    short = words if len(words) <= most else f"{words[: most - 2].rstrip()} …"
    return _closed(f"“{short}”" if statement["kind"] == "direct" else short)


def _source(rows: list[dict[str, Any]]) -> dict[str, Any]:
    first = rows[0]
    codes = {rating(row["reliability"] or None, _grade(row["credibility"])) for row in rows}
    return {
        "outlet": first["outlet"], "title": first["article"], "published_on": first["published_on"], "url": first["url"],
        "rating": ", ".join(sorted(codes)),
        "n_statements": sum(bool(row.get("is_kept", True)) for row in rows), "article_id": first["article_id"],
        "archive_url": first.get("archive_url"), "accessed_on": first.get("accessed_on"),
    }  # fmt: skip


def _grade(credibility: float | None) -> int | None:
    return None if credibility is None else int(credibility)
