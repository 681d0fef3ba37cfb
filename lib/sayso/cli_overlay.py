"""`sayso overlay`: others' counts laid over the timeline, from the command line."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from sayso.cli_places import DATA, one_dataset
from sayso.model.wording import counted

MOST_TOLD = 20


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@DATA
@click.option(
    "--accessed-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="When it was downloaded from its publisher.  [default: today]",
)
@click.option("--leave-out", is_flag=True, help="Add the other rows where some cannot be read.")
def overlay(file: Path, data: Path | None, accessed_on: datetime | None, leave_out: bool) -> None:
    """Lay others' counts over the timeline: ACLED's events or GDELT's quotations.

    FILE is ACLED's export of single events (.csv), or GDELT's Global Quotation Graph (.json, .json.gz or .csv).
    It is kept beside the dataset: never counted in positions, never exported. Rows that cannot be read are listed,
    and nothing is added unless you say --leave-out. It is taken off again on the timeline, under Overlays.

    \b
    Example:
      sayso overlay valdria.csv --data debate.duckdb --accessed-on 2026-01-05
    """
    from sayso.ingest.overlays import read
    from sayso.model.overlays import NOUNS, TERMS, attribution
    from sayso.store.overlays import add_overlay

    content = file.read_bytes()
    found = read(file.name, content, date.today())
    for note in found.notes:
        click.echo(note, err=True)
    for problem in found.problems[:MOST_TOLD]:
        click.echo(f"row {problem.row:,} {problem.wrong}", err=True)
    if found.problems and not leave_out:
        raise click.ClickException(
            f"{counted(len(found.problems), 'row')} cannot be read. Nothing was added. Mend them, or say --leave-out."
        )
    accessed = accessed_on.date() if accessed_on else date.today()
    with one_dataset(data) as database:
        made = add_overlay(database, found, name=file.name, content=content, accessed_on=accessed)
    out = f", {counted(made.n_left_out, 'row')} left out" if made.n_left_out else ""
    click.echo(
        f"{made.label}: {counted(made.n_rows, NOUNS[made.kind])}{out}, {made.first_day} to {made.last_day}"
    )
    click.echo(f"{attribution(made.kind, accessed)}. {TERMS[made.kind]}")
