"""What DNA kept stands beside statements by its own name; a descriptor that was edited by hand harms nothing."""

from __future__ import annotations

from typing import Any

import pytest

import sayso
from sayso.model.frames import records
from tests.conftest import PackageMaker
from tests.tiny import say

SAID = [say("ann", "tax", 2, "2024-01-03"), say("bob", "tax", 1, "2024-01-04")]


def kept(**tables: tuple[list[str], list[Any]]) -> dict[str, Any]:
    return {"tables": {name: {"columns": columns, "rows": rows} for name, (columns, rows) in tables.items()}}


@pytest.mark.parametrize(
    "dna",
    [
        None, 7, {}, {"tables": []}, {"tables": {"DOCUMENTS": 3, "VARIABLES": {"columns": 1, "rows": 2}}},
        kept(DOCUMENTS=(["ID", "Section"], [["x", "A"], [1], "no row", [[1], "B"]])),
        kept(VARIABLES=(["ID", "Variable"], [[1, "frame"], [[2], {}]]), DATASHORTTEXT=(["StatementId", "VariableId", "Entity"], [[[1], {}, []], [1, 9, 9]])),
    ],
)  # fmt: skip
def test_a_descriptor_of_another_shape_brings_no_variables(make_package: PackageMaker, dna: Any) -> None:
    with sayso.open(make_package(SAID, descriptor={"dna": dna})) as dataset:
        assert len(dataset.variables()) == 2


def test_a_variable_called_like_a_column_keeps_both(make_package: PackageMaker) -> None:
    names = ["venue", "unit", "frame", "outlet_id"]
    variables = [[number, name] for number, name in enumerate(names, start=1)]
    values = [[1, number, 10 + number] for number in range(1, 5)]
    entities = [[10 + number, f"word {number}"] for number in range(1, 5)]
    dna = kept(
        VARIABLES=(["ID", "Variable"], variables), ENTITIES=(["ID", "Value"], entities),
        DATASHORTTEXT=(["StatementId", "VariableId", "Entity"], values),
    )  # fmt: skip
    said = [say("ann", "tax", 2, "2024-01-03", statement_id="statement-00001")]
    with sayso.open(make_package(said, descriptor={"dna": dna})) as dataset:
        (row,) = records(dataset.variables())
    assert (row["venue (DNA)"], row["unit (DNA)"], row["frame"], row["outlet_id (DNA)"]) == ("word 1", "word 2", "word 3", "word 4")  # fmt: skip
    assert (row["unit"], row["outlet_id"]) == ("ann", "herald")
