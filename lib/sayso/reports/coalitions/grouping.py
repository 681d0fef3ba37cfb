"""What the page computes once for a scope: the camps and all that follows from them."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from sayso.analysis import agreement, consensus, ordering, recount
from sayso.analysis import wedges as parting
from sayso.analysis.networks.coalitions import Coalitions as Partition
from sayso.analysis.networks.coalitions import NoCoalitions, best_groups
from sayso.analysis.networks.coalitions import coalitions as partition_of
from sayso.analysis.networks.counts import Counts, count
from sayso.analysis.networks.course import Course, course, standing
from sayso.analysis.networks.grouping import Labels
from sayso.analysis.networks.refitting import tested_wedges
from sayso.analysis.positions import actor_positions, grid
from sayso.model.scope import Scope
from sayso.queries import actors, networks, positions
from sayso.reports import evidence
from sayso.reports.memo import ask
from sayso.reports.view import look
from sayso.store.hub import Database

MOST_ROWS = 24
_NOBODY = pd.DataFrame({"unit": [], "coalition": [], "together": []}).astype(object)


@dataclass(frozen=True)
class Grouping:
    """Small frames only: this is kept between runs.

    - `n_statements`: in scope, repeats among them; `n_actors`: who made them.
    - `span`: the length of the dataset's own scale; `lacking`: what there is too little of for camps.
    - `positions`: one row an actor and issue (`analysis.positions.actor_positions`).
    - `pairs`: agreement of every two actors; `rows`: the most heard of them, as the matrix draws them.
    - `partition`: the best grouping; None where there is none. `members`: each actor in it (`course.standing`).
    - `wedges`, `uniting`, `common`, `course`: of two camps or more, else empty and None.
    """

    n_statements: int
    n_actors: int
    span: float
    lacking: str
    positions: pd.DataFrame
    pairs: pd.DataFrame
    rows: list[str]
    partition: Partition | None
    members: pd.DataFrame
    wedges: pd.DataFrame
    uniting: pd.DataFrame
    common: pd.DataFrame
    course: Course | None

    @cached_property
    def camps(self) -> Mapping[str, str]:
        """The letter of each actor's camp; of one alone, none."""
        return _camps(self.members)

    @property
    def n_camps(self) -> int:
        """How many camps have two members or more."""
        return len(set(self.camps.values()))

    @property
    def by_certainty(self) -> pd.DataFrame:
        """The wedges, the surest first."""
        return (
            self.wedges.sort_values("q", kind="stable", na_position="last")
            if len(self.wedges)
            else self.wedges
        )


def compute(database: Database, scope: Scope) -> Grouping:
    """Camps, agreement, wedges and the course of a scope; some seconds for ten thousand statements."""
    statements = evidence.answer(look(database, scope)).frame
    stands = actor_positions(ask(positions.actor_positions, database, scope).frame, scope.measure)
    levels = networks.levels(database, statements["stance"].astype(float))
    return grouping_of(
        statements, stands, levels, _factions(database, scope), ask(camps_of_all, database, scope.dataset)
    )


