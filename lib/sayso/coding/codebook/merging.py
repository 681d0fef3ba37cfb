"""Two actors that are one: every reference moves to the one that is kept, in one change."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd

from sayso.coding.codebook.actors import line, name_of
from sayso.coding.moved import cells, everything, moved
from sayso.coding.wording import named
from sayso.errors import CodingError
from sayso.model.scope import CountBy, Measure
from sayso.queries import actor_rows, proposal_rows
from sayso.queries.actor_rows import Keyed
from sayso.store.changes import Change, change
from sayso.store.database import Database
from sayso.store.rehearsal import rehearse

TITLE = "Merging two actors"
FILLED = ("name_original", "country", "description", "organisation_id", "wikidata_id")


class KindsDifferError(CodingError):
    """The two are of different kinds: merging them must be confirmed."""


def merge(database: Database, by: str, keep: str, lose: str, *, kinds_may_differ: bool = False) -> None:
    """Make the actor `lose` the actor `keep`: one change, which can be undone.

    What `lose` said, was told, did and belonged to becomes `keep`'s; its name and aliases become aliases;
    facts that `keep` lacks are taken over. Raises KindsDifferError unless `kinds_may_differ`, CodingError if
    one of them is gone or both are the same.
    """
    note = f"{named(name_of(database, lose))} merged into {named(name_of(database, keep))}"
    with change(database, by, note=note) as made:
        _move_everything(made, *_both(made, keep, lose, kinds_may_differ))


def preview_merge(
    database: Database, keep: str, lose: str, count_by: CountBy = "article", measure: Measure = "mean"
) -> pd.DataFrame:
    """Every cell of the matrix that merging would change, before and after, as `coding.moved.moved` has them.

    The merge is made, the questions are asked, and it is taken back.
    """
    scope = everything(database, count_by, measure)
    with rehearse(database) as (made, there):
        before = cells(there, scope)
        _move_everything(made, *_both(made, keep, lose, kinds_may_differ=True))
        return moved(before, cells(there, scope))


def _both(
    made: Change, keep: str, lose: str, kinds_may_differ: bool
) -> tuple[dict[str, Any], dict[str, Any]]:
    kept, lost = made.row("actors", {"actor_id": keep}), made.row("actors", {"actor_id": lose})
    if keep == lose:
        raise CodingError(TITLE, "An actor cannot be merged with itself.", "Choose another actor.")
    if kept is None or lost is None:
        raise CodingError(TITLE, "One of them is gone: somebody removed it.", "Look at the page anew.")
    if kept["kind"] != lost["kind"] and not kinds_may_differ:
        raise KindsDifferError(
            TITLE,
            f"{named(kept['name'])} is a {kept['kind']}, {named(lost['name'])} a {lost['kind']}. Nothing was changed.",
            "If they are one all the same, confirm it.",
        )
    return kept, lost


def _move_everything(made: Change, kept: dict[str, Any], lost: dict[str, Any]) -> None:
    keep, lose = kept["actor_id"], lost["actor_id"]
    for table, column in (("quotes", "speaker_id"), ("quotes", "addressee_id"), ("statements", "actor_id")):
        made.replace(table, column, lose, keep)
    for keyed in actor_rows.KEYS:
        _move_keyed(made, keyed, keep, lose)
    _move_proposals(made, keep, lose)
    for member in actor_rows.parts_of(made, lose, but=keep):
        made.update("actors", {"actor_id": member}, {"organisation_id": keep})
    if kept["organisation_id"] == lose:
        kept["organisation_id"] = None
    filled = {name: lost[name] if kept[name] is None else kept[name] for name in FILLED}
    if filled["organisation_id"] and {keep, lose} & line(made, filled["organisation_id"]):
        filled["organisation_id"] = None
    made.update("actors", {"actor_id": keep}, filled)
    for name in (lost["name"], lost["name_original"]):
        known = {kept["name"], filled["name_original"]}
        if name and name not in known and made.row("aliases", {"alias": name, "actor_id": keep}) is None:
            made.insert("aliases", {"alias": name, "actor_id": keep})
    made.delete("actors", {"actor_id": lose})


def _move_keyed(made: Change, table: Keyed, keep: str, lose: str) -> None:
    """Rows whose key holds the actor: moved, or dropped where the kept one has the same row."""
    for key in actor_rows.keys(made, table, lose):
        if made.row(table, key | {"actor_id": keep}) is None:
            made.update(table, key, {"actor_id": keep})
        else:
            made.delete(table, key)


def _move_proposals(made: Change, keep: str, lose: str) -> None:
    """What was found names the actor too; accepting it later must lead to the kept one."""
    for proposal, found in proposal_rows.naming(made, f'"actor:{lose}"'):
        renamed = json.loads(found, object_hook=lambda part: _renamed(part, f"actor:{lose}", f"actor:{keep}"))
        made.update(
            "proposals", {"proposal_id": proposal}, {"found": json.dumps(renamed, ensure_ascii=False)}
        )
    for proposal in proposal_rows.of_actor(made, lose):
        made.update("proposals", {"proposal_id": proposal}, {"row_id": keep})


def _renamed(part: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {name: _swapped(value, old, new) for name, value in part.items()}


def _swapped(value: Any, old: str, new: str) -> Any:
    if isinstance(value, list):
        return [_swapped(each, old, new) for each in value]
    return new if value == old else value
