"""`sayso backup` and `sayso restore`: copies of a dataset's file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli_places import one_dataset
from sayso.model.wording import counted


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    help="The file to write.  [default: a dated name in FILE.backups]",
)
def backup(file: Path, target: Path | None) -> None:
    """Copy a dataset, with everything that was saved.

    FILE is a database file, a folder of tables, or the name of a dataset. The copy is one .duckdb file with its
    checksum beside it; it opens like the original. Nothing is overwritten. While Sayso serves a dataset it makes such
    copies by itself, once a day if something changed (SAYSO_BACKUP_HOURS), and keeps those of seven days and of
    four weeks.

    \b
    Example:
      sayso backup my.duckdb --to /media/stick/my-monday.duckdb
    """
    from sayso.store import backups

    with one_dataset(file) as database:
        made = backups.backup(database, target.resolve() if target else None)
        click.echo(f"{made}: {made.stat().st_size:,} bytes, checksum in {made.name}{backups.SUM}")


@click.command()
@click.argument("backup", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "target",
    required=True,
    type=click.Path(path_type=Path),
    help="The new database file; it must not be there yet.",
)
def restore(backup: Path, target: Path) -> None:
    """Make a backup a dataset again.

    BACKUP is compared with its checksum, if that lies beside it, and its log with its tables. Nothing is overwritten.

    \b
    Example:
      sayso restore my.duckdb.backups/my-20261130-080000-000000-change-41.duckdb --to my-again.duckdb
    """
    from sayso.store import backups

    wrong = backups.restore(backup.resolve(), target.resolve())
    click.echo(f"{target} is there. Look at it: sayso serve {target}")
    if wrong:
        listed = "\n".join(wrong[:20])
        click.echo(f"{counted(len(wrong), 'cell')} differ from the log:\n{listed}", err=True)
