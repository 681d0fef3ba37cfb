"""Names and colours of a dataset's actors, factions, issues and outlets: one small table for all pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.queries import actor_rows, codebook
from sayso.queries import actors as actor_queries
from sayso.store.hub import Database

NO_FACTION = "No faction"


@dataclass(frozen=True)
class Lookup:
    """Labels by id. Labels are unique within their kind: they stand in the address bar."""

    actors: dict[str, str]
    factions: dict[str, str]
    issues: dict[str, str]
    outlets: dict[str, str]
    propositions: dict[str, str]
    faction_colours: dict[str, str]
    faction_of: dict[str, str]
    """Each actor's faction as of its latest statement, else today's; "" for none."""
    aliases: dict[str, str]
    """Names as found that belong to one actor only, by lower-case alias."""
    first_day: date
    last_day: date
    is_empty: bool

    @property
    def units(self) -> dict[str, str]:
        """Actors and factions together."""
        return {**self.factions, **self.actors}

    def faction_name(self, actor: str) -> str:
        """The name of an actor's faction."""
        return self.factions.get(self.faction_of.get(actor, ""), NO_FACTION)


def read_lookup(database: Database) -> Lookup:
    """Read the names of `database`."""
    days = codebook.date_range(database)
    first, last = days or (date(2000, 1, 1), date.today())
    actors = actor_queries.actors(database, Scope(database.name, last)).frame
    factions, issues, outlets = (
        codebook.factions(database),
        codebook.issues(database),
        codebook.outlets(database),
    )
    names = dict.fromkeys((alias.casefold(), actor) for alias, actor in actor_rows.every_alias(database))
    owners = Counter(alias for alias, _ in names)
    return Lookup(
        actors=_unique(zip(actors["actor_id"], actors["name"], strict=True)),
        factions=_unique(zip(factions["faction_id"], factions["name"], strict=True)),
        issues=_unique(zip(issues["issue_id"], issues["short_name"], strict=True)),
        outlets=_unique(zip(outlets["outlet_id"], outlets["name"], strict=True)),
        propositions=dict(zip(issues["issue_id"], issues["proposition"], strict=True)),
        faction_colours=dict(zip(factions["faction_id"], factions["colour"], strict=True)),
        faction_of={
            actor: (list(ids) or [""])[0]
            for actor, ids in zip(actors["actor_id"], actors["faction_ids"], strict=True)
        },
        aliases={alias: actor for alias, actor in names if owners[alias] == 1},
        first_day=first,
        last_day=last,
        is_empty=days is None,
    )


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Labels by id; two that share a name carry their ids as well."""
    known = list(pairs)
    uses = Counter(name for _, name in known)
    return {key: name if uses[name] == 1 else f"{name} ({key})" for key, name in known}


def read_article_labels(database: Database) -> dict[str, str]:
    """Articles by id, as select boxes and links name them."""
    return _unique(
        (row["article_id"], f"{row['title']} ({row['outlet']}, {date_words(row['published_on'])})")
        for row in records(codebook.articles(database))
    )


def read_event_labels(database: Database) -> dict[str, str]:
    """Events by id, as select boxes and links name them."""
    return _unique(
        (row["event_id"], f"{date_words(row['happened_on'])}: {row['title']}")
        for row in records(codebook.events(database))
    )


def read_statement_labels(database: Database) -> dict[str, str]:
    """Statements by id, as select boxes and links name them."""
    return _unique(
        (row["statement_id"], f"{date_words(row['stated_on'])}: {row['actor']} on {row['issue']}")
        for row in records(codebook.statements(database))
    )
