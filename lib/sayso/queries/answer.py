"""An answer carries its SQL and parameters, so that every number can say how it was computed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pandas as pd

from sayso.queries.rights import for_reader
from sayso.store.hub import Database


@dataclass(frozen=True)
class Question:
    """A named `.sql` file: what it answers, the parameters it takes and the columns it returns."""

    name: str
    answers: str
    params: tuple[str, ...]
    columns: tuple[str, ...]
    sql: str


@dataclass(frozen=True)
class Answer:
    """The rows, and what was asked to get them."""

    frame: pd.DataFrame
    question: Question
    params: Mapping[str, Any]


@cache
def question(name: str) -> Question:
    """Read `queries/sql/<name>.sql` with its header."""
    sql = files("sayso.queries").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return Question(
        name,
        _header(sql, "answers"),
        tuple(filter(None, _header(sql, "params").split(", "))),
        tuple(_header(sql, "columns").split(", ")),
        sql,
    )


def ask(database: Database, name: str, params: Mapping[str, Any]) -> Answer:
    """Put the question `name`; of `params`, those that it takes are bound."""
    asked = question(name)
    bound = {key: params[key] for key in asked.params}
    return Answer(for_reader(database, database.frame(asked.sql, bound)), asked, bound)


def _header(sql: str, key: str) -> str:
    match = re.search(rf"^-- {key}: ?(.*)$", sql, flags=re.MULTILINE)
    return match.group(1).strip() if match else ""
