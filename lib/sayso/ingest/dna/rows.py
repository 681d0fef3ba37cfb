"""Rows of Sayso's tables from the records of a DNA database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sayso.ingest.dna.attributes import CONDITION, NOTE, actor_facts, aliases, issue_facts
from sayso.ingest.dna.choices import Chosen
from sayso.ingest.dna.places import Places
from sayso.ingest.dna.records import BOOLEAN, LONG, Dna, Entity, Statement, Variable
from sayso.ingest.dna.tables import refuse
from sayso.model.slugs import free_id, own_id

RIGHTS = ["quote"]
LARGEST_TEXT = 5_000_000
SHORTEST = 60  # an issue's short name
Row = dict[str, Any]


@dataclass
class Rows:
    """Rows by table, why how many statements were left out of them, and which entity became which row."""

    tables: dict[str, list[Row]]
    left_out: Counter[str] = field(default_factory=Counter)
    actor_ids: dict[int, str] = field(default_factory=dict)  # by the entity's number
    issue_ids: dict[int, str] = field(default_factory=dict)

    @property
    def stances(self) -> list[int]:
        """The stances that occur, ascending."""
        return sorted({row["stance"] for row in self.tables["statements"]})


def to_rows(dna: Dna, chosen: Chosen) -> Rows:
    """Rows of outlets, articles, actors, aliases, issues, quotes and statements.

    Statements without an actor, an issue or a stance, as DNA too leaves them out of every network, and those of
    other types stay out. Raises IntakeError if a place lies outside its document or a text is too long.
    """
    places = {key: Places(document.text) for key, document in dna.documents.items()}
    if long := [key for key, place in places.items() if len(place.text) > LARGEST_TEXT]:
        refuse(f"Document {long[0]} is longer than {LARGEST_TEXT:,} characters.")
    outlets, articles = _articles(dna, places)
    actors = _ids([e for v in chosen.others for e in _entities(dna, v)], "actor")
    issues = _ids(_entities(dna, chosen.issue), "issue")
    own_issues = _issues(dna, chosen, issues)
    made = Rows(
        {"outlets": outlets, "articles": articles, "issues": own_issues}, actor_ids=actors, issue_ids=issues
    )
    own = _counting(dna, chosen, made.left_out)
    made.tables["actors"] = _actors(dna, chosen, actors, own)
    made.tables["aliases"] = [
        {"alias": alias, "actor_id": key}
        for key, entities in _by_actor(dna, actors).items()
        for alias in aliases(_said(entities))
    ]
    _say(dna, chosen, own, places, actors, issues, made)
    return made


def _articles(dna: Dna, places: dict[int, Places]) -> tuple[list[Row], list[Row]]:
    ids: dict[str, str] = {}
    outlets, articles = [], []
    for key, document in sorted(dna.documents.items()):
        if document.source not in ids:
            ids[document.source] = free_id(document.source or "unknown", ids.values(), "outlet")
            outlets.append(
                {"outlet_id": ids[document.source], "name": document.source or "Unknown", "reliability": "F"}
            )
        day = document.dated.isoformat()
        articles.append(
            {
                "article_id": own_id("document", key), "outlet_id": ids[document.source],
                "outlet_basis": "stated" if document.source else "inferred",
                "title": document.title or f"Document {key}", "published_on": day, "published_on_basis": "stated",
                "text": places[key].text or None, "rights": RIGHTS,
            }
        )  # fmt: skip
    return outlets, articles


def _entities(dna: Dna, variable: Variable) -> list[Entity]:
    own = [e for e in dna.entities.values() if e.variable_id == variable.id and e.value.strip()]
    return sorted(own, key=lambda entity: entity.id)


def _ids(entities: Iterable[Entity], noun: str) -> dict[int, str]:
    by_value: dict[str, str] = {}  # the same name in two variables is the same actor
    found: dict[int, str] = {}
    for entity in entities:
        if entity.value not in by_value:
            by_value[entity.value] = free_id(entity.value, by_value.values(), noun)
        found[entity.id] = by_value[entity.value]
    return found


def _issues(dna: Dna, chosen: Chosen, ids: dict[int, str]) -> list[Row]:
    name = chosen.level.name
    sides = ("yes", "no") if chosen.level.kind == BOOLEAN else ("above the middle", "below the middle")
    rows = []
    for sort, key in enumerate(ids, start=1):
        value = dna.entities[key].value.strip()
        short = value if len(value) <= SHORTEST else f"{value[: SHORTEST - 1].rstrip()}…"
        rows.append(
            {
                "issue_id": ids[key], "proposition": value, "short_name": short, "sort": sort,
                "supports_means": f"Coded “{name}”: {sides[0]}.", "opposes_means": f"Coded “{name}”: {sides[1]}.",
                **issue_facts(dna.entities[key].attributes),
            }
        )  # fmt: skip
    return rows


def _counting(dna: Dna, chosen: Chosen, left_out: Counter[str]) -> list[Statement]:
    own = []
    for statement in dna.statements:
        if statement.type_id != chosen.type_id:
            left_out[f"of the type “{dna.types.get(statement.type_id or -1, 'unknown')}”"] += 1
        elif statement.document_id not in dna.documents:
            left_out["of a document that is not there"] += 1
        elif statement.entity(chosen.unit) is None:
            left_out[f"without {chosen.unit.name}"] += 1
        elif statement.entity(chosen.issue) is None:
            left_out[f"without {chosen.issue.name}"] += 1
        elif not isinstance(statement.values.get(chosen.level.id), int):
            left_out[f"without {chosen.level.name}"] += 1
        else:
            own.append(statement)
    return own


def _actors(dna: Dna, chosen: Chosen, ids: dict[int, str], own: list[Statement]) -> list[Row]:
    bodies: dict[int, set[int]] = {}
    for statement in own:
        person, body = statement.entity(chosen.person), statement.entity(chosen.organisation)
        if person and body:
            bodies.setdefault(person.id, set()).add(body.id)
    rows = []
    for actor_id, entities in _by_actor(dna, ids).items():
        names = {dna.variables[entity.variable_id].name.casefold() for entity in entities}
        kind = "person" if names & {"person", "speaker"} else "organisation"
        homes = {ids[body] for entity in entities for body in bodies.get(entity.id, ())} - {actor_id}
        rows.append(
            {
                "actor_id": actor_id, "name": entities[0].value.strip(), "kind": kind,
                # Somebody who spoke for several has no one organisation; each statement says its own.
                "organisation_id": next(iter(homes)) if len(homes) == 1 else None, **actor_facts(_said(entities)),
            }
        )  # fmt: skip
    return rows


def _by_actor(dna: Dna, ids: dict[int, str]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for key, actor_id in ids.items():
        found.setdefault(actor_id, []).append(dna.entities[key])
    return found


def _said(entities: list[Entity]) -> dict[str, str]:
    """The attributes of one actor; where variables differ, the first one's."""
    return {name: value for entity in reversed(entities) for name, value in entity.attributes.items()}


