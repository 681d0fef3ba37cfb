"""The numbered sources of a report: each article that a statement behind it comes from."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.scales import rating

COLUMNS = ["number", "outlet", "title", "published_on", "url", "rating", "n_statements", "article_id"]


def numbered(statements: pd.DataFrame) -> pd.DataFrame:
    """One row an article, numbered from 1, the latest first; COLUMNS. `rating` lists the codes given ("B2, B3").

    `statements` are rows of `reports.evidence`, or quotes; repeats are cited and not counted; acts that no article reports have no source.
    """
    cited = statements[statements["article_id"].notna()]
    rows = [_source(records(of_one)) for _, of_one in cited.groupby("article_id", sort=False)]
    rows.sort(key=lambda row: (row["outlet"] or "", row["title"] or ""))
    rows.sort(key=lambda row: row["published_on"] or "", reverse=True)
    return pd.DataFrame([{"number": place, **row} for place, row in enumerate(rows, 1)], columns=COLUMNS)


def _source(rows: list[dict[str, Any]]) -> dict[str, Any]:
    first = rows[0]
    codes = {rating(row["reliability"] or None, _grade(row["credibility"])) for row in rows}
    return {
        "outlet": first["outlet"], "title": first["article"], "published_on": first["published_on"], "url": first["url"],
        "rating": ", ".join(sorted(codes)),
        "n_statements": sum(bool(row.get("is_kept", True)) for row in rows), "article_id": first["article_id"],
    }  # fmt: skip


def _grade(credibility: float | None) -> int | None:
    return None if credibility is None else int(credibility)
