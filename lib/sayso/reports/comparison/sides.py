"""Who can be compared, and which two are if nobody says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from sayso.analysis import agreement
from sayso.analysis.positions import actor_positions, faction_positions, grid
from sayso.model.scope import Scope, Unit
from sayso.queries import networks, positions
from sayso.queries.answer import Answer
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.hub import Database

UNIT_WORDS: dict[Unit, str] = {"factions": "Factions", "actors": "Actors"}
_SPARE = ("#5b2a56", "#2f7d6b", "#a8324a", "#6b6a2e", "#3d3f8f", "#8a5a3c")


class Side(NamedTuple):
    """One side: its letter and colour in the chart, and its name with how many of its members spoke."""

    key: str
    letter: str
    words: str
    colour: str


@dataclass(frozen=True)
class Stands:
    """Where everyone stands (`analysis.positions`), and the two who are most opposed (fewer if fewer spoke)."""

    positions: pd.DataFrame
    opposed: tuple[str, ...]


def usual_unit(view: View) -> Unit:
    """Factions, if there are any."""
    return "factions" if view.lookup.factions else "actors"


def read_positions(database: Database, scope: Scope, unit: Unit) -> Answer:
    """Counts by actor or by member, and the question that gets them."""
    return ask(
        positions.member_positions if unit == "factions" else positions.actor_positions, database, scope
    )


def stands(database: Database, scope: Scope, unit: Unit) -> Stands:
    """Everyone of `unit` who spoke in scope."""
    derive = faction_positions if unit == "factions" else actor_positions
    frame = derive(read_positions(database, scope, unit).frame, scope.measure)
    return Stands(frame, _opposed(frame, ask(networks.span, database)))


def colours(view: View, sides: list[str]) -> dict[str, str]:
    """A faction's own colour, else one that is no step of the stance scale."""
    own = view.lookup.faction_colours
    return {side: own.get(side, _SPARE[place % len(_SPARE)]) for place, side in enumerate(sides)}


def letter(place: int) -> str:
    """The first side is A."""
    return chr(ord("A") + place)


def _opposed(stands: pd.DataFrame, span: float) -> tuple[str, ...]:
    """The two with most positions in common that differ most."""
    heard = list(stands.groupby("unit_id").size().sort_values(ascending=False, kind="stable").index)
    if len(heard) < 2:
        return tuple(heard)
    pairs = agreement.pairs(grid(stands, heard, sorted(stands["issue_id"].unique())), span)
    ranked = pairs.sort_values(["n_shared", "agreement"], ascending=[False, True], kind="stable")
    return str(ranked.iloc[0]["first"]), str(ranked.iloc[0]["second"])
