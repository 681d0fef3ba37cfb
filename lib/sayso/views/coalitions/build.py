"""What the page computes once for a scope, and its finding in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from sayso.analysis import agreement, consensus, ordering, positions, recount, wedges
from sayso.analysis.networks.coalitions import Coalitions, coalitions
from sayso.analysis.networks.course import Course, course, standing
from sayso.model.scales import STANCES
from sayso.model.scope import Scope
from sayso.model.wording import counted, number, quoted, sentence
from sayso.queries import actors as actor_questions
from sayso.queries import positions as questions
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.store.hub import Database

MOST_ROWS = 24
SURE = 0.05
METHOD_WORDS = {"louvain": "Louvain", "hierarchical": "average linkage", "k-means": "k-means"}
HELD = (
    (0.8, "camps that hold well when other articles are read"),
    (0.65, "camps that hold in part when other articles are read"),
    (-1.0, "camps that hold poorly: other articles could give others"),
)
"""Words for the adjusted Rand index, after Steinley 2004 (Psychological Methods 9)."""


@dataclass(frozen=True)
class Found:
    """Small frames only: this is kept between runs."""

    n_statements: int
    n_actors: int
    n_articles: int
    positions: pd.DataFrame
    pairs: pd.DataFrame
    rows: list[str]
    coalitions: Coalitions | None
    members: pd.DataFrame
    wedges: pd.DataFrame
    uniting: pd.DataFrame
    common: pd.DataFrame
    course: Course | None

    @property
    def camps(self) -> dict[str, str]:
        """The letter of each actor's camp; of one alone, none."""
        sizes = self.members["coalition"].value_counts()
        return {
            unit: letter(camp)
            for unit, camp in zip(self.members["unit"], self.members["coalition"], strict=True)
            if sizes[camp] > 1
        }

    @property
    def n_camps(self) -> int:
        """How many camps have two members or more."""
        return len(set(self.camps.values()))


def letter(camp: int) -> str:
    """1 is A: coalitions are lettered, so that they are not taken for factions."""
    return chr(ord("A") + int(camp) - 1) if camp <= 26 else f"No. {camp}"


def build(view: View) -> Found:
    """Everything that the page shows, remembered until data or scope change."""
    with st.spinner("Grouping the actors, and grouping them again from articles drawn anew …"):
        return ask(compute, view.database, view.scope)


def compute(database: Database, scope: Scope) -> Found:
    """Camps, agreement, wedges and the course of a scope; a second or so for ten thousand statements."""
    said = ask(questions.evidence, database, scope).frame
    units = recount.as_units(said[said["is_kept"].astype(bool)])
    counts = ask(questions.actor_positions, database, scope).frame
    where = positions.actor_positions(counts, scope.measure)
    heard = where.groupby("unit_id")["n"].sum().sort_values(ascending=False, kind="stable")
    values = positions.grid(where, sorted(heard.index), sorted(set(where["issue_id"])))
    best = coalitions(units, list(STANCES)) if len(units) else None
    known = ask(actor_questions.actors, database, scope).frame
    factions = {
        actor: ids[0]
        for actor, ids in zip(known["actor_id"], map(list, known["faction_ids"]), strict=True)
        if ids
    }
    members = (
        best.members if best else pd.DataFrame({"unit": [], "coalition": [], "together": []}).astype(object)
    )
    members = standing(members, factions)
    shown = values.loc[sorted(heard.index[:MOST_ROWS])]
    found = Found(
        len(said), len(heard), units["document_id"].nunique(), where, agreement.pairs(values), [], best, members,
        pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), None,
    )  # fmt: skip
    camps = found.camps
    rows = ordering.grouped(agreement.agreement_order(shown), camps) if len(shown) else []
    voices = consensus.voices_of(where, camps)
    if found.n_camps < 2:
        return Found(**{**vars(found), "rows": rows})
    return Found(
        **{
            **vars(found), "rows": rows, "wedges": wedges.wedges(voices), "uniting": consensus.uniting(voices),
            "common": consensus.common_ground(voices), "course": course(units, list(STANCES), camps),
        }
    )  # fmt: skip


def finding(view: View, found: Found) -> str:
    """ "Two camps, held apart by “Lease the whole port”; five actors stand outside their faction’s majority"."""
    if found.n_camps == 0:
        return _no_camps(found)
    head = sentence(f"{number(found.n_camps)} camp{'s' if found.n_camps > 1 else ''}")
    if len(found.wedges):
        first = found.wedges.iloc[0]
        word = "held apart by" if first["q"] <= SURE else "furthest apart, though not beyond chance, on"
        head += f", {word} {quoted(view.lookup.issues[first['issue_id']])}"
    elif found.n_camps > 1:
        head += ", and no issue on which two of them were heard"
    else:
        alone = len(found.members) - len(found.camps)
        head += f" of {number(len(found.camps))} actors"
        head += (
            f"; {number(alone)} {'stands' if alone == 1 else 'stand'} alone"
            if alone
            else ", and nobody outside it"
        )
    outside = int(found.members["is_outside"].sum())
    if outside:
        head += f"; {counted_words(outside)} outside {'its' if outside == 1 else 'their'} faction’s majority"
    return head


def _no_camps(found: Found) -> str:
    spoke = f"No camps can be told: {number(found.n_actors)} actor{'' if found.n_actors == 1 else 's'} spoke"
    compared = int(found.pairs["agreement"].notna().sum())
    if found.n_actors < 2:
        return spoke
    if not compared:
        return f"{spoke}, and no two of them on two issues in common"
    return (
        f"{spoke}, and {number(compared)} pair{'' if compared == 1 else 's'} of them on two issues in common"
    )


def counted_words(actors: int) -> str:
    """ "one actor stands", "five actors stand"."""
    return f"{number(actors)} actor{' stands' if actors == 1 else 's stand'}"


def held(found: Found) -> tuple[str, ...]:
    """How well the camps hold when articles are drawn again, in words, for the subtitle; nothing without camps."""
    best = found.coalitions
    if best is None or not found.n_camps:
        return ()
    if best.stability != best.stability:
        return (f"how well they hold cannot be judged from {counted(best.n_documents, 'article')}",)
    word = next(word for least, word in HELD if best.stability >= least)
    return (f"{word} (stability {best.stability:.2f} of 1)",)


def settings(found: Found) -> tuple[str, ...]:
    """Method, number of groups, modularity and stability, for the line beneath each chart."""
    best = found.coalitions
    if best is None:
        return ()
    stable = (
        f"stability {best.stability:.2f} over {best.draws} resamples of articles"
        if best.stability == best.stability
        else f"stability cannot be judged from {counted(best.n_documents, 'article')}"
    )
    groups = counted(best.k, "group")
    return (f"camps: {METHOD_WORDS[best.method]}", groups, f"modularity {best.modularity:.2f}", stable)
