"""`sayso new`, `add`, `find`, `review`, `status`: the coder's commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli_places import DATA, coder_or_login, location, one_dataset, sources
from sayso.errors import SaysoError, StoreError
from sayso.model.wording import counted

if TYPE_CHECKING:
    from sayso.coding.finding import Found
    from sayso.ingest.reading.article import ReadArticle
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
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@DATA
@click.option("--outlet", default="", help="Outlet of the articles that do not say theirs.")
@click.option(
    "--published-on",
    default="",
    metavar="DATE",
    help="Date of those that do not bear one, such as 2021-07-24 or 2021-07.",
)
@click.option(
    "--language", default="", metavar="CODE", help="Language of those that do not say it, such as en."
)
@click.option("--coder", default="", help="Who adds them.  [default: SAYSO_CODER, else your login name]")
@click.option("--no-find", is_flag=True, help="Only store them; search them later with sayso find.")
def add(
    paths: tuple[str, ...],
    data: Path | None,
    outlet: str,
    published_on: str,
    language: str,
    coder: str,
    no_find: bool,
) -> None:
    """Add articles, and search each for quotes, actors and events.

    PATH is a file (.txt, .html, .pdf, .docx, .csv, .jsonl, .eml), a folder of such files, or a web
    address. What is there already is told, not added again. The exit code is 1 if any could not be added.
    Nothing that is found counts until you have accepted it: see `sayso review`.

    \b
    Example:
      sayso add articles/ --data debate.duckdb --outlet "Selm Post"
    """
    from sayso.coding.adding import add_article, confirmed
    from sayso.coding.finding import find_in

    tally = {"added": 0, "duplicate": 0, "attached": 0, "failed": 0}
    with one_dataset(data) as database:
        for name, read in sources(paths):
            try:
                articles = read()
            except SaysoError as error:
                tally["failed"] += 1
                _failed(name, error)
                continue
            for article in articles:
                try:
                    done = add_article(
                        database, coder_or_login(coder), confirmed(article, outlet, published_on, language)
                    )
                    tally[done.what] += 1
                    found = (
                        None if no_find or done.what == "duplicate" else find_in(database, done.article_id)
                    )
                    click.echo(_told(done.what, done.article_id, done.copy_of, found))
                    _notes(article)
                except SaysoError as error:
                    tally["failed"] += 1
                    _failed(f"{name}: {article.title}" if len(articles) > 1 else name, error)
    words = {"added": "added", "duplicate": "there already", "attached": "given its text", "failed": "failed"}
    click.echo(
        ", ".join(f"{n:,} {words[what]}" for what, n in tally.items() if n or what == "added"), err=True
    )
    if tally["failed"]:
        sys.exit(1)


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

    with one_dataset(data) as database:
        rows = database.rows("SELECT article_id FROM articles WHERE text IS NOT NULL ORDER BY 1")
        wanted = articles or tuple(row[0] for row in rows)
        if not wanted:
            raise StoreError(
                "Searching articles",
                "No article's text is in this dataset.",
                "Add articles with `sayso add`.",
            )
        for article_id in wanted:
            click.echo(_told("searched", article_id, None, find_in(database, article_id)))
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
    from sayso.views.lookup import read_article_labels

    labels = read_article_labels(database)
    if article_id not in labels:
        raise StoreError("Opening the review", f"There is no article “{article_id}”.", "See `sayso status`.")
    return labels[article_id]


def _told(what: str, article_id: str, copy_of: str | None, found: Found | None) -> str:
    line = f"{what:<10} {article_id}"
    if found is not None:
        finds = (
            (found.quotes, "quote"),
            (found.statements, "statement"),
            (found.events, "event"),
            (found.actors, "new actor"),
        )
        line += ": " + ", ".join(counted(n, noun) for n, noun in finds) + " proposed"
        if found.decided:
            line += f", {found.decided:,} decided before"
    return f"{line}; it may be a copy of {copy_of}" if copy_of else line


def _notes(article: ReadArticle) -> None:
    for note in article.notes:
        click.echo(f"           {note}", err=True)


def _failed(name: str, error: SaysoError) -> None:
    click.echo(f"{'failed':<10} {name}: {error.message} {error.next_step}", err=True)
