"""Every `.sql` runs on the empty schema and does what its header says."""

import re
from collections.abc import Iterator
from importlib.resources import files

import duckdb
import pytest

from sayso.queries.answer import question
from sayso.store import schema

NAMES = sorted(
    file.name.removesuffix(".sql")
    for file in files("sayso.queries").joinpath("sql").iterdir()
    if file.name.endswith(".sql")
)
PARAMETER = re.compile(r"\$(\w+)")


@pytest.fixture(scope="module")
def cursor() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection, connection.cursor() as own:
        schema.create(own)
        yield own


def test_there_are_questions() -> None:
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_header_is_complete(name: str) -> None:
    asked = question(name)
    assert asked.answers.endswith("?"), "-- answers: is a reader's question"
    assert re.search(r"^-- returns: one row", asked.sql, flags=re.MULTILINE)
    assert re.search(r"^-- params:", asked.sql, flags=re.MULTILINE) and all(asked.columns)


@pytest.mark.parametrize("name", NAMES)
def test_params_in_the_header_are_those_in_the_text(name: str) -> None:
    asked = question(name)
    assert set(PARAMETER.findall(asked.sql)) == set(asked.params)
    assert len(asked.params) == len(set(asked.params))


@pytest.mark.parametrize("name", NAMES)
def test_columns_in_the_header_are_those_returned(name: str, cursor: duckdb.DuckDBPyConnection) -> None:
    asked = question(name)
    params = dict.fromkeys(asked.params)
    cursor.execute(f"EXPLAIN {asked.sql}", params).fetchall()
    answer = cursor.execute(asked.sql, params)
    assert tuple(column[0] for column in answer.description or ()) == asked.columns
    assert len(answer.fetchall()) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_values_are_bound_and_never_formatted_in(name: str) -> None:
    assert not re.search(r"\{\w*\}|%s|%\(", question(name).sql)
