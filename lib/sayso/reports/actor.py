"""Where does one actor stand, in which words, where does it belong, and who reports it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.analysis import findings
from sayso.analysis.positions import actor_positions
from sayso.charts import legend as keys
from sayso.charts.actor_positions import actor_positions as positions_chart
from sayso.errors import QueryError
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BANDS, BY_STATE, CONFLICTING
from sayso.model.scope import Scope
from sayso.queries import actors, positions, quotes
from sayso.queries.answer import Answer
from sayso.reports import actor_links, actor_memberships, heading
from sayso.reports.datasets import Database
from sayso.reports.evidence import Ids, evidence_of, ids_by
from sayso.reports.listing import Listing
from sayso.reports.memo import ask
from sayso.reports.report import Drawing, Part, Report
from sayso.reports.view import View, look


@dataclass(frozen=True)
class Actor(Report):
    """One actor; of a dataset without actors, nobody: `actor` and `person` are empty."""

    page: ClassVar[str] = "actor"
    view: View
    actor: str
    person: Mapping[str, Any]
    """Its row of `queries.actors.actors`, whatever the filters."""
    positions: pd.DataFrame
    answer: Answer

    @property
    def name(self) -> str:
        """As links and select boxes name it."""
        return self.view.lookup.actors.get(self.actor, "")

    @property
    def title(self) -> str:
        """On how many issues it was found, and on which side."""
        if not self.actor:
            return "No actor was found"
        return findings.actor_sentence(
            self.positions, self.name, len(self.view.issues), self.view.scope.as_of
        )

    @property
    def subtitle(self) -> str:
        """What the view covers, and what the title rests on."""
        return heading.subtitle(self.view, *heading.title_rests_on(self.positions))

    @property
    def notes(self) -> tuple[str, ...]:
        """Who it is, where it belongs, and who quotes, mentions and addresses it."""
        if not self.actor:
            return ()
        lists = [f"{one.heading}: {'; '.join(one.rows)}" for one in self.links if one.rows]
        return tuple(filter(None, (self.person["description"], self.facts, *self.membership_lines, *lists)))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The positions, an issue a row, and the memberships over time."""
        return (self._positions, actor_memberships.memberships_part(self.view, self.memberships))

    @property
    def statements(self) -> pd.DataFrame:
        """Its statements in scope."""
        return self.statements_on(None)

    def statements_on(self, issue: str | None) -> pd.DataFrame:
        """Its statements in scope, on one issue or on all, newest first."""
        return evidence_of(self.view, actor=self.actor, issue=issue)

    @property
    def uncoded_quotes(self) -> pd.DataFrame:
        """What it is quoted with in scope without a stance coded for it (`queries.quotes.search`)."""
        own = replace(self.view.scope, actors=(self.actor,))
        spoken = ask(quotes.search, self.view.database, own, "").frame
        return spoken[~spoken["quote_id"].isin(self.statements["quote_id"])]

    @property
    def facts(self) -> str:
        """ "person · Iraq · 12 statements · 9 quotes · last seen 24 Jul 2021"."""
        row = self.person
        last = f"last seen {date_words(row['last_stated_on'])}"
        belongs = f"belongs to {row['organisation']}" if row["organisation"] else ""
        facts = [
            str(row["kind"]), row["country"], belongs, f"{row['n_statements']} statements", f"{row['n_quotes']} quotes",
            "no statement found" if row["last_said_on"] is None else last,
        ]  # fmt: skip
        return " · ".join(filter(None, facts))

    @cached_property
    def aliases(self) -> list[dict[str, Any]]:
        """Its names as found in texts: alias and language."""
        return records(ask(actors.aliases, self.view.database, self.actor))

    @property
    def longest_alias(self) -> str:
        """The longest of its other names; empty where there is none."""
        others = (row["alias"] for row in self.aliases if row["alias"] != self.person["name"])
        return max(others, key=len, default="")

    @cached_property
    def memberships(self) -> pd.DataFrame:
        """Where it belongs, and when (`queries.actors.memberships`)."""
        return ask(actors.memberships, self.view.database, self.actor)

    @property
    def membership_lines(self) -> list[str]:
        """Each membership in words, with its dates."""
        return actor_memberships.lines(self.memberships)

    @property
    def links(self) -> list[Listing[str]]:
        """Who quotes, mentions and addresses it, and the events it takes part in."""
        return actor_links.links(self.view, self.actor)

    @property
    def _positions(self) -> Part:
        def draw(selected: str | None) -> Drawing:
            cells = {row["issue_id"]: row for row in records(self.positions)}
            return Drawing(
                *positions_chart(cells, self.view.issues, self.view.lookup.issues, self.view.levels, selected)
            )

        return Part(
            f"actor-{self.actor}", self.title, self.positions, self._table, (self.answer,), "",
            heading.provenance(self.view, "positions by the bands of the About page"), draw, self._ids,
            (*keys.of_steps((*BANDS, CONFLICTING)), keys.CONDITIONAL),
        )  # fmt: skip

    def _ids(self) -> Ids:
        return ids_by(self.statements, ["issue_id"])

    def _table(self) -> pd.DataFrame:
        issues = self.view.lookup.issues
        return pd.DataFrame(
            [
                {
                    "Issue": issues[row["issue_id"]], "Position": BY_STATE[row["state"]].word, "Value": round(row["value"], 2),
                    "n": row["n"], "Latest": date_words(row["latest_on"]), "Condition": row["condition"] or "",
                }
                for row in records(self.positions)
            ]
        )  # fmt: skip


def actor(database: Database, scope: Scope, *, actor: str | None = None) -> Actor:
    """The actor with this id; None: the most quoted. Raises QueryError if the dataset has no such actor."""
    view = look(database, scope)
    key = next(iter(view.lookup.actors), "") if actor is None else actor
    if actor is not None and actor not in view.lookup.actors:
        raise QueryError("Reading a report", f"There is no actor “{actor}” in {database.title}.")
    everyone = ask(actors.actors, database, Scope(scope.dataset, scope.as_of)).frame
    person = next(iter(records(everyone[everyone["actor_id"] == key])), {})
    answer = ask(positions.actor_positions, database, scope)
    stands = actor_positions(answer.frame, scope.measure)
    return Actor(view, key, person, stands[stands["unit_id"] == key], answer)
