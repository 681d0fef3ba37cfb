"""`sayso import FILE.dna`: the options for databases of Discourse Network Analyzer, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.model.wording import counted

Command = TypeVar("Command", bound=Callable[..., Any])
SUFFIXES = (".dna",)
OPTIONS = (
    click.option(
        "--type",
        "type_",
        default="",
        metavar="NAME",
        help="The statement type, such as “DNA Statement” (.dna).",
    ),
    click.option(
        "--unit",
        default="",
        metavar="VARIABLE",
        help="The variable of actors: organization or person, say (.dna).",
    ),
    click.option(
        "--issue", default="", metavar="VARIABLE", help="The variable of issues (.dna).  [default: concept]"
    ),
    click.option(
        "--level", default="", metavar="VARIABLE", help="The boolean or integer variable of stances (.dna)."
    ),
)


def dna_options(command: Command) -> Command:
    """Add the options for DNA databases to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def import_database(
    file: Path, target: Path, title: str, stances: Sequence[str], options: dict[str, Any]
) -> None:
    """Turn the database `file` into the dataset `target`, and print what became of it."""
    from sayso.coding.import_dna import import_dna
    from sayso.ingest.dna.choices import Asked

    meant = {}
    for pair in stances:
        found = re.fullmatch(r"(-?\d{1,18})=([+-]?[0-2])", pair)
        if not found:
            raise click.BadParameter(f"{pair!r} is not VALUE=STANCE, such as 5=2.", param_hint="--stance")
        meant[int(found[1])] = int(found[2])
    asked = Asked(options["type_"], options["unit"], options["issue"], options["level"], meant)
    done = import_dna(file, target.resolve(), asked, title)
    n = done.rows
    click.echo(
        f"{target}: {counted(n['articles'], 'article')}, {counted(n['actors'], 'actor')},"
        f" {counted(n['issues'], 'issue')}, {counted(n['quotes'], 'quote')}, {counted(n['statements'], 'statement')}"
    )
    for reason, number in sorted(done.left_out.items()):
        click.echo(f"left out: {counted(number, 'statement')} {reason}; kept in the dataset's descriptor")
