"""A list on a page: its heading, its rows, and what is said beneath them or instead of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row", covariant=True)


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """`heading` tells how many there are; `note` is empty where the rows say all."""

    heading: str
    rows: Sequence[Row]
    note: str = ""
