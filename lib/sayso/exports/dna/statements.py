"""Statements: those that DNA had with what was changed in Sayso, and those that came after."""

from __future__ import annotations

from typing import Any

from sayso.exports.dna.base import Base, Shape
from sayso.exports.dna.book import Book, Row
from sayso.exports.dna.documents import Documents
from sayso.exports.dna.entities import Entities
from sayso.exports.dna.now import Now, Said
from sayso.ingest.dna.attributes import CONDITION, NOTE, SAID_ON
from sayso.ingest.dna.records import BOOLEAN, INTEGER, LONG, SHORT

PARTS = "; "  # of a note
Place = tuple[int, int, int]


class Statements:
    """Writes into a book what is said now. `words` are those of each statement, by its number."""

    def __init__(
        self, book: Book, shape: Shape, base: Base, now: Now, entities: Entities, documents: Documents
    ) -> None:
        self._book, self._shape, self._base, self._now = book, shape, base, now
        self._entities, self._documents = entities, documents
        self.words: dict[int, str] = {}
        self._beyond: dict[int, int] = {}  # stances that the variable has no value for, by statement

    def write(self) -> None:
        """Leave out what does not count, change what changed, add what is new."""
        self._leave_out()
        fresh: list[tuple[Place, Said]] = []
        for said in self._now.statements.values():
            if not said.counts:
                continue
            if said.statement_id in self._base.statements:
                self._edit(said)
            elif (place := self._documents.place(said)) is None:
                self._book.tell("statement", "left out: an act that no article reports")
            else:
                fresh.append((place, said))
        for place, said in sorted(fresh, key=lambda one: (one[0], one[1].statement_id)):
            self._add(place, said)
        if self._beyond:
            self._whole_scale()

    def _leave_out(self) -> None:
        gone = []
        now, base = self._now.statements, self._base
        for key, number in base.numbers.items():
            if key in base.statements and (key not in now or not now[key].counts):
                gone.append(number)
                if key not in now:
                    self._book.tell("statement", "left out: deleted in Sayso")
        for said in now.values():
            if not said.counts:
                why = said.status if said.status not in ("accepted", "edited") else "its quote or article does not count"  # fmt: skip
                self._book.tell("statement", f"left out: {why}")
        self._book.drop("STATEMENTS", gone)

    def _edit(self, said: Said) -> None:
        was, number = self._base.statements[said.statement_id], self._base.numbers[said.statement_id]
        row = self._book.by_id["STATEMENTS"][number]
        self.words[number] = said.words
        moved = said.article_id != was["article_id"]
        spans = [tuple(span) for span in said.spans or []]
        if moved or (said.article_id in self._base.texts and spans != was["spans"]):
            place = self._documents.place(said)
            if place is not None:
                row["DocumentId"], row["Start"], row["Stop"] = place
        if said.coder != was["coder"]:
            row["Coder"] = self._book.coder(said.coder)
        if said.issue_id != was["issue_id"]:
            self._set(number, self._shape.issue, SHORT, self._entities.issue(said.issue_id))
        if said.actor_id != was["actor_id"]:
            self._set(
                number, self._shape.actor, SHORT, self._entities.actor(self._shape.actor, said.actor_id)
            )
        if (said.actor_id, said.speaker_id) != (was["actor_id"], was["speaker_id"]):
            self._beside_actor(number, said, speaker=said.speaker_id != was["speaker_id"], actor=said.actor_id != was["actor_id"])  # fmt: skip
        if said.stance != was["stance"]:
            self._set_level(number, said.stance)
        if said.condition != was["condition"]:
            self._tell_or_set(number, CONDITION, said.condition)
        if said.note != was["note"]:
            self._tell_or_set(number, NOTE, self._own_note(number, said.note, was["note"]))

    def _add(self, place: Place, said: Said) -> None:
        shape, document = self._shape, place[0]
        number = self._book.add(
            "STATEMENTS", StatementTypeId=shape.type_id, DocumentId=document, Start=place[1], Stop=place[2],
            Coder=self._book.coder(said.coder),
        )  # fmt: skip
        self.words[number] = said.words
        self._set(number, shape.actor, SHORT, self._entities.actor(shape.actor, said.actor_id))
        self._set(number, shape.issue, SHORT, self._entities.issue(said.issue_id))
        self._beside_actor(number, said, speaker=True, actor=True)
        self._set_level(number, said.stance)
        article = self._now.articles[said.article_id or ""]
        other_day = said.stated_on if said.stated_on != article.published_on else ""
        for name, text in ((CONDITION, said.condition), (NOTE, said.note)):
            if text:
                self._tell_or_set(number, name, text)
        if other_day and SAID_ON in shape.beside:
            self._set(number, shape.beside[SAID_ON], LONG, other_day)
        if other_day:
            self._book.tell("statement", "said on another day than its document, which is DNA’s date for it")
        self._fill(number)

    def _beside_actor(self, number: int, said: Said, *, speaker: bool, actor: bool) -> None:
        """The person who spoke and the body behind the actor, where these are variables of their own."""
        shape, actors = self._shape, self._now.actors
        if shape.person not in (None, shape.actor) and speaker:
            person = next(
                (key for key in (said.speaker_id, said.actor_id) if actors[key].kind == "person"), None
            )
            self._set(number, shape.person, SHORT, self._actor_or_none(shape.person, person))
        if shape.organisation not in (None, shape.actor) and actor:
            own = actors[said.actor_id]
            body = own.organisation_id if own.kind == "person" else own.actor_id
            self._set(number, shape.organisation, SHORT, self._actor_or_none(shape.organisation, body))

    def _tell_or_set(self, number: int, name: str, text: str | None) -> None:
        if name in self._shape.beside:
            self._set(number, self._shape.beside[name], LONG, text or "")
        else:
            self._book.tell("statement", f"whose {name} stays in Sayso: DNA has no variable for it")

    def _own_note(self, number: int, note: str | None, was: str | None) -> str:
        """A note without what the import wrote into it, which stands in variables of its own."""
        row = self._book.value(number, self._shape.beside.get(NOTE, 0))
        own = str(row["Value"] or "").strip() if row else ""
        others = {part for part in (was or "").split(PARTS) if part not in own.split(PARTS)}
        return PARTS.join(part for part in (note or "").split(PARTS) if part not in others)

    def _actor_or_none(self, variable: Any, actor_id: str | None) -> int:
        return self._entities.actor(variable, actor_id) if actor_id else self._book.entity(variable, "")

    def _set(self, number: int, variable: Any, kind: str, value: int | str) -> None:
        self._book.set_value(number, variable, kind, value)

    def _set_level(self, number: int, stance: int) -> None:
        levels = [level for level, step in sorted(self._shape.stances.items()) if step == stance]
        row = self._book.value(number, self._shape.level)
        if row is not None and row["Value"] in levels:
            return
        if levels:
            self._set(number, self._shape.level, self._shape.level_kind, levels[0])
        else:
            self._beyond[number] = stance

    def _fill(self, number: int) -> None:
        """DNA expects a value of every variable; those that Sayso does not know hold DNA's default."""
        for variable in self._book.tables["VARIABLES"]:
            key, kind = variable["ID"], variable["DataType"]
            if variable["StatementTypeId"] != self._shape.type_id or self._book.value(number, key):
                continue
            if key == self._shape.level:
                continue  # gets the whole scale
            empty: dict[str, int | str] = {LONG: "", BOOLEAN: 1, INTEGER: 0}
            value = self._book.entity(key, "") if kind == SHORT else empty[kind]
            self._set(number, key, kind, value)
            if kind in (BOOLEAN, INTEGER):
                self._book.tell(
                    "statement", f"with DNA’s default of “{variable['Variable']}”, which Sayso does not code"
                )

    def _whole_scale(self) -> None:
        """Where a stance has no value of DNA's variable, the variable becomes a whole number and holds Sayso's steps."""
        book, shape = self._book, self._shape
        (variable,) = [row for row in book.tables["VARIABLES"] if row["ID"] == shape.level]
        told = (
            f"for whose stance “{variable['Variable']}” had no value: it is now a whole number from −2 to +2"
        )
        book.tell("statement", told, len(self._beyond))
        own: list[Row] = []
        for table in ("DATABOOLEAN", "DATAINTEGER"):
            own += [row for row in book.tables[table] if row["VariableId"] == shape.level]
            book.tables[table] = [row for row in book.tables[table] if row["VariableId"] != shape.level]
        values = {
            row["StatementId"]: shape.stances.get(row["Value"], row["Value"]) for row in own
        } | self._beyond
        variable["DataType"] = INTEGER
        for number, value in sorted(values.items()):
            book.add("DATAINTEGER", StatementId=number, VariableId=shape.level, Value=value)
