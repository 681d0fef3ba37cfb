"""A coded table becomes statements of the open dataset: in one change, or not at all."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from sayso.coding.codebook.actors import kinds
from sayso.coding.moved import cells, everything, moved
from sayso.coding.table.known import Known
from sayso.coding.table.planning import Plan, build
from sayso.errors import CodingError
from sayso.ingest.coded_table.mapping import TableMap, check
from sayso.ingest.coded_table.rows import Progress, ReadRows, in_words, read_rows, rows_in_words
from sayso.ingest.coded_table.table import Table
from sayso.model.wording import counted
from sayso.store.changes import change
from sayso.store.database import Database
from sayso.store.inside import within
from sayso.store.many import insert_many


@dataclass(frozen=True)
class Imported:
    """What was made, and the cells of the matrix that moved (see `coding.moved.moved`)."""

    plan: Plan
    left_out: list[int]
    moved: pd.DataFrame

    def in_words(self) -> str:
        """ "240 statements on 230 quotes in 31 articles"."""
        n = {name: len(rows) for name, rows in self.plan.tables.items()}
        return (
            f"{counted(n['statements'], 'statement')} on {counted(n['quotes'], 'new quote')}"
            f" in {counted(n['articles'], 'new article')}"
        )


def plan(
    database: Database, by: str, table: Table, mapping: TableMap, progress: Progress | None = None
) -> Plan:
    """What `import_table` would do; nothing is changed. Raises IntakeError if a column that is needed has none."""
    return build(Known(database), table, mapping, _read(table, mapping, progress), by)


def import_table(
    database: Database,
    by: str,
    table: Table,
    mapping: TableMap,
    *,
    leave_out: bool = False,
    progress: Progress | None = None,
) -> Imported:
    """Take the table's statements into `database`, accepted, as coded by its coder or else `by`: one change.

    Raises CodingError, with nothing changed, if a row is wrong and `leave_out` is not given, or no row is news;
    IntakeError if a column that is needed has none, StoreError if the dataset is open for reading only.
    """
    title = f"Importing {table.file}"
    read = _read(table, mapping, progress)
    scope = everything(database)
    note = f"{table.file} imported"
    with change(database, by, note=note) as made:
        there = within(database, made.cursor)
        before = cells(there, scope)
        found = build(Known(made), table, mapping, read, by)
        wrong = found.wrong_rows
        if wrong and not leave_out:
            raise CodingError(
                title,
                f"{counted(len(wrong), 'row')} of {len(table.rows):,} cannot come in. Nothing was changed.\n"
                f"{in_words(found.problems)}",
                "Correct them in the table, say what the values mean, or choose to leave these rows out.",
            )
        if not found.tables["statements"]:
            raise CodingError(title, _nothing(found), "Choose another table.")
        for name, rows in found.tables.items():
            if rows:
                insert_many(made, name, rows)
        after = cells(there, scope)  # before anybody else saves: what moved is this table's doing
    return Imported(found, wrong, moved(before, after))


def _read(table: Table, mapping: TableMap, progress: Progress | None) -> ReadRows:
    check(table, mapping)
    return read_rows(table, mapping, kinds(), progress)


def _nothing(found: Plan) -> str:
    there = f"{rows_in_words(found.there).capitalize()} are in the dataset already. " if found.there else ""
    return f"{there}There is no statement to add. Nothing was changed."
