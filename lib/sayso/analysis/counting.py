"""Which statements of one actor on one issue count, and the position that they make (DESIGN §4): in plain loops.

The macro `statements_kept` picks the same in SQL; a test of random statements holds the two equal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from sayso.model.scales import State, position_step
from sayso.model.scope import CountBy, Measure


class Statement(Protocol):
    """A statement, as far as counting reads it; without an article it stands for itself."""

    @property
    def statement_id(self) -> str: ...  # noqa: D102
    @property
    def stance(self) -> int: ...  # noqa: D102
    @property
    def said_on(self) -> date: ...  # noqa: D102
    @property
    def article_id(self) -> str | None: ...  # noqa: D102
    @property
    def original_id(self) -> str | None: ...  # noqa: D102


Said = TypeVar("Said", bound=Statement)


@dataclass(frozen=True)
class CellPosition:
    """`value` is the mean or latest stance, `n` the statements kept."""

    state: State
    value: float
    n: int


def kept(statements: Iterable[Said], count_by: CountBy = "article") -> list[Said]:
    """Of one cell's statements those that count.

    Of a wire story's copies one is read, the original if it says it too; then one per sign and article (or week, or
    month): the latest, of those the strongest, of those the first by id.
    """
    copies: dict[tuple[int, str], list[Said]] = defaultdict(list)
    for each in statements:
        copies[sign(each.stance), source(each)].append(each)
    read: list[Said] = []
    for group in copies.values():
        first = min((each.article_id != each.original_id, each.article_id or "") for each in group)[1]
        read += [each for each in group if (each.article_id or "") == first]
    if count_by == "statement":
        return read
    stretches: dict[tuple[int, str], list[Said]] = defaultdict(list)
    for each in read:
        stretches[sign(each.stance), _stretch(each, count_by)].append(each)
    return [min(group, key=_preference) for group in stretches.values()]


def position(kept_statements: Sequence[Statement], measure: Measure = "mean") -> CellPosition:
    """The position that kept statements, one at least, make."""
    stances = [each.stance for each in kept_statements]
    if measure == "latest":
        stances = [latest(kept_statements).stance]
    value = sum(stances) / len(stances)
    plus, minus = sum(stance > 0 for stance in stances), sum(stance < 0 for stance in stances)
    state = position_step(plus, len(stances) - plus - minus, minus, value).state
    return CellPosition(state, value, len(kept_statements))


def latest(statements: Iterable[Said]) -> Said:
    """The most recent statement; of one day the last by id."""
    return max(statements, key=lambda each: (each.said_on, each.statement_id))


def source(statement: Statement) -> str:
    """What a statement rests on: its article (a copy counts as its original), or itself for an act unreported."""
    return statement.original_id or statement.statement_id


def sign(stance: int) -> int:
    """−1, 0 or 1."""
    return (stance > 0) - (stance < 0)


def _preference(statement: Statement) -> tuple[int, int, str]:
    return -statement.said_on.toordinal(), -abs(statement.stance), statement.statement_id


def _stretch(statement: Statement, count_by: CountBy) -> str:
    if count_by == "article":
        return source(statement)
    return f"{statement.said_on:%Y-%m}" if count_by == "month" else f"{statement.said_on:%G-W%V}"
