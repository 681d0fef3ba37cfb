"""The page's report: its parts in their order, and the network behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.reports import heading
from sayso.reports.coalitions.agreement import Agreement
from sayso.reports.coalitions.camps import Camps
from sayso.reports.coalitions.grouping import Grouping, compute
from sayso.reports.coalitions.polarization import Polarization
from sayso.reports.coalitions.wedges import Wedges
from sayso.reports.coalitions.words import finding, how_well_they_hold
from sayso.reports.memo import ask
from sayso.reports.network import Duplicates, Mode, Network, network
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database


@dataclass(frozen=True)
class Coalitions(Report):
    """Which camps form, and over what."""

    page: ClassVar[str] = "coalitions"
    view: View
    grouping: Grouping

    @property
    def title(self) -> str:
        """How many camps there are, and the issue that holds them apart."""
        return finding(self.view, self.grouping)

    @property
    def subtitle(self) -> str:
        """What the finding rests on, and how well the camps hold."""
        behind = heading.title_rests_on(self.grouping.positions) if self.grouping.n_camps else ()
        return heading.subtitle(self.view, *behind, *how_well_they_hold(self.grouping))

    @property
    def notes(self) -> tuple[str, ...]:
        """Why there are no camps or how many groupings were tried, then what each part finds."""
        notes = [
            self.camps.why_none or self.camps.tried_note, self.agreement.too_few,
            self.wedges.sentence if self.wedges else "", self.polarization.sentence if self.polarization else "",
        ]  # fmt: skip
        return tuple(filter(None, notes))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The camps; of two actors their agreement; of two camps what parts them and how far apart they were."""
        course = self.polarization
        return (
            self.camps.part,
            *([] if self.agreement.too_few else [self.agreement.part]),
            *([self.wedges.part] if self.wedges else []),
            *([course.part] if course and not course.too_little else []),
        )

    @property
    def camps(self) -> Camps:
        """The camps beside factions."""
        return Camps(self.view, self.grouping)

    @property
    def agreement(self) -> Agreement:
        """Who agrees with whom."""
        return Agreement(self.view, self.grouping)

    @property
    def wedges(self) -> Wedges | None:
        """What parts two camps or more and what unites them."""
        return Wedges(self.view, self.grouping) if self.grouping.n_camps > 1 else None

    @property
    def polarization(self) -> Polarization | None:
        """How far apart two camps or more were over time."""
        course = self.grouping.course
        return Polarization(self.view, self.grouping, course) if course else None

    @property
    def network_words(self) -> str:
        """What the network is of."""
        return (
            f"The network of {counted(self.grouping.n_actors, 'actor')} behind this page, as of its date and with its filters."
            " Actors carry what is known of them, and their camp."
        )

    def network(self, mode: Mode, tie: str, norm: str, duplicates: Duplicates) -> Network:
        """The network behind the page (`reports.network`); actors carry their camp."""
        found = network(self.view.database, self.view.scope, mode, tie, norm, duplicates)
        return found.with_facts({actor: {"camp": camp} for actor, camp in self.grouping.camps.items()})


def coalitions(database: Database, scope: Scope) -> Coalitions:
    """The camps of `scope`."""
    return Coalitions(look(database, scope), ask(compute, database, scope))
