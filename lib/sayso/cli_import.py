"""`sayso import`: a debate coded in another program becomes a dataset."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from sayso.cli_import_qdpx import SUFFIX, import_project, qdpx_options
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
    help="What a value of that variable (or a code of a .qdpx project) means between -2 and 2. Repeatable.",
)
@qdpx_options
def import_(
    file: Path,
    target: Path,
    title: str,
    type_: str,
    unit: str,
    issue: str,
    level: str,
    stances: tuple[str, ...],
    **qdpx: Any,
) -> None:
    """Turn a debate coded in another program into a dataset.

    FILE is a .dna file of Discourse Network Analyzer 3, or a REFI-QDA project (.qdpx) as NVivo, ATLAS.ti, MAXQDA and
    others write it; it is only read. Where it leaves one choice, no option is needed; otherwise the choices are
    listed. DNA's yes and no become stances 1 and -1. If anything is wrong with the file, nothing is written.

    \b
    Example:
      sayso import debate.qdpx --to debate.duckdb --speakers Actors --issues Themes --stance Pro=1 --stance Contra=-1
    """
    is_project = file.suffix.lower() == SUFFIX
    of_dna = {"--type": type_, "--unit": unit, "--issue": issue, "--level": level}
    wrong = of_dna if is_project else {f"--{name.replace('_', '-')}": value for name, value in qdpx.items()}
    if given := [flag for flag, value in wrong.items() if value]:
        raise click.UsageError(
            f"{given[0]} is not for {file.suffix or 'such'} files. See sayso import --help."
        )
    if is_project:
        return import_project(file, target, title, stances, qdpx)
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
