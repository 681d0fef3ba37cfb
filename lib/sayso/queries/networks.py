"""What a network is made of: statements in their order, what is known of its nodes, the steps of its scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from sayso.model.scales import STANCES
from sayso.model.scope import Scope
from sayso.queries import positions
from sayso.queries.network_variables import with_variables
from sayso.store.hub import Database
from sayso.store.package import read_about

# What nodes carry, in this order; a missing value is left out.
OF_ACTORS = (
    "name", "kind", "country", "factions", "name_original", "description", "organisation", "wikidata_id", "aliases",
)  # fmt: skip
OF_OUTLETS = ("name", "country", "language", "reliability", "url")
OF_ARTICLES = ("name", "outlet", "published_on", "language", "url")
OF_ISSUES = ("name", "proposition", "supports_means", "opposes_means", "parent", "keywords")


Node = Literal["actor", "speaker", "outlet", "article", "author"]
NODES: tuple[Node, ...] = get_args(Node)
_COLUMNS: dict[Node, str] = {
    "actor": "actor_id", "speaker": "speaker_id", "outlet": "original_outlet_id", "article": "original_id",
    "author": "author",
}  # fmt: skip


def units(database: Database, scope: Scope, node: Node = "actor") -> pd.DataFrame:
    """Every counting statement in scope: unit, issue, level, said_on, document_id, in the order they were made.

    The unit is what `node` says; of a copied wire story, the original's article and outlet; "" where a statement has
    none, as an act has no speaker. Beside them stand all columns of `with_variables`. Repeats are all there, whatever
    the scope says: a network has rules of its own for them. Raises KeyError where the dataset keeps no authors.
    """
    said = positions.evidence(database, replace(scope, count_by="statement")).frame
    said = with_variables(database, said)
    return said.assign(
        # A copied wire story counts as its original (DESIGN §4); what rests on no article stands for itself.
        document_id=said["original_id"].fillna(said["statement_id"]), unit=said[_COLUMNS[node]].fillna(""), issue=said["issue_id"], level=said["stance"].astype(float),
        said_on=pd.to_datetime(said["said_on"]), place=said["spans"].map(_place),
    ).sort_values(["said_on", "article_id", "place", "statement_id"])  # fmt: skip


def levels(database: Database, found: pd.Series[float]) -> list[float]:
    """The steps that the dataset's coders could choose from: the whole scale, unless its descriptor says `stances`."""
    rows = database.rows("SELECT value FROM meta WHERE key = 'descriptor'")
    said = read_about(rows[0][0]).get("stances") if rows else None
    own = (
        [step for step in said if isinstance(step, int) and step in STANCES] if isinstance(said, list) else []
    )
    return sorted({*map(float, own or STANCES), *found})


def steps(database: Database) -> list[float]:
    """The steps of the dataset's own scale, from opposition to support: −1 and 1 for yes and no."""
    return levels(database, pd.Series(dtype=float))


def span(database: Database) -> float:
    """The length of the dataset's own scale: 4 from −2 to +2, 2 for yes and no."""
    own = steps(database)
    return own[-1] - own[0]


def attributes(database: Database, node: Node = "actor") -> dict[str, dict[str, Any]]:
    """What is known of each node and issue, by id; of issues also by `issue:` and their id, which no node has."""
    if node in ("actor", "speaker"):
        return _of_issues(database) | _of_actors(database)
    if node == "author":
        return _of_issues(database)
    rows, names = (
        (
            database.rows(
                "SELECT outlet_id, name, country, language, reliability::VARCHAR, url FROM outlets"
            ),
            OF_OUTLETS,
        )
        if node == "outlet"
        else (
            database.rows(
                "SELECT article_id, title, name, published_on, articles.language, articles.url"
                " FROM articles JOIN outlets USING (outlet_id)"
            ),
            OF_ARTICLES,
        )
    )
    return _of_issues(database) | {key: dict(zip(names, facts, strict=True)) for key, *facts in rows}


def _of_actors(database: Database) -> dict[str, dict[str, Any]]:
    actors = database.rows(
        "SELECT actor_id, a.name, a.kind::VARCHAR, a.country, string_agg(DISTINCT f.name, '; ' ORDER BY f.name),"
        " a.name_original, a.description, body.name, a.wikidata_id, known.spellings"
        " FROM actors a LEFT JOIN memberships USING (actor_id) LEFT JOIN factions f USING (faction_id)"
        " LEFT JOIN actors body ON body.actor_id = a.organisation_id LEFT JOIN"
        " (SELECT actor_id, string_agg(alias, '; ' ORDER BY alias) AS spellings FROM aliases GROUP BY ALL) known"
        " USING (actor_id) GROUP BY ALL"
    )
    return {key: dict(zip(OF_ACTORS, facts, strict=True)) for key, *facts in actors}


def _of_issues(database: Database) -> dict[str, dict[str, Any]]:
    issues = database.rows(
        "SELECT i.issue_id, i.short_name, i.proposition, i.supports_means, i.opposes_means, above.short_name,"
        " array_to_string(i.keywords, '; ') FROM issues i LEFT JOIN issues above ON above.issue_id = i.parent_id"
    )
    return {
        name_of.format(key): dict(zip(OF_ISSUES, facts, strict=True))
        for key, *facts in issues
        for name_of in ("{}", "issue:{}")
    }


def _place(spans: Any) -> tuple[int, int]:
    """Where a quote begins and ends in its article; acts come first."""
    return (int(spans[0][0]), int(spans[-1][-1])) if isinstance(spans, list | np.ndarray) else (-1, -1)
