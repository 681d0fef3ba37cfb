"""Which of a DNA database's variables is the actor, the issue, the stance: said, or plain from the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.ingest.dna.records import BOOLEAN, INTEGER, SHORT, Dna, Statement, Variable
from sayso.ingest.dna.tables import refuse

NOTHING = "Nothing was written."


@dataclass(frozen=True)
class Asked:
    """What the person said; an empty name means "whatever is plain". `stances` maps an integer level to −2 … +2."""

    type: str = ""
    unit: str = ""
    issue: str = ""
    level: str = ""
    stances: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Chosen:
    """The variables of one statement type. `person` and `organisation` are both there, or neither is."""

    type_id: int
    type: str
    unit: Variable
    issue: Variable
    level: Variable
    person: Variable | None
    organisation: Variable | None
    stances: Mapping[int, int]

    @property
    def others(self) -> tuple[Variable, ...]:
        """The variables of actors: the unit, and the person or organisation beside it."""
        pair = (self.person, self.organisation)
        return tuple(dict.fromkeys(variable for variable in (self.unit, *pair) if variable))


@dataclass(frozen=True)
class Offer:
    """What a person can choose from: names of variables of one statement type, and each level's values."""

    types: tuple[str, ...]
    texts: tuple[str, ...]
    levels: Mapping[str, tuple[int, ...]]


def offered(dna: Dna, type_: str = "") -> Offer:
    """The choices that `choose` takes, for the statement type named `type_`, else the only or first usable one."""
    usable = _usable(dna)
    key = next((key for key in usable if dna.types[key] == type_), usable[0] if usable else None)
    own = [variable for variable in dna.variables.values() if variable.type_id == key]
    said = [statement for statement in dna.statements if statement.type_id == key]
    levels = {
        variable.name: tuple(
            sorted({value for each in said if isinstance(value := each.values.get(variable.id), int)})
        )
        for variable in own
        if variable.kind in (BOOLEAN, INTEGER)
    }
    texts = tuple(variable.name for variable in own if variable.kind == SHORT)
    return Offer(tuple(dna.types[key] for key in usable), texts, levels)


def choose(dna: Dna, asked: Asked) -> Chosen:
    """The one statement type and its variables. Raises IntakeError, with the choices, where none is plain."""
    type_id = _type(dna, asked.type)
    own = [variable for variable in dna.variables.values() if variable.type_id == type_id]
    texts = [variable for variable in own if variable.kind == SHORT]
    issue = _issue(texts, asked)
    unit = _one([variable for variable in texts if variable != issue], asked.unit, "--unit", "actor")
    if unit == issue:
        refuse("The actor and the issue cannot be one variable.", f"Change --unit or --issue. {NOTHING}")
    level = _one([v for v in own if v.kind in (BOOLEAN, INTEGER)], asked.level, "--level", "stance")
    person, organisation = _called(texts, "person"), _called(texts, "organization", "organisation")
    both = person is not None and organisation is not None and issue not in (person, organisation)
    said = [statement for statement in dna.statements if statement.type_id == type_id]
    return Chosen(
        type_id, dna.types[type_id], unit, issue, level, person if both else None, organisation if both else None,
        _stances(said, level, asked.stances),
    )  # fmt: skip


def _type(dna: Dna, asked: str) -> int:
    usable = _usable(dna)
    names = [dna.types[key] for key in usable]
    if asked:
        named = [key for key in usable if dna.types[key].casefold() == asked.casefold()]
        if len(named) == 1:
            return named[0]
        refuse(
            f"“{asked}” is not a statement type with an actor, an issue and a stance.",
            f"--type takes one of: {_listed(names)}. {NOTHING}",
        )
    spoken = {statement.type_id for statement in dna.statements}
    if len(used := [key for key in usable if key in spoken] or usable) == 1:
        return used[0]
    if not usable:
        refuse(
            "No statement type has two short-text variables (actor and issue) and a boolean or integer one (stance).",
            f"Sayso needs one. {NOTHING}",
        )
    refuse("Several statement types could be the one.", f"Say which with --type: {_listed(names)}. {NOTHING}")


def _usable(dna: Dna) -> list[int]:
    """Statement types with two short texts and a level, those that have statements first."""
    spoken = {statement.type_id for statement in dna.statements}
    usable = []
    for key in dna.types:
        kinds = [variable.kind for variable in dna.variables.values() if variable.type_id == key]
        if kinds.count(SHORT) > 1 and (BOOLEAN in kinds or INTEGER in kinds):
            usable.append(key)
    return sorted(usable, key=lambda key: key not in spoken)


def _issue(texts: Sequence[Variable], asked: Asked) -> Variable:
    plain = _called(texts, "concept")
    if not asked.issue and plain is not None:
        return plain
    rest = [
        variable for variable in texts if asked.issue or variable.name.casefold() != asked.unit.casefold()
    ]
    return _one(rest, asked.issue, "--issue", "issue")


def _one(choices: Sequence[Variable], asked: str, flag: str, role: str) -> Variable:
    names = _listed([variable.name for variable in choices])
    if asked:
        if found := _called(choices, asked):
            return found
        refuse(f"“{asked}” cannot be the {role}.", f"{flag} takes one of: {names}. {NOTHING}")
    if len(choices) != 1:
        refuse(f"Several variables could be the {role}.", f"Say which with {flag}: {names}. {NOTHING}")
    return choices[0]


def _called(choices: Sequence[Variable], *names: str) -> Variable | None:
    wanted = {name.casefold() for name in names}
    return next((variable for variable in choices if variable.name.casefold() in wanted), None)


def _stances(said: Sequence[Statement], level: Variable, asked: Mapping[int, int]) -> dict[int, int]:
    found = {value for statement in said if isinstance(value := statement.values.get(level.id), int)}
    if any(not -2 <= stance <= 2 for stance in asked.values()):
        refuse("A stance is −2, −1, 0, 1 or 2.", f"Change --stance. {NOTHING}")
    if level.kind == BOOLEAN:
        if odd := sorted(found - {0, 1}):
            refuse(f"“{level.name}” is yes or no, but holds {odd[0]}.")
        return {0: -1, 1: 1} | dict(asked)
    known = {value: value for value in range(-2, 3)} if not asked else dict(asked)
    if unknown := sorted(found - set(known)):
        shown = ", ".join(map(str, unknown[:12]))
        refuse(
            f"“{level.name}” holds {shown}, which Sayso cannot place between −2 and +2.",
            f"Say what every value means: --stance {unknown[0]}=-2 --stance … {NOTHING}",
        )
    return {value: known[value] for value in sorted(found)}


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names) or "none"
