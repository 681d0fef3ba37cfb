"""`sayso check`: every mistake in a folder of tables, or in a database file."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sayso.cli_places import one_dataset
from sayso.model.wording import counted


@click.command()
@click.argument("place", metavar="FOLDER|FILE", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="ARTICLE=FILE",
    help="FOLDER: the text of an article, to check quotes against word for word. May be given several times.",
)
def check(place: Path, texts: tuple[str, ...]) -> None:
    """Find every mistake in a folder of tables or in a database file.

    FOLDER: prints one line a mistake: file, row as your spreadsheet numbers it, column, what is wrong, what
    would be right. Texts that you have attached before (see `sayso attach-text`) are used too.

    FILE, a database: reads all of it, plays its log of changes again and prints every cell that is not what the
    last change to it left, then checks its rows as those of a folder.

    The exit code is 0 if there is no mistake and 1 if there are any. Nothing is changed, but that a file of an earlier
    version is first brought up to date, with a backup.

    \b
    Example:
      sayso check my-tables --text times-2021-07-24=article.txt
      sayso check my.duckdb
    """
    if place.is_file():
        if texts:
            raise click.BadParameter(f"{place} holds its own texts.", param_hint="--text")
        _check_file(place)
    else:
        _check_folder(place, texts)


def _check_file(file: Path) -> None:
    from sayso.store.inventory import rows_in_words
    from sayso.store.verifying import file_problems

    with one_dataset(file) as database:
        if database.notice:
            click.echo(database.notice)
        problems = file_problems(database)
        for line in problems:
            click.echo(line)
        if problems:
            click.echo(f"{counted(len(problems), 'problem')} found.", err=True)
            sys.exit(1)
        click.echo(f"no problems in {rows_in_words(database)}")
        click.echo(f"the log of {counted(database.own_changes(), 'change')} made here agrees with the tables")


def _check_folder(folder: Path, texts: tuple[str, ...]) -> None:
    from sayso.store.check import inspect_package
    from sayso.store.datasets import built_file
    from sayso.store.old_file import texts_beside
    from sayso.store.texts import decode

    known, note = texts_beside(built_file(folder))
    named: dict[str, str] = {}
    for pair in texts:
        article, sign, name = pair.partition("=")
        if not sign or not Path(name).is_file():
            raise click.BadParameter(
                f"{pair!r} is not ARTICLE=FILE with a file that exists.", param_hint="--text"
            )
        named[article] = decode(Path(name).read_bytes())
    found = inspect_package(folder, known | named)
    if unknown := sorted(set(named) - set(found.articles)):
        raise click.BadParameter(f"No article “{unknown[0]}” in articles.csv.", param_hint="--text")
    for problem in found.problems:
        click.echo(str(problem))
    if note:
        click.echo(note, err=True)
    if found.problems:
        click.echo(f"{counted(len(found.problems), 'problem')} found.", err=True)
        sys.exit(1)
    click.echo(f"no problems in {found.n_tables} tables, {found.n_rows:,} rows")
    n_texts, n_articles = len(found.articles_with_text), len(found.articles)
    click.echo(f"places of quotes compared with the text of {n_texts} of {counted(n_articles, 'article')}")
