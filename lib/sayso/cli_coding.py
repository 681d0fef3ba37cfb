"""`sayso new`, `find`, `review`, `status`: the coder's commands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli_places import DATA, found_words, location, one_dataset
from sayso.errors import StoreError
from sayso.model.wording import counted

if TYPE_CHECKING:
    from sayso.store.hub import Database


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default="", help="What the dataset is called.  [default: as its file]")
def new(file: Path, title: str) -> None:
    """Start an empty dataset.

    FILE is the database file to write; it must not be there yet.

    \b
    Example:
      sayso new debate.duckdb --title "The debate about the port"
    """
    from sayso.store.new import create_dataset

    create_dataset(file.resolve(), title)
    click.echo(f"{file} is an empty dataset. Fill it: sayso serve {file}, or sayso add PATH… --data {file}")


@click.command()
@DATA
@click.option(
    "--article", "articles", multiple=True, help="Only this article, by its id. May be given several times."
)
@click.option(
    "--model",
    "with_model",
    is_flag=True,
    help="Ask the language model that SAYSO_LLM_… names too; says first what is sent, and to whom.",
)
@click.option("--yes", is_flag=True, help="With --model: send without asking.")
def find(data: Path | None, articles: tuple[str, ...], with_model: bool, yes: bool) -> None:
    """Search articles again for quotes, actors and events.

    Proposals that nobody has decided on are replaced; what a person decided stays as it is.

    \b
    Example:
      sayso find --data debate.duckdb
    """
    from sayso.cli_model import ask_about
    from sayso.coding.finding import find_in
    from sayso.queries.article_rows import with_text

    with one_dataset(data) as database:
        wanted = articles or tuple(with_text(database))
        if not wanted:
            raise StoreError(
                "Searching articles",
                "No article's text is in this dataset.",
                "Add articles with `sayso add`.",
            )
        for article_id in wanted:
            click.echo(f"searched   {article_id}: {found_words(find_in(database, article_id))}")
        if with_model:
            ask_about(database, wanted, yes)


@click.command()
@DATA
@click.option("--article", help="Begin with this article, by its id.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: the first free from 8501]"
)
@click.option("--no-browser", is_flag=True, help="Only say where the page is.")
@click.pass_context
def review(
    ctx: click.Context, data: Path | None, article: str | None, port: int | None, no_browser: bool
) -> None:
    """Open the review page in a browser.

    \b
    Example:
      sayso review --data debate.duckdb
    """
    from urllib.parse import urlencode

    from sayso.store.datasets import ENVIRONMENT

    with one_dataset(data) as database:
        query = {"dataset": database.title}
        if article:
            query["article"] = _label(database, article)
    os.environ[ENVIRONMENT] = str(location(data))
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    ctx.invoke(
        group.commands["serve"],
        port=port,
        no_browser=no_browser,
        page=f"review?{urlencode(query)}".rstrip("?"),
    )


@click.command()
@DATA
def status(data: Path | None) -> None:
    """Say how far the coding is: articles by stage, and what waits for a decision.

    \b
    Example:
      sayso status --data debate.duckdb
    """
    from sayso.queries.coding import article_stages

    with one_dataset(data) as database:
        frame = article_stages(database).frame
        click.echo(f"{database.title}: {counted(len(frame), 'article')}")
        for stage, rows in frame.groupby("stage", sort=False):
            waiting = int(rows["n_waiting"].sum())
            more = f", {counted(waiting, 'find')} waiting" if waiting else ""
            click.echo(f"  {stage}: {len(rows):,}{more}")
        quotes, statements, events = (
            int(frame[f"n_{what}"].sum()) for what in ("quotes", "statements", "events")
        )
        click.echo(f"  counting: {quotes:,} quotes, {statements:,} statements, {events:,} events")


def _label(database: Database, article_id: str) -> str:
    from sayso.reports.lookup import read_article_labels

    labels = read_article_labels(database)
    if article_id not in labels:
        raise StoreError("Opening the review", f"There is no article “{article_id}”.", "See `sayso status`.")
    return labels[article_id]
