"""`sayso export`: a dataset as files for other programs."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli_places import one_dataset
from sayso.model.wording import counted

if TYPE_CHECKING:
    from sayso.store.hub import Database

TABLES = (".csv", ".xlsx", ".parquet")


@click.command()
@click.argument("dataset")
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="A file: only what was said by this day.")
@click.option(
    "--all-statuses", is_flag=True, help="A file: also statements that do not count, with the reason."
)
@click.option(
    "--dna", "as_dna", is_flag=True, help="A database of DNA; a name that ends in .dna says so, too."
)
@click.option(
    "--password",
    default="",
    envvar="SAYSO_DNA_PASSWORD",
    metavar="TEXT",
    help="DNA: the password of every coder.  [default: a new one, which is printed]",
)
@click.option(
    "--texts-by-rights",
    is_flag=True,
    help="DNA: also texts that came from DNA only where the article's rights say “export”.",
)
def export(
    dataset: str,
    target: Path | None,
    as_of: datetime | None,
    all_statuses: bool,
    as_dna: bool,
    password: str,
    texts_by_rights: bool,
) -> None:
    """Write a dataset as a folder of tables, its statements as one table, or all of it for DNA.

    DATASET is a database file, a folder of tables, or the name of a dataset that comes with Sayso.

    TARGET may be a folder: new, empty, or an older export, which is replaced. Article texts are written
    only where the article's rights say "export".

    Or TARGET is a file, .csv, .xlsx or .parquet: one row a statement, with actor, issue, quote or act, dates,
    article and outlet beside it. Quotes are written only where their article's rights say "quote" or "export".

    Or TARGET is a file that ends in .dna: a database of Discourse Network Analyzer. With --dna it may be left out:
    then the file is called as DATASET, and is written where the command runs.

    \b
    Example:
      sayso export my.duckdb my-tables
      sayso export my.duckdb statements.xlsx
      sayso export my.duckdb --dna
    """
    if target is None:
        if not as_dna:
            raise click.UsageError(
                "Say where to: TARGET is a folder or a file. Only with --dna may it be left out."
            )
        target = Path(f"{Path(dataset).stem}.dna")
    as_dna = as_dna or (target.suffix.lower() == ".dna" and not target.is_dir())
    if texts_by_rights and not as_dna:
        raise click.BadParameter(f"{target} is not a .dna file.", param_hint="--texts-by-rights")
    if as_dna and (as_of or all_statuses):
        raise click.BadParameter(
            f"{target} gets everything that counts.", param_hint="--as-of, --all-statuses"
        )
    if as_dna:
        _write_dna(dataset, target, password, own_texts=not texts_by_rights)
        return
    from sayso.store.export import export_package
    from sayso.store.inventory import rows_in_words

    is_file = target.suffix.lower() in TABLES
    if not is_file and (as_of or all_statuses):
        raise click.BadParameter(f"{target} is a folder: it gets everything.", param_hint="--as-of, --all-statuses")  # fmt: skip
    with one_dataset(Path(dataset), may_read_only=True) as database:
        if is_file:
            _statements(database, target, as_of, all_statuses)
        else:
            export_package(database, target.resolve())
            click.echo(f"{target}: {rows_in_words(database)}")


def _statements(database: Database, file: Path, as_of: datetime | None, all_statuses: bool) -> None:
    from datetime import date

    from sayso.exports import wide_files
    from sayso.model.scope import Scope
    from sayso.reports.statements import LAST_DAY, statements

    day = as_of.date() if as_of else date(LAST_DAY, 12, 31)
    table = statements(database, Scope(database.name, day), all_statuses)
    wide_files.write(table, file)
    rows = (
        counted(len(table.frame), "statement")
        if len(table.frame)
        else "no statement matches; only its header"
    )
    n_withheld = table.frame.loc[table.frame["is_withheld"], "quote_id"].nunique()
    click.echo(f"{file}: {rows}, {len(table.frame.columns)} columns")
    if n_withheld:
        click.echo(f"{counted(n_withheld, 'quote')} left out: their articles' rights say neither quote nor export.", err=True)  # fmt: skip


def _write_dna(dataset: str, target: Path, password: str, *, own_texts: bool) -> None:
    from sayso.exports import dna

    with one_dataset(Path(dataset), may_read_only=True) as database:
        written = dna.write(database, target, password, own_texts=own_texts)
    click.echo(f"{target}: {written.in_words}")
    if not password:
        click.echo(f"Every coder's password in DNA: {written.password}")
    for told in written.told:
        click.echo(told)
