"""Articles withdrawn, and taken back: what would change is known before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.outlets import effect, without_articles
from sayso.coding.moved import everything
from sayso.coding.wording import named
from sayso.errors import CodingError
from sayso.model.scope import CountBy, Measure
from sayso.queries import actors, article_rows, ids, outlets, positions
from sayso.store.changes import Change, ConflictError, change
from sayso.store.database import Database
from sayso.store.reader import Reader

TITLE = "Withdrawing an article"


@dataclass(frozen=True)
class Preview:
    """What withdrawing articles would do to the whole dataset, whatever a reader filters."""

    n_leaving: int
    """Statements that would count no longer."""
    n_credited: int
    """Acts that stay, because another article reports them."""
    n_said: dict[str, int]
    """Counting statements of each article, as they were when this was computed."""
    n_positions: int
    """Positions of actors as they stand."""
    actors: pd.DataFrame
    factions: pd.DataFrame
    """As `analysis.outlets.effect` has them."""


def preview(
    database: Database, articles: Sequence[str], count_by: CountBy = "article", measure: Measure = "mean"
) -> Preview:
    """What would change if `articles` were withdrawn together. Nothing is written, so it works in reading only.

    Copies of a withdrawn original that are not withdrawn themselves stay, and count in its stead.
    """
    scope = everything(database, count_by, measure)
    said = positions.evidence(database, scope).frame
    left = without_articles(said, articles, outlets.credits(database, scope).frame)
    stay = dict(zip(left["statement_id"], left["article_id"], strict=True))
    gone = said[said["article_id"].isin(list(articles))]
    n_credited = sum(key in stay for key in gone["statement_id"])
    members = actors.memberships(database)
    return Preview(
        len(said) - len(left), n_credited, {key: int((gone["article_id"] == key).sum()) for key in articles}, len(said[["actor_id", "issue_id"]].drop_duplicates()),
        effect(said, left, count_by=count_by, measure=measure),
        effect(said, left, count_by=count_by, measure=measure, memberships=members),
    )  # fmt: skip


def withdraw(
    database: Database,
    by: str,
    seen: Mapping[str, Mapping[str, Any]],
    on: date,
    n_said: Mapping[str, int] | None = None,
) -> None:
    """Withdraw the articles named in `seen` together, as of the day `on`: one change, which can be undone.

    `seen` holds, for each article_id, the columns that the preview was made from (duplicate_of, outlet_id …): if one
    differs now, or the number of counting statements is not `n_said`, ConflictError says so and nothing is changed. Raises CodingError if one is withdrawn already,
    StoreError if the dataset is open for reading only.
    """
    with change(database, by, note=_note(database, list(seen), "withdrawn")) as made:
        for article_id, columns in seen.items():
            if _withdrawn_on(made, article_id):
                raise CodingError(
                    TITLE,
                    f"{_titled(made, article_id)} was withdrawn by somebody meanwhile. Nothing was changed.",
                    "It is listed below, where it can be taken back.",
                )
            if n_said is not None and article_rows.n_counting(made, article_id) != n_said[article_id]:
                raise ConflictError(
                    TITLE,
                    f"What is coded from {_titled(made, article_id)} has changed since its effect was shown. Nothing was changed.",
                    "Look at what would change now, and decide again.",
                )
            key = {"article_id": article_id}
            made.update("articles", key, {"withdrawn_on": on.isoformat()}, seen=columns)


def take_back(database: Database, by: str, article_id: str, withdrawn_on: str) -> None:
    """Let a withdrawn article count again: a change of its own. `withdrawn_on` is the day that was shown.

    Raises ConflictError if that is another day now or none, StoreError if the dataset is open for reading only.
    """
    with change(database, by, note=_note(database, [article_id], "counts again")) as made:
        key = {"article_id": article_id}
        made.update("articles", key, {"withdrawn_on": None}, seen={"withdrawn_on": withdrawn_on})


def _withdrawn_on(made: Change, article_id: str) -> object:
    return made.existing("articles", {"article_id": article_id})["withdrawn_on"]


def _note(database: Database, articles: Sequence[str], verb: str) -> str:
    more = f" and {len(articles) - 1} more" if len(articles) > 1 else ""
    return f"{_titled(database, articles[0])}{more} {verb}" if articles else verb


def _titled(reader: Reader, article_id: str) -> str:
    title = ids.name(reader, "articles", article_id)
    return named(article_id if title is None else title)
