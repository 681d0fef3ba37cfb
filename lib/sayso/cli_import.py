"""`sayso import`: what was coded in another program or in a table, by the ending of its file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from sayso import cli_import_dna, cli_import_qdpx, cli_import_table

# A format: the endings of its files, its own options, and what takes a file in.
Run = Callable[[Path, Path, str, Sequence[str], dict[str, Any]], None]
FORMATS: tuple[tuple[tuple[str, ...], Callable[[Any], Any], Run], ...] = (
    (cli_import_table.SUFFIXES, cli_import_table.table_options, cli_import_table.import_coded_table),
    (cli_import_dna.SUFFIXES, cli_import_dna.dna_options, cli_import_dna.import_database),
    ((cli_import_qdpx.SUFFIX,), cli_import_qdpx.qdpx_options, cli_import_qdpx.import_project),
)


def _all_options(command: Any) -> Any:
    for _, options, _ in reversed(FORMATS):
        command = options(command)
    return command


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="The dataset: a new .duckdb file; for a table also one that is there.  [default: a new one, called as FILE, here]",
)
@click.option("--title", default="", help="What a new dataset is called.  [default: as FILE]")
@click.option(
    "--stance",
    "stances",
    multiple=True,
    metavar="VALUE=STANCE",
    help="What a value (.dna, tables) or a code (.qdpx) means between -2 and 2. Repeatable.",
)
@_all_options
@click.pass_context
def import_(
    context: click.Context,
    /,
    file: Path,
    target: Path | None,
    title: str,
    stances: tuple[str, ...],
    **asked: Any,
) -> None:
    """Take in what was coded elsewhere.

    FILE is a table (.csv, .tsv, .xlsx) with a statement in each row, a .dna file of Discourse Network Analyzer 3, or
    a REFI-QDA project (.qdpx) as NVivo, ATLAS.ti, MAXQDA and others write it; it is only read. A table goes into a
    dataset, the others become a new one. Where the file leaves one choice, no option is needed; otherwise the choices
    are listed. If anything is wrong, nothing is written.

    \b
    Example:
      sayso import debate.dna
      sayso import coded.xlsx --to debate.duckdb --column speaker=Sprecher --stance dafür=1 --stance dagegen=-1
      sayso import week-30.csv --to debate.duckdb --map mapping.json
      sayso import debate.dna --to debate.duckdb --unit organization
      sayso import debate.qdpx --to debate.duckdb --speakers Actors --issues Themes --stance Pro=1 --stance Contra=-1
    """
    suffix = file.suffix.lower()
    found = next((each for each in FORMATS if suffix in each[0]), None)
    if found is None:
        known = ", ".join(ending for endings, _, _ in FORMATS for ending in endings)
        raise click.UsageError(f"Sayso imports {known}; not {suffix or 'files without an ending'}.")
    _, options, run = found
    own = _names(options)
    for name in asked:
        if name not in own and context.get_parameter_source(name) == ParameterSource.COMMANDLINE:
            flag = next(each.opts[0] for each in context.command.params if each.name == name)
            raise click.UsageError(f"{flag} is not for {suffix} files. See sayso import --help.")
    run(
        file,
        target or _new(file),
        title,
        stances,
        {name: value for name, value in asked.items() if name in own},
    )


def _new(file: Path) -> Path:
    """FILE's name in the folder where the command runs, for a dataset that is not there yet."""
    target = Path(f"{file.stem}.duckdb")
    if target.exists():
        raise click.UsageError(f"{target} is there already. Say with --to which dataset is meant.")
    return target


def _names(options: Callable[[Any], Any]) -> set[str]:
    """The names under which a format's options come in."""

    def nothing() -> None: ...

    decorated: Any = options(nothing)
    return {parameter.name for parameter in decorated.__click_params__}
