"""On whose reporting does it rest? What the statements are made of, whom outlets quote, what falls without one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from sayso.analysis.outlet_words import reliance_title
from sayso.model.scope import Scope
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.sources.dependence import Dependence
from sayso.reports.sources.mix import Mix, more
from sayso.reports.sources.reliance import Basis, Reliance, compute
from sayso.reports.sources.shares import Shares
from sayso.reports.view import View, look
from sayso.store.hub import Database


@dataclass(frozen=True)
class Sources(Report):
    """The page's three parts, each with what a reader may choose in it."""

    page: ClassVar[str] = "sources"
    view: View
    reliance: Reliance

    @property
    def title(self) -> str:
        """On which outlet most rests, and what would change without it."""
        return reliance_title(self.reliance.outlets, self._basis.names, self.reliance.n_positions)

    @property
    def notes(self) -> tuple[str, ...]:
        """What each part shows, in a sentence, and what stands only in its table."""
        dependence = self.dependence
        first = dependence.without(dependence.top).sentence if dependence.top else ""
        return tuple(
            filter(
                None,
                (
                    self.mix.sentence, *(more(bar) for bar in self.mix.bars),
                    self.shares.sentence, dependence.sentence, dependence.more, first,
                ),
            )
        )  # fmt: skip

    @property
    def parts(self) -> tuple[Part, ...]:
        """The mix, whom outlets quote, and what would fall without the outlet that most hangs on."""
        return self.mix.part, self.shares.part, self.dependence.part()

    @cached_property
    def mix(self) -> Mix:
        """How reliable, how credible and in which languages."""
        return Mix(self._basis)

    @cached_property
    def shares(self) -> Shares:
        """Whom each outlet quotes."""
        return Shares(self._basis)

    @cached_property
    def dependence(self) -> Dependence:
        """What would fall without one outlet."""
        return Dependence(self._basis)

    @cached_property
    def _basis(self) -> Basis:
        return Basis(self.view, self.reliance)


def sources(database: Database, scope: Scope) -> Sources:
    """The page of `scope`; what is dear in it is remembered until the data change."""
    return Sources(look(database, scope), ask(compute, database, scope))
