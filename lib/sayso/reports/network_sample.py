"""The statements that a network or a table about one is made of, and how they are counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.networks import Counts, Selection, count, kept
from sayso.analysis.networks.counts import Array
from sayso.analysis.networks.selection import ISSUE, LEVEL, UNIT, Duplicates, as_text, as_texts
from sayso.errors import ExportError
from sayso.model.scope import Scope
from sayso.queries import networks as questions
from sayso.queries.networks import NODES, Node
from sayso.store.hub import Database

TITLE = "Computing a network"
STANCE = "stance"
_END = date(9999, 12, 31)

Value = str | float | bool | date | None
Values = Mapping[str, Iterable[Value]]


@dataclass(frozen=True)
class Cut:
    """Which of the statements in scope a network is made of, and of what, beside the rule for repeats.

    `since` is the first day that counts. `only` and `exclude` name variables (columns of `queries.networks.units`) and
    their values, as text or as they are. With `isolates` everyone and every issue of the scope is there, tied or not,
    whenever they spoke. `node` stands where actors do. `qualifier` is what two statements agree on: the stance, or any
    other variable, in which texts are equal or not.
    """

    since: date | None = None
    only: Values = field(default_factory=dict)
    exclude: Values = field(default_factory=dict)
    isolates: bool = False
    node: Node = "actor"
    qualifier: str = STANCE


WHOLE = Cut()


@dataclass(frozen=True)
class Sample:
    """`frame`: the statements in scope; `levels`: the steps of the qualifier; `words`: theirs, if it is text.

    `everyone`: the units and issues that are there though nothing of them is left; None without isolates.
    """

    frame: pd.DataFrame
    levels: tuple[float, ...]
    words: tuple[str, ...]
    everyone: tuple[list[str], list[str]] | None
    cut: Cut

    @property
    def is_nominal(self) -> bool:
        """Whether levels are words."""
        return bool(self.words)

    def without_repeats(
        self, duplicates: Duplicates, *, by_level: bool = True, by: Sequence[str] = (UNIT, ISSUE)
    ) -> pd.DataFrame:
        """The statements that count, without repeats (`analysis.networks.selection.kept`)."""
        only, exclude = (
            {name: as_texts(values) for name, values in each.items()}
            for each in (self.cut.only, self.cut.exclude)
        )
        selection = Selection(duplicates, self.cut.since, None, only, exclude)
        return kept(self.frame, selection, by_level=by_level, by=by)

    def counts(self, statements: pd.DataFrame, weights: Array | None = None) -> Counts:
        """`statements` counted, with everyone who must be there."""
        units, issues = self.everyone or (None, None)
        return count(
            statements, levels=self.levels, units=units, issues=issues, weights=weights, is_nominal=self.is_nominal,
        )  # fmt: skip


def sample(database: Database, scope: Scope, cut: Cut = WHOLE) -> Sample:
    """The statements of `scope` for a network cut by `cut`.

    Raises ExportError for a variable that statements do not have, and for authors where the dataset keeps none.
    """
    frame = _units(database, scope, cut.node)
    everyone = None
    if cut.isolates:
        # Whoever spoke only after the as-of date is as much alone as who spoke only before `since`.
        whole = frame if scope.as_of == _END else _units(database, replace(scope, as_of=_END), cut.node)
        everyone = sorted(set(whole[UNIT]) - {""}), sorted(set(whole[ISSUE]))
    for name in (*cut.only, *cut.exclude, cut.qualifier):
        if name not in frame.columns:
            raise ExportError(TITLE, f"Statements have no variable “{name}”.", f"They have: {', '.join(frame.columns)}.")  # fmt: skip
    if cut.qualifier == STANCE:
        return Sample(frame, tuple(questions.levels(database, frame[LEVEL])), (), everyone, cut)
    return _qualified(frame, everyone, cut)


def _units(database: Database, scope: Scope, node: Node) -> pd.DataFrame:
    if node not in NODES:
        raise ExportError(TITLE, f"“{node}” is no node of a network.", f"Name one of {', '.join(NODES)}.")
    try:
        return questions.units(database, scope, node)
    except KeyError:
        raise ExportError(
            TITLE, "This dataset keeps no authors of its articles.", "Only one that came from DNA does."
        ) from None


def _qualified(frame: pd.DataFrame, everyone: tuple[list[str], list[str]] | None, cut: Cut) -> Sample:
    """With another variable in the stance's place; statements without a value are left out, as in DNA."""
    column: Any = frame[cut.qualifier].astype(object)
    has_value = as_text(column) != ""
    frame, column = frame[has_value], column[has_value]
    if all(isinstance(value, int | float) for value in column):
        steps = sorted({float(value) for value in column})
        levels = (0.0, 1.0) if set(steps) <= {0.0, 1.0} else tuple(steps)
        return Sample(frame.assign(**{LEVEL: column.astype(float)}), levels, (), everyone, cut)
    texts = as_text(column)
    words = tuple(sorted(set(texts)))
    number = {word: float(place) for place, word in enumerate(words)}
    return Sample(
        frame.assign(**{LEVEL: texts.map(number).astype(float)}), tuple(number.values()), words, everyone, cut
    )
