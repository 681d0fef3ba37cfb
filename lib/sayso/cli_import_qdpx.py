"""`sayso import FILE.qdpx`: the options for REFI-QDA projects, and what is printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.model.wording import counted

Command = TypeVar("Command", bound=Callable[..., Any])
SUFFIX = ".qdpx"
OPTIONS = (
    click.option(
        "--speakers", multiple=True, metavar="CODE", help="Folder or code of speakers (.qdpx; repeatable)."
    ),
    click.option(
        "--issues",
        multiple=True,
        metavar="CODE",
        help="Folder or code of issues; “none” if there is none (.qdpx; repeatable).",
    ),
    click.option(
        "--events",
        multiple=True,
        metavar="CODE=KIND",
        help="Folder or code of events that happened, with their PLOVER kind, as Rallies=PROTEST (.qdpx).",
    ),
    click.option("--ignore", multiple=True, metavar="CODE", help="Folder or code to leave out (.qdpx)."),
    click.option("--date", default="", metavar="VARIABLE", help="The texts' date of publication (.qdpx)."),
    click.option("--outlet", default="", metavar="VARIABLE", help="The texts' outlet (.qdpx)."),
    click.option("--outlet-name", default="", metavar="NAME", help="The one outlet of all texts (.qdpx)."),
)


def qdpx_options(command: Command) -> Command:
    """Add the options for REFI-QDA projects to a command."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def import_project(
    file: Path, target: Path, title: str, stances: Sequence[str], options: dict[str, Any]
) -> None:
    """Turn the project `file` into the dataset `target`, and print what became of it."""
    from sayso.coding.import_qdpx import import_qdpx
    from sayso.ingest.qdpx.choices import Asked

    asked = Asked(
        options["speakers"], options["issues"], {name: int(value) for name, value in _pairs(stances)} or None,
        dict(_pairs(options["events"], "--events", r"([A-Z]+)")), options["ignore"], options["date"],
        options["outlet"], options["outlet_name"],
    )  # fmt: skip
    done = import_qdpx(file, target.resolve(), asked, title)
    n = done.rows
    click.echo(
        f"{target}: {counted(n['articles'], 'article')}, {counted(n['actors'], 'actor')},"
        f" {counted(n['issues'], 'issue')}, {counted(n['quotes'], 'quote')}, {counted(n['statements'], 'statement')}"
        + (f", {counted(n['events'], 'event')}" if n["events"] else "")
    )
    for line in done.told:
        click.echo(line)
    for reason, number in sorted(done.left_out.items()):
        click.echo(f"left out: {counted(number, 'passage')} {reason}; kept in the dataset's descriptor")


def _pairs(
    pairs: Sequence[str], flag: str = "--stance", value: str = r"([+−-]?[0-2])"
) -> list[tuple[str, str]]:
    found = []
    for pair in pairs:
        match = re.fullmatch(rf"\s*(.+?)\s*=\s*{value}\s*", pair)
        if not match:
            example = "Pro=2" if flag == "--stance" else "Rallies=PROTEST"
            raise click.BadParameter(f"{pair!r} is not a code and its value, as {example}.", param_hint=flag)
        found.append((match[1], match[2].replace("−", "-")))
    return found
