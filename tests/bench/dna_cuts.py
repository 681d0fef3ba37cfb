"""Networks of a part of the statements: filters on every variable, stretches of time, isolates, windows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any, get_args

import pandas as pd

from sayso.analysis.networks import Selection, count, kept, one_mode, two_mode, windows
from sayso.analysis.networks.one_mode import Tie
from sayso.analysis.networks.selection import Duplicates, as_text
from sayso.analysis.networks.windows import Unit
from sayso.model.frames import records
from tests.bench import dna_by_hand as by_hand

NEAR = 1e-9
FACTS = (
    "unit",
    "issue",
    "level",
    "document_id",
    "person",
    "organization",
    "author",
    "source",
    "section",
    "type",
)
SIZES: dict[Unit, tuple[int, ...]] = {
    "days": (1, 30), "weeks": (1, 4, 5), "months": (1, 3, 4), "years": (1, 2), "events": (1, 4, 9),
}  # fmt: skip
Made = tuple[pd.DataFrame, pd.DataFrame]


def against_cuts(statements: pd.DataFrame, name: str) -> int:
    """Prints how many cells of each kind of cut differ from the second implementation's; all of them together."""
    groups = {
        "include and exclude lists": _filtered(statements), "stretches of time": _stretches(statements),
        "isolates": _isolates(statements), "weeks and months as DNA counts": _as_dna_counts(statements),
        "windows": _windows(statements),
    }  # fmt: skip
    total = 0
    for group, pairs in groups.items():
        networks = cells = wrong = 0
        for made, expected in pairs:
            networks, cells, wrong = networks + 1, cells + made.size, wrong + differing(made, expected)
        print(f"{f'{name}, {group}, {networks} networks':<66}{cells:>8} cells   {wrong} differ")
        total += wrong
    return total


def differing(found: pd.DataFrame, expected: pd.DataFrame) -> int:
    """Cells that differ, or that only one of the two has."""
    rows, columns = found.index.union(expected.index), found.columns.union(expected.columns)
    gaps = (found.reindex(rows, columns=columns) - expected.reindex(rows, columns=columns)).abs()
    return int((~(gaps <= NEAR)).to_numpy().sum())


def plain(statements: pd.DataFrame) -> list[by_hand.Statement]:
    """The rows as the second implementation reads them."""
    return records(statements.assign(said_on=statements["said_on"].dt.date))


def levels_of(statements: pd.DataFrame) -> list[float]:
    """The steps that could be chosen: yes and no, or what occurs."""
    found = sorted(set(statements["level"]))
    return [0.0, 1.0] if set(found) <= {0.0, 1.0} else found


def _filtered(statements: pd.DataFrame) -> Iterator[Made]:
    for fact in FACTS:
        if fact not in statements.columns:
            continue
        values = sorted(set(as_text(statements[fact])))
        half = frozenset(values[: max(1, len(values) // 2)])
        ways: tuple[Duplicates, ...] = ("include", "document")
        for duplicates, way in product(ways, ("only", "exclude")):
            only: dict[str, Any] = {way: {fact: half}}
            selection = Selection(duplicates, **only)
            cut: dict[str, Any] = {way: (fact, half)}
            yield from _both(statements, selection, **cut)


def _stretches(statements: pd.DataFrame) -> Iterator[Made]:
    days = sorted(set(statements["said_on"].dt.date))
    middle = days[len(days) // 2]
    for first, last in ((None, middle), (middle, None), (middle, middle), (days[1], days[-2])):
        yield from _both(statements, Selection(first=first, last=last), first=first, last=last)


def _isolates(statements: pd.DataFrame) -> Iterator[Made]:
    last = sorted(set(statements["said_on"]))[0].date()
    units, issues = (sorted(set(statements[key]) - {""}) for key in ("unit", "issue"))
    yield from _both(statements, Selection(last=last), units, issues, last=last)


def _as_dna_counts(statements: pd.DataFrame) -> Iterator[Made]:
    repeats: tuple[Duplicates, ...] = ("week", "month")
    for each in repeats:
        yield from _both(statements, Selection(each, year_of_week_counts=False), repeats=f"{each} number")


def _windows(statements: pd.DataFrame) -> Iterator[Made]:
    levels = levels_of(statements)
    rows = by_hand.without_repeats(by_hand.spoken(plain(statements)), "document", True)
    said = kept(statements, Selection("document"))
    for unit, sizes in SIZES.items():
        for size in sizes:
            made = list(windows(said, unit, size))
            expected = list(by_hand.windows(rows, unit, size))
            places = [pd.DataFrame({"middle": [day.toordinal() for day in each]}) for each in ([w.middle for w in made], [day for day, _ in expected])]  # fmt: skip
            yield places[0], places[1]
            for window, (_, inside) in zip(made, expected, strict=False):
                yield _one_mode(window.statements, inside, levels, "subtract", "average")


def _both(
    statements: pd.DataFrame, selection: Selection, units: Any = None, issues: Any = None, repeats: str = "",
    **cut: Any,
) -> Iterator[Made]:  # fmt: skip
    levels = levels_of(statements)
    rows = by_hand.chosen(by_hand.spoken(plain(statements)), **cut)
    for tie in get_args(Tie):
        said = kept(statements, selection, by_level=tie != "ignore")
        inside = by_hand.without_repeats(rows, repeats or selection.duplicates, tie != "ignore")
        yield _one_mode(said, inside, levels, tie, "average", units)
        yield _one_mode(said, inside, levels, tie, "jaccard", units)
        if tie in ("ignore", "subtract"):
            yield _two_mode(said, inside, levels, tie, units, issues)


def _one_mode(
    said: pd.DataFrame, rows: Any, levels: list[float], tie: Any, norm: Any, units: Any = None
) -> Made:
    made = one_mode(count(said, levels=levels, units=units), tie, norm)
    names = units or sorted({row["unit"] for row in rows})
    return made, _frame(by_hand.one_mode(rows, names, levels, tie, norm), names, names)


def _two_mode(said: pd.DataFrame, rows: Any, levels: list[float], cell: Any, units: Any, issues: Any) -> Made:
    made = two_mode(count(said, levels=levels, units=units, issues=issues), cell)
    names = units or sorted({row["unit"] for row in rows})
    about = issues or sorted({row["issue"] for row in rows})
    return made, _frame(by_hand.two_mode(rows, names, about, levels, cell, "none"), names, about)


def _frame(matrix: by_hand.Matrix, rows: list[str], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        [[matrix[row, column] for column in columns] for row in rows], index=rows, columns=columns
    )
