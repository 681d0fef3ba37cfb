"""`sayso add`: articles from files, folders and web addresses, each told as it is done."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli_places import DATA, coder_or_login, found_words, one_dataset, sources
from sayso.errors import SaysoError, printable

if TYPE_CHECKING:
    from sayso.coding.adding import Confirmed
    from sayso.ingest.reading.article import ReadArticle
    from sayso.store.hub import Database

WORDS = {"added": "added", "duplicate": "there already", "attached": "given its text", "failed": "failed"}
BAR = 24  # characters


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
    from sayso.coding.adding import confirmed

    tally: Counter[str] = Counter()
    by = coder_or_login(coder)
    with one_dataset(data) as database:
        wanted = [(printable(name), read) for name, read in sources(paths)]
        for done, (name, read) in enumerate(wanted):
            articles = []
            with _told(name, tally), _bar(done, len(wanted), name):
                articles = read()
            for article in articles:
                label = printable(f"{name}: {article.title}") if len(articles) > 1 else name
                with _told(label, tally):
                    as_said = confirmed(article, outlet, published_on, language)
                    with _bar(done, len(wanted), name):
                        what, line = _added(database, by, as_said, label, is_searched=not no_find)
                    tally[what] += 1
                    click.echo(line)
                    _notes(article)
    click.echo(
        ", ".join(
            f"{tally[what]:,} {word}" for what, word in WORDS.items() if tally[what] or what == "added"
        ),
        err=True,
    )
    if tally["failed"]:
        sys.exit(1)


def _added(
    database: Database, by: str, wanted: Confirmed, label: str, *, is_searched: bool
) -> tuple[str, str]:
    """What became of an article, in a word and in the line that is printed."""
    from sayso.coding.adding import add_article
    from sayso.coding.finding import find_in

    done = add_article(database, by, wanted)
    if done.what == "duplicate":
        return done.what, f"duplicate  {label}: the same text as {done.article_id}"
    line = f"{done.what:<10} {done.article_id}"
    if is_searched:
        line += f": {found_words(find_in(database, done.article_id))}"
    return done.what, f"{line}; it may be a copy of {done.copy_of}" if done.copy_of else line


@contextmanager
def _told(name: str, tally: Counter[str]) -> Iterator[None]:
    """Whatever goes wrong with one article is told and counted; the others are added all the same."""
    try:
        yield
    except SaysoError as error:
        tally["failed"] += 1
        click.echo(f"{'failed':<10} {name}: {error.message} {error.next_step}", err=True)
    except Exception as error:
        if click.get_current_context().find_root().params.get("debug"):
            raise
        tally["failed"] += 1
        click.echo(
            f"{'failed':<10} {name}: A fault in Sayso ({type(error).__name__}: {str(error)[:200]})."
            " `sayso --debug add …` shows the details.",
            err=True,
        )


@contextmanager
def _bar(done: int, total: int, name: str) -> Iterator[None]:
    """How far it is, in the last line of a terminal, gone again before anything else is printed."""
    if total < 2 or not sys.stderr.isatty():
        yield
        return
    full = BAR * done // total
    click.echo(
        f"\r\x1b[K[{'#' * full}{'-' * (BAR - full)}] {done + 1} of {total} {name[-40:]}", nl=False, err=True
    )
    try:
        yield
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _notes(article: ReadArticle) -> None:
    for note in article.notes:
        click.echo(f"           {note}", err=True)
