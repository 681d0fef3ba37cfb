"""What a dataset was when it came from DNA: the tables that were kept, read again as the import read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from sayso.errors import ExportError, IntakeError
from sayso.exports.dna.book import Book, Row
from sayso.exports.dna.now import Now
from sayso.ingest.dna.attributes import CONDITION, NOTE, SAID_ON
from sayso.ingest.dna.choices import Asked, Chosen, choose
from sayso.ingest.dna.kept import given_back, untrimmed
from sayso.ingest.dna.records import BOOLEAN, LONG, Dna, records
from sayso.ingest.dna.rows import Rows, to_rows
from sayso.ingest.dna.tables import Read
from sayso.model.slugs import own_id

TITLE = "Writing a DNA database"
MOST = 500_000_000  # characters of all texts: what an import reads at most


@dataclass(frozen=True)
class Shape:
    """The statement type that is written, and which of its variables hold what. `stances` is by level."""

    type_id: int
    actor: int
    issue: int
    level: int
    level_kind: str
    person: int | None
    organisation: int | None
    stances: Mapping[int, int]
    beside: Mapping[str, int] = field(default_factory=dict)  # long texts that Sayso has columns for

    @property
    def of_actors(self) -> tuple[int, ...]:
        """The variables whose entities are actors."""
        found = (self.actor, self.person, self.organisation)
        return tuple(dict.fromkeys(key for key in found if key is not None))


@dataclass(frozen=True)
class Base:
    """Sayso's rows as the import made them, by id, and DNA's number of each; empty for a dataset that never was DNA's."""

    articles: dict[str, Row] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)  # names by id
    actors: dict[str, Row] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=dict)
    issues: dict[str, Row] = field(default_factory=dict)
    statements: dict[str, Row] = field(default_factory=dict)  # with their quote's columns
    numbers: dict[str, int] = field(default_factory=dict)  # of articles and statements
    entities: dict[tuple[int, str], int] = field(default_factory=dict)  # by variable and actor or issue
    texts: dict[str, str] = field(default_factory=dict)  # as DNA had them, of the articles that have theirs
    leads: dict[str, int] = field(default_factory=dict)  # white space before them


def refuse(message: str, next_step: str = "") -> NoReturn:
    """Raise the ExportError of this room."""
    raise ExportError(TITLE, f"{message} Nothing was written.", next_step)


def from_kept(now: Now) -> tuple[Book, Shape, Base]:
    """The book, shape and base that the descriptor's `dna` gives back. Raises ExportError if it is not what Sayso wrote."""
    found = now.descriptor["dna"]
    try:
        return _from_kept(now, found)
    except (IntakeError, LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        why = error.message if isinstance(error, IntakeError) else "It is not what Sayso writes there."
        refuse(
            f"What this dataset's descriptor keeps of its DNA database, under “dna”, cannot be used: {why}",
            "Import the .dna file again, or take “dna” out of the datapackage.json to write a new DNA database.",
        )


def _from_kept(now: Now, found: dict[str, Any]) -> tuple[Book, Shape, Base]:
    texts, leads, filled = _texts(now, found)
    tables = given_back(found, filled)
    dna = records(tables)
    chosen = _chosen(dna, found["chosen"])
    rows = to_rows(dna, chosen)
    book = Book({name: [dict(row) for row in _numbered(name, read)] for name, read in tables.items()})
    return book, _shape(dna, chosen), _base(dna, chosen, rows, texts, leads)


def _texts(now: Now, found: dict[str, Any]) -> tuple[dict[str, str], dict[str, int], dict[int, str]]:
    """Texts as DNA had them by article, the white space before them, and by document what stands in for a missing one."""
    columns = found["tables"]["DOCUMENTS"]["columns"]
    place = columns.index("ID")
    stops = _stops(found["tables"]["STATEMENTS"])
    texts: dict[str, str] = {}
    leads: dict[str, int] = {}
    filled: dict[int, str] = {}
    for row in found["tables"]["DOCUMENTS"]["rows"]:
        key = int(row[place])
        article = now.articles.get(own_id("document", key))
        taken = dict(found.get("texts", {}).get(str(key), {}))
        length = found.get("lengths", {}).get(str(key))
        text = untrimmed(article.text or "" if article else "", taken)
        leads[own_id("document", key)] = len(str(taken.get("lead", "")))
        if article and (article.text or length == len(text)):
            if length not in (None, len(text)):
                raise ValueError(f"the text of {article.article_id} is another one")
            texts[article.article_id] = filled[key] = text
        else:  # any text will do to read the statements by; none of it is written
            filled[key] = "x" * stops.get(key, 0)
    return texts, leads, filled


def _stops(table: dict[str, Any]) -> dict[int, int]:
    """The last place that any statement refers to, by document."""
    document, stop = (table["columns"].index(name) for name in ("DocumentId", "Stop"))
    found: dict[int, int] = {}
    for row in table["rows"]:
        found[row[document]] = max(found.get(row[document], 0), int(row[stop]))
    if sum(found.values()) > MOST:
        raise ValueError("its statements stand in places that no text has")
    return found


def _chosen(dna: Dna, names: dict[str, Any]) -> Chosen:
    stances = {int(level): int(stance) for level, stance in names["stances"].items()}
    own = {name: str(names[name]) for name in ("type", "unit", "issue", "level")}
    return choose(dna, Asked(**own, stances=stances))


def _numbered(name: str, read: Read) -> list[Row]:
    rows = [dict(row) for row in read.records()]
    if name not in ("SETTINGS", "REGEXES") and not all(type(row.get("ID")) is int for row in rows):
        raise ValueError(f"a row of {name} has no number")
    return rows


def _shape(dna: Dna, chosen: Chosen) -> Shape:
    person, organisation = chosen.person, chosen.organisation
    return Shape(
        chosen.type_id, chosen.unit.id, chosen.issue.id, chosen.level.id, chosen.level.kind,
        person.id if person else None, organisation.id if organisation else None,
        dict(chosen.stances) if chosen.level.kind != BOOLEAN else {0: chosen.stances[0], 1: chosen.stances[1]},
        {
            variable.name: variable.id
            for variable in dna.variables.values()
            if (variable.type_id, variable.kind) == (chosen.type_id, LONG) and variable.name in (CONDITION, NOTE, SAID_ON)
        },
    )  # fmt: skip


def _base(dna: Dna, chosen: Chosen, rows: Rows, texts: dict[str, str], leads: dict[str, int]) -> Base:
    quotes = {row["quote_id"]: row for row in rows.tables["quotes"]}
    statements = {
        row["statement_id"]: {**quotes[row["quote_id"]], **row} for row in rows.tables["statements"]
    }
    aliases: dict[str, list[str]] = {}
    for row in rows.tables["aliases"]:
        aliases.setdefault(row["actor_id"], []).append(row["alias"])
    entities = {
        (dna.entities[key].variable_id, own): key
        for ids in (rows.actor_ids, rows.issue_ids)
        for key, own in ids.items()
    }
    numbers = {own_id("document", key): key for key in dna.documents}
    numbers |= {own_id("statement", statement.id): statement.id for statement in dna.statements}
    return Base(
        {row["article_id"]: row for row in rows.tables["articles"]},
        {row["outlet_id"]: row["name"] for row in rows.tables["outlets"]},
        {row["actor_id"]: row for row in rows.tables["actors"]}, aliases,
        {row["issue_id"]: row for row in rows.tables["issues"]}, statements, numbers, entities, texts, leads,
    )  # fmt: skip
