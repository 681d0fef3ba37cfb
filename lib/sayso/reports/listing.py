"""A list on a page: its heading, its rows, and what is said beneath them or instead of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Row = TypeVar("Row", covariant=True)


class Line(NamedTuple):
    """A row that opens its statements: the id of what it is about, its name, what is to say of it (" · fact · fact")."""

    key: str
    name: str
    facts: str


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """`heading` tells how many there are; `note` is empty where the rows say all."""

    heading: str
    rows: Sequence[Row]
    note: str = ""