def _say(
    dna: Dna, chosen: Chosen, own: list[Statement], places: dict[int, Places], actors: dict[int, str],
    issues: dict[int, str], made: Rows,
) -> None:  # fmt: skip
    quotes: dict[tuple[Any, ...], Row] = {}
    made.tables["statements"] = said = []
    for statement in own:
        key, actor = statement.document_id, statement.entity(chosen.unit)
        issue, level = statement.entity(chosen.issue), statement.values[chosen.level.id]
        assert key is not None and actor is not None and issue is not None and isinstance(level, int)
        try:
            start, stop = places[key].span(statement.start, statement.stop)
        except ValueError as error:
            refuse(f"Statement {statement.id} in document {key} cannot be placed: {error}.")
        if start >= stop:
            made.left_out["on nothing but white space"] += 1
            continue
        speaker = actors[(statement.entity(chosen.person) or actor).id]
        quote = quotes.setdefault(
            (key, start, stop, speaker, statement.coder),
            {
                "quote_id": own_id("quote", statement.id), "article_id": own_id("document", key), "speaker_id": speaker,
                "kind": "indirect", "text": places[key].text[start:stop], "spans": [(start, stop)],
                "stated_on": dna.documents[key].dated.isoformat(), "stated_on_basis": "inferred",
                "status": "accepted", "coder": statement.coder,
            },
        )  # fmt: skip
        said.append(
            {
                "statement_id": own_id("statement", statement.id), "quote_id": quote["quote_id"],
                "actor_id": actors[actor.id], "issue_id": issues[issue.id], "stance": chosen.stances[level],
                "basis": "words", "condition": _condition(dna, statement), "note": _note(dna, chosen, statement),
                "status": "accepted", "coder": statement.coder,
            }
        )  # fmt: skip
    made.tables["quotes"] = list(quotes.values())


def _condition(dna: Dna, statement: Statement) -> str | None:
    """The long text that Sayso's own export calls so."""
    for key, value in statement.values.items():
        variable = dna.variables[key]
        if variable.kind == LONG and variable.name == CONDITION and isinstance(value, str):
            return value.strip() or None
    return None


def _note(dna: Dna, chosen: Chosen, statement: Statement) -> str | None:
    """The values of the variables that have no place of their own."""
    known = {chosen.unit.id, chosen.issue.id, chosen.level.id}
    parts = []
    for key, value in sorted(statement.values.items()):
        variable = dna.variables[key]
        text = value.value if isinstance(value, Entity) else "" if value is None else str(value)
        is_ours = variable.kind == LONG and variable.name in (CONDITION, NOTE)
        if key in known or not text.strip() or (is_ours and variable.name == CONDITION):
            continue
        parts.append(text.strip() if is_ours else f"{variable.name}: {text.strip()}")
    return "; ".join(parts) or None
