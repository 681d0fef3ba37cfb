"""`sayso export`: a dataset as files for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli_places import one_dataset


@click.command()
@click.argument("dataset")
@click.argument("folder", type=click.Path(path_type=Path))
def export(dataset: str, folder: Path) -> None:
    """Write a dataset as a folder of tables.

    DATASET is a database file, a folder of tables, or the name of a dataset that comes with Sayso.
    FOLDER is new, empty, or an older export, which is replaced. Article texts are written only where
    the article's rights say "export".

    \b
    Example:
      sayso export my.duckdb my-tables
    """
    from sayso.store.export import export_package
    from sayso.store.inventory import rows_in_words

    with one_dataset(Path(dataset)) as database:
        export_package(database, folder.resolve())
        click.echo(f"{folder}: {rows_in_words(database)}")
