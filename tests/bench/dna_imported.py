"""Networks of an imported DNA database, as Python and the command line give them, beside those of the file itself."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pandas as pd

import sayso
from sayso.analysis.networks.one_mode import Norm, Tie
from sayso.analysis.networks.selection import Duplicates
from sayso.analysis.networks.two_mode import Cell, Share
from sayso.analysis.networks.windows import Unit as Stretch
from sayso.coding.import_dna import import_dna
from sayso.dataset import Dataset
from sayso.ingest.dna.choices import Asked
from tests import dna_file
from tests.bench import dna_by_hand as by_hand
from tests.bench.dna_cuts import Made, differing, levels_of, plain
from tests.bench.dna_database import read_statements
from tests.bench.dna_imported_kinds import kinds

FIRST = (date(2023, 1, 1) - date(1970, 1, 1)).days
WORDS = "🌊🚢 The harbour. The mayor 🚢 agreed, at last."


def integers(path: Path, n: int = 180, seed: int = 11) -> Path:
    """A database of `n` statements from −2 to +2 in 40 documents of two years, emoji before every passage."""
    draw = random.Random(seed)
    days = sorted(draw.randrange(730) for _ in range(40))
    named = {1: ("person", "Person", 15), 2: ("organization", "Body", 12), 3: ("concept", "Issue", 7)}
    entities = {
        (key, number): place
        for place, (key, number) in enumerate(((k, i) for k, (_, _, many) in named.items() for i in range(many)), start=1)
    }  # fmt: skip
    rows: dict[str, list[tuple[Any, ...]]] = {
        "SETTINGS": [("version", "3.0.11"), ("date", "2024-01-01")],
        "CODERS": [(1, "Admin", 255, 255, 0, 0, 14, "hash-one", 400, 0, 0, 1, *[1] * 16)],
        "DOCUMENTS": [
            (key, f"Document {key}", WORDS, 1, f"Writer {key % 5}", f"Paper {key % 4}", f"Page {key % 3}", "",
             ("report", "letter")[key % 2], (FIRST + day) * dna_file.DAY)
            for key, day in enumerate(days, start=1)
        ],
        "STATEMENTTYPES": [(1, "DNA Statement", 239, 208, 51)],
        "VARIABLES": [*((key, name, "short text", 1) for key, (name, _, _) in named.items()), (4, "agreement", "integer", 1)],
        "ENTITIES": [
            (place, key, f"{named[key][1]} {number}", 0, 0, 0, None) for (key, number), place in entities.items()
        ],
        "STATEMENTS": [
            (key, 1, draw.randrange(1, 41), *draw.choice([(5, 16), (18, 37), (5, 37)]), 1) for key in range(1, n + 1)
        ],
        "DATAINTEGER": [(key, key, 4, draw.randint(-2, 2)) for key in range(1, n + 1)],
        "DATASHORTTEXT": [
            (3 * statement + key, statement, key, entities[key, draw.randrange(many)])
            for statement in range(1, n + 1)
            for key, (_, _, many) in named.items()
        ],
    }  # fmt: skip
    return dna_file.fill(path, rows)


def against_imported(path: Path, unit: str, name: str) -> int:
    """Prints how many cells differ over every option, cut and window; returns their number."""
    frame = read_statements(path)
    frame = frame.assign(unit=frame[unit], issue=frame["concept"], level=frame["agreement"].astype(float))
    networks = cells = wrong = 0
    with tempfile.TemporaryDirectory() as place:
        import_dna(path, Path(place, "one.duckdb"), Asked(unit=unit))
        with sayso.open(Path(place, "one.duckdb")) as dataset:
            for made, expected in _pairs(dataset, by_hand.spoken(plain(frame)), levels_of(frame)):
                networks, cells, wrong = networks + 1, cells + made.size, wrong + differing(made, expected)
    print(f"{f'{name}, imported, {networks} networks':<66}{cells:>8} cells   {wrong} differ")
    return wrong


def _pairs(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    for tie, norm, duplicates in product(get_args(Tie), get_args(Norm), get_args(Duplicates)):
        made = dataset.network(tie, norm, duplicates)
        yield _named(dataset, made), _one_mode(rows, levels, tie, norm, duplicates)
    for cell, share, duplicates in product(get_args(Cell), get_args(Share), get_args(Duplicates)):
        made = dataset.affiliations(cell, share, duplicates)
        inside = by_hand.without_repeats(rows, duplicates, cell != "ignore")
        units, issues = (sorted({said[key] for said in inside}) for key in ("unit", "issue"))
        yield (
            _named(dataset, made),
            _frame(by_hand.two_mode(inside, units, issues, levels, cell, share), units, issues),
        )
    yield from _cuts(dataset, rows, levels)
    yield from kinds(dataset, rows, levels)
    inside = by_hand.without_repeats(rows, "document", True)
    stretches: tuple[tuple[Stretch, int], ...] = (("weeks", 4), ("months", 4), ("years", 1))
    for stretch, size in stretches:
        expected = dict(by_hand.windows(inside, stretch, size))
        found = dataset.networks(stretch, size, "congruence", "average")
        yield pd.DataFrame(index=list(found)), pd.DataFrame(index=list(expected))
        for day in found.keys() & expected.keys():
            yield (
                _named(dataset, found[day]),
                _one_mode(expected[day], levels, "congruence", "average", "include"),
            )


def _cuts(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    days = sorted({said["said_on"] for said in rows})
    middle, everyone = days[len(days) // 2], sorted({said["unit"] for said in rows})
    source, level = sorted({said["source"] for said in rows})[0], max(levels)
    stance = str(int(level)) if levels != [0.0, 1.0] else "1"
    cuts: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"as_of": middle}, {"last": middle}), ({"since": middle}, {"first": middle}),
        ({"exclude": {"stance": [stance]}}, {"exclude": ("level", frozenset([f"{level:g}"]))}),
        ({"only": {"outlet": [source]}}, {"only": ("source", frozenset([source]))}),
        ({"exclude": {"actor": everyone[:2]}}, {"exclude": ("unit", frozenset(everyone[:2]))}),
    ]  # fmt: skip
    for (asked, cut), tie, isolates in product(cuts, get_args(Tie), (False, True)):
        known = sorted({said["unit"] for said in rows})
        said = by_hand.chosen(rows, **cut)
        made = dataset.network(tie, "average", "document", isolates=isolates, **asked)
        yield (
            _named(dataset, made),
            _one_mode(said, levels, tie, "average", "document", known if isolates else None),
        )


def _one_mode(
    rows: list[by_hand.Statement],
    levels: list[float],
    tie: str,
    norm: str,
    duplicates: str,
    units: Any = None,
) -> pd.DataFrame:
    inside = by_hand.without_repeats(rows, duplicates, tie != "ignore")
    names = units or sorted({said["unit"] for said in inside})
    return _frame(by_hand.one_mode(inside, names, levels, tie, norm), names, names)


def _named(dataset: Dataset, made: pd.DataFrame) -> pd.DataFrame:
    """With names and propositions in place of ids; an issue may have an actor's id."""
    facts, is_square = dataset.attributes(), made.index.equals(made.columns)
    actors = {key: facts[key]["name"] for key in made.index}
    return made.rename(
        index=actors,
        columns=actors if is_square else {key: facts[f"issue:{key}"]["proposition"] for key in made.columns},
    )


def _frame(matrix: by_hand.Matrix, rows: list[str], columns: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        [[matrix[row, column] for column in columns] for row in rows], index=rows, columns=columns
    )
