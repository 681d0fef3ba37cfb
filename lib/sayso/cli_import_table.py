"""`sayso import TABLE`: the options for tables coded elsewhere, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.cli_places import coder_or_login, open_at
from sayso.model.wording import counted

if TYPE_CHECKING:
    from sayso.ingest.coded_table.mapping import TableMap

Command = TypeVar("Command", bound=Callable[..., Any])
SUFFIXES = (".csv", ".tsv", ".xlsx")
OPTIONS = (
    click.option(
        "--map", "map_file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
        help="What columns and values mean, as the Import page saves it (tables).",
    ),
    click.option(
        "--column", "columns", multiple=True, metavar="FIELD=TITLE",
        help="The column of a field, as speaker=Sprecher (tables; repeatable).",
    ),
    click.option("--sheet", default="", metavar="NAME", help="The sheet of a workbook (tables)."),
    click.option(
        "--day-first/--month-first", "day_first", default=None, help="How to read 03/04/2021 (tables)."
    ),
    click.option("--leave-out", is_flag=True, help="Leave out the rows that are wrong, instead of stopping (tables)."),
    click.option("--dry-run", is_flag=True, help="Only say what would be made (tables)."),
    click.option("--coder", default="", help="Who coded it, where no column says so (tables).  [default: SAYSO_CODER, else your login name]"),
)  # fmt: skip


def table_options(command: Command) -> Command:
    """Add the options for tables to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def import_coded_table(
    file: Path, target: Path, title: str, stances: Sequence[str], options: dict[str, Any]
) -> None:
    """Take the table `file` into the dataset `target`, which is made if it is not there, and print what became of it."""
    from sayso.coding.table import import_table, plan
    from sayso.ingest.coded_table.mapping import from_json, guess
    from sayso.ingest.coded_table.rows import in_words
    from sayso.ingest.coded_table.table import read_table
    from sayso.store.new import create_dataset

    map_file, by = options["map_file"], coder_or_login(options["coder"])
    known = from_json(map_file.name, map_file.read_bytes()) if map_file else None
    sheet = options["sheet"] or (known.sheet if known else "")
    table = read_table(file.name, file.read_bytes(), sheet, known.header_row if known else 0)
    mapping = _asked(guess(table, known), options, stances)
    for line in table.notes:
        click.echo(line)
    target = target.resolve()
    is_new = not target.exists()
    if is_new:
        create_dataset(target, title)
    try:
        with open_at(target) as databases:
            (database,) = databases.values()
            if options["dry_run"]:
                found = plan(database, by, table, mapping)
                counts = ", ".join(f"{len(rows):,} {name}" for name, rows in found.tables.items() if rows)
                click.echo(f"would add: {counts or 'nothing'}")
                if found.problems:
                    click.echo(f"wrong: {counted(len(found.wrong_rows), 'row')}\n{in_words(found.problems)}")
            else:
                done = import_table(database, by, table, mapping, leave_out=options["leave_out"])
                found = done.plan
                click.echo(
                    f"{target.name}: {done.in_words()}; {counted(len(done.moved), 'cell')} of the matrix moved"
                )
                if done.left_out:
                    click.echo(f"left out: {counted(len(done.left_out), 'row')}\n{in_words(found.problems)}")
                is_new = False
            if found.there:
                click.echo(f"there already: {counted(len(found.there), 'row')}")
            for noun, names in found.new.items():
                for name, near in names.items():
                    like = f" (is it {near}?)" if near else ""
                    click.echo(f"new in {noun}: {name}{like}")
            for line in found.told:
                click.echo(line)
    finally:
        if is_new:  # nothing came in: nothing is left behind
            target.unlink(missing_ok=True)


def _asked(mapping: TableMap, options: dict[str, Any], stances: Sequence[str]) -> TableMap:
    from sayso.ingest.coded_table.columns import BY_KEY
    from sayso.ingest.coded_table.values import stance_key

    columns = dict(mapping.columns)
    for pair in options["columns"]:
        key, found, title = pair.partition("=")
        if not found or key not in BY_KEY:
            raise click.BadParameter(
                f"{pair!r} is not FIELD=TITLE; fields are {', '.join(BY_KEY)}.", param_hint="--column"
            )
        columns = {k: column for k, column in columns.items() if column != title} | {key: title}
    meant = dict(mapping.stances)
    for pair in stances:
        match = re.fullmatch(r"(.+)=([+−-]?[0-2])", pair)
        if not match:
            raise click.BadParameter(
                f"{pair!r} is not VALUE=STANCE, such as support=1.", param_hint="--stance"
            )
        meant[stance_key(match[1])] = int(match[2].replace("−", "-"))
    order = mapping.day_order if options["day_first"] is None else "dmy" if options["day_first"] else "mdy"
    return replace(mapping, columns=columns, stances=meant, day_order=order)
