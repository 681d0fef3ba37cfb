"""What is known, and as of when? The headline matrix, the findings in words, and what is newest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import pandas as pd

from sayso.analysis import findings
from sayso.analysis.findings import Finding
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.queries import codebook, positions
from sayso.reports import heading
from sayso.reports.matrix import Matrix, matrix
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View
from sayso.store.hub import Database

__all__ = ["Finding", "Overview", "overview"]

MOST_FINDINGS, MOST_ROWS, N_NEWEST = 8, 12, 5


@dataclass(frozen=True)
class Overview(Report):
    """The front page; the matrix is small and leads to the page of its own."""

    page: ClassVar[str] = "overview"
    matrix: Matrix

    @property
    def view(self) -> View:  # type: ignore[override]  # the matrix has it already
        """The matrix's own."""
        return self.matrix.view

    @property
    def title(self) -> str:
        """The matrix's finding."""
        return self.matrix.title

    @property
    def subtitle(self) -> str:
        """What it rests on, and how many actors are drawn."""
        return heading.subtitle(self.view, *self.matrix.title_rests_on, *self.matrix.extent)

    @property
    def notes(self) -> tuple[str, ...]:
        """What is covered, then each finding."""
        return (self.coverage, *(finding.text for finding in self.findings))

    @property
    def parts(self) -> tuple[Part, ...]:
        """The matrix."""
        return (self.matrix.chart(is_compact=True),)

    @property
    def coverage(self) -> str:
        """What is covered and as of when, in one sentence."""
        database, scope = self.view.database, self.view.scope
        covered = ask(positions.coverage, database, scope).frame.iloc[0]
        about = ask(codebook.describe, database)
        return (
            f"{about.title}: {counted(int(covered['n_statements']), 'statement')} by {counted(int(covered['n_actors']), 'actor')}"
            f" on {counted(int(covered['n_issues']), 'issue')}, from {counted(int(covered['n_articles']), 'article')} of"
            f" {counted(int(covered['n_outlets']), 'outlet')}, as of {day_words(scope.as_of)}."
        )

    @cached_property
    def findings(self) -> list[Finding]:
        """The findings, each with the page and the choice that shows it."""
        shown = self.matrix
        names, issues = shown.names, self.view.lookup.issues
        each = findings.overview(
            shown.positions, shown.columns, issues, names, self.view.scope.as_of, self.view.where
        )
        return each[:MOST_FINDINGS]

    @property
    def newest(self) -> list[dict[str, Any]]:
        """The latest statements, newest first (`queries.positions.newest`)."""
        return records(self._newest)

    @property
    def _newest(self) -> pd.DataFrame:
        return ask(positions.newest, self.view.database, self.view.scope, N_NEWEST).frame


def overview(database: Database, scope: Scope) -> Overview:
    """The front page of `scope`."""
    return Overview(matrix(database, scope, most_rows=MOST_ROWS))
