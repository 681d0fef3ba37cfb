"""Other nodes, documents' fields, texts as qualifiers, windows and kernels of an imported DNA database, beside plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from sayso.dataset import Dataset
from sayso.queries import networks as questions
from tests.bench import dna_by_hand as by_hand
from tests.bench import dna_smooth
from tests.bench.dna_cuts import Made

NODES = {"author": "author", "outlet": "source", "speaker": "person"}
FIELDS = ("section", "type", "author", "person")


def kinds(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    """Each kind of network that DNA knows beside actors by stance."""
    rows = [row | {"source": row["source"] or "Unknown"} for row in rows]  # as the import calls no source
    yield from _nodes(dataset, rows, levels)
    yield from _fields(dataset, rows, levels)
    yield from _texts(dataset, rows)
    yield from _windows(dataset, rows, levels)


def _nodes(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    for node, column in NODES.items():
        said = by_hand.spoken([row | {"unit": row[column]} for row in rows])
        if not said:
            continue
        made = dataset.network("subtract", "average", node=node)  # type: ignore[arg-type]  # keys of NODES
        yield _named(dataset, made, node), _one_mode(said, levels, "subtract", "average")


def _fields(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    for field in FIELDS:
        value = sorted({row[field] for row in rows})[0]
        cuts: dict[str, Any] = {"only": {field: [value]}}
        made = dataset.network("congruence", **cuts)
        chosen = by_hand.chosen(rows, only=(field, frozenset([value])))
        yield _named(dataset, made), _one_mode(chosen, levels, "congruence", "none")
        cuts = {"exclude": {field: [value]}}
        chosen = by_hand.chosen(rows, exclude=(field, frozenset([value])))
        made = dataset.affiliations("ignore", **cuts)
        said = by_hand.without_repeats(chosen, "document", False)
        units, issues = (sorted({row[key] for row in said}) for key in ("unit", "issue"))
        expected = by_hand.two_mode(said, units, issues, levels, "ignore", "none")
        yield _named(dataset, made, both=False), dna_smooth.frame(expected, units, issues)


def _texts(dataset: Dataset, rows: list[by_hand.Statement]) -> Iterator[Made]:
    said = [row | {"level": row["source"]} for row in rows]
    inside = by_hand.without_repeats(said, "document", True)
    units = sorted({row["unit"] for row in inside})
    for tie, norm in (("congruence", "none"), ("conflict", "average"), ("subtract", "jaccard")):
        made = dataset.network(tie, norm, qualifier="outlet")  # type: ignore[arg-type]  # a tie and a norm
        expected = dna_smooth.one_mode_of(inside, units, [0.0, 1.0], tie, norm, is_text=True)
        yield _named(dataset, made), dna_smooth.frame(expected, units, units)


def _windows(dataset: Dataset, rows: list[by_hand.Statement], levels: list[float]) -> Iterator[Made]:
    inside = by_hand.without_repeats(rows, "document", True)
    by_day = dict(by_hand.windows(inside, "weeks", 3))
    made = dataset.affiliation_networks("weeks", 3)
    yield pd.DataFrame(index=list(made)), pd.DataFrame(index=list(by_day))
    for day in made.keys() & by_day.keys():
        units, issues = (sorted({row[key] for row in by_day[day]}) for key in ("unit", "issue"))
        expected = by_hand.two_mode(by_day[day], units, issues, levels, "subtract", "none")
        if units or len(made[day]):
            yield _named(dataset, made[day], both=False), dna_smooth.frame(expected, units, issues)
    for day, found in dataset.smooth_networks("triangular", 10, 5, "congruence", "average").items():
        said = dna_smooth.weighed(inside, "triangular", 10, day)
        units = sorted({row["unit"] for row in said})
        expected = dna_smooth.one_mode_of(said, units, levels, "congruence", "average")
        if units or len(found):
            yield _named(dataset, found), dna_smooth.frame(expected, units, units)


def _one_mode(rows: list[by_hand.Statement], levels: list[float], tie: str, norm: str) -> pd.DataFrame:
    inside = by_hand.without_repeats(rows, "document", True)
    units = sorted({row["unit"] for row in inside})
    return dna_smooth.frame(by_hand.one_mode(inside, units, levels, tie, norm), units, units)


def _named(dataset: Dataset, made: pd.DataFrame, node: Any = "actor", *, both: bool = True) -> pd.DataFrame:
    """With names and propositions in place of ids."""
    facts = questions.attributes(dataset._database, node)
    names = {key: facts.get(key, {}).get("name", key) for key in made.index}
    columns = names if both else {key: facts[f"issue:{key}"]["proposition"] for key in made.columns}
    return made.rename(index=names, columns=columns)