def grouping_of(
    statements: pd.DataFrame, stands: pd.DataFrame, levels: Sequence[float], factions: Mapping[str, str],
    of_all: Mapping[str, int] | None = None,
) -> Grouping:  # fmt: skip
    """`compute` from evidence, positions, the steps of the scale, each actor's faction, and the camps that letters go by."""
    units = recount.as_units(statements[statements["is_kept"].astype(bool)])
    span = levels[-1] - levels[0]
    heard = stands.groupby("unit_id")["n"].sum().sort_values(ascending=False, kind="stable").index
    values = grid(stands, sorted(heard), sorted(set(stands["issue_id"])))
    best = partition_of(units, levels)
    partition = None if isinstance(best, NoCoalitions) else best
    members = standing(_numbered(partition.members, of_all or {}) if partition else _NOBODY, factions)
    grouped = units[units["unit"].isin(members["unit"])]
    camps = _camps(members)
    drawn = values.loc[sorted(heard[:MOST_ROWS])]
    has_sides = len(set(camps.values())) > 1
    voices = consensus.voices_of(stands, camps)
    parted = parting.wedges(voices, draws=0) if has_sides else pd.DataFrame()  # tested below, on other camps
    return Grouping(
        n_statements=len(statements),
        n_actors=len(heard),
        span=span,
        lacking=best.reason if isinstance(best, NoCoalitions) else "",
        positions=stands,
        pairs=agreement.pairs(values, span),
        rows=ordering.grouped(agreement.agreement_order(drawn), camps) if len(drawn) else [],
        partition=partition,
        members=members,
        wedges=tested_wedges(parted, grouped, levels, stands, _again) if len(parted) else parted,
        uniting=consensus.uniting(voices) if has_sides else pd.DataFrame(),
        common=consensus.common_ground(voices) if has_sides else pd.DataFrame(),
        course=course(grouped, levels, camps, _again) if has_sides else None,
    )


def _again(counts: Counts) -> Labels:
    """Camps as they are searched for again in a test: as those on the page, from one beginning."""
    return best_groups(counts, seeds=1)


def letter(camp: int) -> str:
    """1 is A: coalitions are lettered, so that they are not taken for factions."""
    return chr(ord("A") + int(camp) - 1) if camp <= 26 else f"No. {camp}"


def camps_of_all(database: Database, dataset: str) -> dict[str, int]:
    """The camp of each actor in everything that was ever said, the largest first: what letters go by on any date."""
    everything = look(database, Scope(dataset, date.max))
    statements = evidence.answer(everything).frame
    units = recount.as_units(statements[statements["is_kept"].astype(bool)])
    if units.empty:
        return {}
    counts = count(units, levels=networks.levels(database, units["level"]))
    groups = best_groups(counts)
    by_size = sorted(set(groups), key=lambda group: (-int((groups == group).sum()), int(group)))
    numbers = {group: number for number, group in enumerate(by_size, start=1)}
    return {unit: numbers[group] for unit, group in zip(counts.units, groups, strict=True)}


def _numbered(members: pd.DataFrame, of_all: Mapping[str, int]) -> pd.DataFrame:
    """`members` with coalitions numbered so that their letters mean the same on another date.

    Each coalition of two or more takes the number of the camp in `of_all` (`camps_of_all`) with which it shares most
    members, the largest overlap first; what shares none takes the next. By size, two camps would swap letters when
    one actor moves.
    """
    camps = {camp: list(own["unit"]) for camp, own in members.groupby("coalition")}
    overlaps = [
        (sum(of_all.get(unit) == number for unit in own), number, camp)
        for camp, own in camps.items()
        for number in set(of_all.values())
        if len(own) > 1
    ]
    numbers: dict[Any, int] = {}
    for shared, number, camp in sorted(overlaps, key=lambda one: (-one[0], one[1], one[2])):
        if shared and camp not in numbers and number not in numbers.values():
            numbers[camp] = number
    spare = (number for number in itertools.count(1) if number not in numbers.values())
    for camp in sorted(camps, key=lambda one: (-len(camps[one]), one)):
        if camp not in numbers:
            numbers[camp] = next(spare)
    renumbered = members.assign(coalition=members["coalition"].map(numbers))
    return renumbered.sort_values(["coalition", "unit"]).reset_index(drop=True)


def _camps(members: pd.DataFrame) -> dict[str, str]:
    sizes = members["coalition"].value_counts()
    return {
        unit: letter(camp)
        for unit, camp in zip(members["unit"], members["coalition"], strict=True)
        if sizes[camp] > 1
    }


def _factions(database: Database, scope: Scope) -> dict[str, str]:
    """The first declared faction of each actor that has one."""
    frame = ask(actors.actors, database, scope).frame
    memberships = zip(frame["actor_id"], map(list, frame["faction_ids"]), strict=True)
    return {actor: ids[0] for actor, ids in memberships if ids}
