"""Actors and issues as DNA's entities, with what is known of them as attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sayso.exports.dna.base import Base, Shape
from sayso.exports.dna.book import Book
from sayso.exports.dna.now import Actor, Issue, Now
from sayso.exports.dna.schema import LONGEST
from sayso.ingest.dna.attributes import (
    ABOUT,
    ALIAS,
    COUNTRY,
    KIND,
    OPPOSES,
    ORIGINAL,
    SHORT_NAME,
    SUPPORTS,
    WIKIDATA,
)  # fmt: skip

Facts = dict[str, str]


class Entities:
    """The entities of a book, brought to what actors and issues are now."""

    def __init__(self, book: Book, shape: Shape, base: Base, now: Now) -> None:
        self._book, self._shape, self._base, self._now = book, shape, base, now
        self._known = dict(base.entities)
        self._later: dict[int, str] = {}  # names that another entity still has, which may go
        for (variable, key), entity in base.entities.items():
            # An issue and an actor may have one id, but no variable holds both.
            if variable == shape.issue:
                is_new = key in now.issues and now.issues[key].proposition != base.issues[key]["proposition"]
                name = _named(book, now.issues[key]) if is_new else ""
            else:
                is_new = key in now.actors and now.actors[key].name != base.actors[key]["name"]
                name = book.short(now.actors[key].name, "name") if is_new else ""
            if name and book.is_free(variable, name):
                book.rename(entity, name)
            elif name:
                self._later[entity] = name

    def actor(self, variable: int, actor_id: str) -> int:
        """The entity of an actor in a variable, made if there is none."""
        if (variable, actor_id) not in self._known:
            name = self._book.short(self._now.actors[actor_id].name, "name")
            self._known[variable, actor_id] = self._book.entity(
                variable, self._book.free_value(variable, name)
            )
        return self._known[variable, actor_id]

    def issue(self, issue_id: str) -> int:
        """The entity of an issue, made if there is none."""
        variable = self._shape.issue
        if (variable, issue_id) not in self._known:
            name = self._book.free_value(variable, _named(self._book, self._now.issues[issue_id]))
            self._known[variable, issue_id] = self._book.entity(variable, name)
        return self._known[variable, issue_id]

    def finish(self) -> None:
        """Entities for those of whom nothing is said, attributes for all that changed, none for those who are gone."""
        shape, of_actors = self._shape, set(self._shape.of_actors)
        for key, actor in self._now.actors.items():
            if not any((variable, key) in self._known for variable in of_actors):
                self.actor(self._home(actor), key)
        for key in self._now.issues:
            self.issue(key)
        gone = []
        for (variable, key), entity in self._known.items():
            if variable == shape.issue:
                if key in self._now.issues:
                    self._describe(
                        entity, _of_issue(self._now.issues[key]), self._base.issues.get(key), _issue_was
                    )
                else:
                    gone.append(entity)
            elif key in self._now.actors:
                was = self._base.actors.get(key)
                was = was and {**was, "aliases": self._base.aliases.get(key)}
                self._describe(entity, _of_actor(self._now.actors[key]), was, _actor_was)
            else:
                gone.append(entity)
        self._drop_unused(gone)
        for entity, name in self._later.items():
            self._book.rename(entity, name)

    def _home(self, actor: Actor) -> int:
        """The variable of an actor of whom nothing is said."""
        shape, is_person = self._shape, actor.kind == "person"
        other = shape.person if is_person else shape.organisation
        opposite = shape.organisation if is_person else shape.person
        return other if other is not None and shape.actor == opposite else shape.actor

    def _describe(self, entity: int, facts: Facts, was: Mapping[str, Any] | None, told: Any) -> None:
        before: Facts = told(was) if was else {}
        for name in dict.fromkeys([*facts, *before]):
            if facts.get(name, "") != before.get(name, ""):
                self._book.describe(entity, name, facts.get(name, ""))

    def _drop_unused(self, gone: list[int]) -> None:
        used = {row["Entity"] for row in self._book.tables["DATASHORTTEXT"]}
        free = [entity for entity in gone if entity not in used]
        for row in self._book.tables["ENTITIES"]:
            if row.get("ChildOf") in free:
                row["ChildOf"] = None  # else the child would go along
        self._book.drop("ENTITIES", free)
        self._book.tell("actor or issue", "left out: merged or removed in Sayso", len(free))


def _named(book: Book, issue: Issue) -> str:
    """An issue's proposition, or its short name if that is too long for DNA."""
    fits = len(issue.proposition) <= LONGEST
    return book.short(issue.proposition if fits else issue.short_name, "issue")


def _of_actor(actor: Actor) -> Facts:
    facts = {
        KIND: actor.kind, COUNTRY: actor.country, ORIGINAL: actor.name_original, ABOUT: actor.description,
        WIKIDATA: actor.wikidata_id, "factions": "; ".join(actor.factions or []),
        ALIAS: "; ".join(alias for alias in actor.aliases or [] if alias != actor.name),
    }  # fmt: skip
    return {name: value for name, value in facts.items() if value}


def _actor_was(row: Mapping[str, Any]) -> Facts:
    named = Actor(
        row["actor_id"], row["name"], row.get("name_original"), row["kind"], row.get("country"), row.get("description"),
        row.get("organisation_id"), row.get("wikidata_id"), row["aliases"], [],
    )  # fmt: skip
    return _of_actor(named)


def _of_issue(issue: Issue) -> Facts:
    return {
        SHORT_NAME: issue.short_name, SUPPORTS: issue.supports_means, OPPOSES: issue.opposes_means,
    }  # fmt: skip


def _issue_was(row: Mapping[str, Any]) -> Facts:
    return _of_issue(
        Issue(row["issue_id"], "", row["short_name"], row["supports_means"], row["opposes_means"])
    )
