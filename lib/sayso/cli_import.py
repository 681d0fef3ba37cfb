"""`sayso import`: a debate coded in another program becomes a dataset."""

from __future__ import annotations

import re
from pathlib import Path

import click

from sayso.model.wording import counted


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help="The dataset to write; a new .duckdb file.",
)
@click.option("--title", default="", help="What the dataset is called.  [default: as FILE]")
@click.option(
    "--type", "type_", default="", metavar="NAME", help="The statement type, such as “DNA Statement”."
)
@click.option(
    "--unit", default="", metavar="VARIABLE", help="The variable of actors: organization or person, say."
)
@click.option("--issue", default="", metavar="VARIABLE", help="The variable of issues.  [default: concept]")
@click.option("--level", default="", metavar="VARIABLE", help="The boolean or integer variable of stances.")
@click.option(
    "--stance",
    "stances",
    multiple=True,
    metavar="VALUE=STANCE",
    help="What a value of that variable means between -2 and 2. May be given several times.",
)
def import_(
    file: Path,
    target: Path,
    title: str,
    type_: str,
    unit: str,
    issue: str,
    level: str,
    stances: tuple[str, ...],
) -> None:
    """Turn a database of Discourse Network Analyzer into a dataset.

    FILE is a .dna file of DNA 3; it is only read. Where the database leaves one choice, no option is needed;
    otherwise the choices are listed. Yes and no become stances 1 and -1. If anything is wrong with the file,
    nothing is written.

    \b
    Example:
      sayso import debate.dna --to debate.duckdb --unit organization
    """
    from sayso.coding.import_dna import import_dna
    from sayso.ingest.dna.choices import Asked

    meant = {}
    for pair in stances:
        found = re.fullmatch(r"(-?\d{1,18})=([+-]?[0-2])", pair)
        if not found:
            raise click.BadParameter(f"{pair!r} is not VALUE=STANCE, such as 5=2.", param_hint="--stance")
        meant[int(found[1])] = int(found[2])
    done = import_dna(file, target.resolve(), Asked(type_, unit, issue, level, meant), title)
    n = done.rows
    click.echo(
        f"{target}: {counted(n['articles'], 'article')}, {counted(n['actors'], 'actor')},"
        f" {counted(n['issues'], 'issue')}, {counted(n['quotes'], 'quote')}, {counted(n['statements'], 'statement')}"
    )
    for reason, number in sorted(done.left_out.items()):
        click.echo(f"left out: {counted(number, 'statement')} {reason}; kept in the dataset's descriptor")
