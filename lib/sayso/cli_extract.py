"""`sayso extract`: articles in, JSON lines out, without a database."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from sayso.errors import SaysoError


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--jsonl", is_flag=True, help="One line of JSON per article; the default, and so far the only form."
)
@click.option(
    "--published-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Publication date of the articles. Without it, relative dates stay unresolved.",
)
def extract(path: Path, jsonl: bool, published_on: datetime | None) -> None:
    """Find quotes, actors, events and dates in articles.

    PATH is a text file, or a folder of .txt files. One line of JSON per article goes to standard output:
    spans are places in the text, ends exclusive. No database is opened and nothing is sent anywhere.
    Files of a folder that cannot be read are told, and left out; the exit code is then 1.

    \b
    Example:
      sayso extract articles --jsonl > found.jsonl
    """
    import orjson

    from sayso.ingest import extract as find
    from sayso.ingest.as_json import article_row

    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    if not files:
        raise SaysoError(
            f"Reading {path}",
            "There is no .txt file in that folder.",
            "Name a folder of .txt files, or one file.",
        )
    day = published_on.date() if published_on else None
    failed = 0
    for file in files:
        try:
            text = _text(file)
        except SaysoError as error:
            if len(files) == 1:
                raise
            failed += 1
            click.echo(f"{'failed':<10} {file}: {error.message} {error.next_step}", err=True)
            continue
        sys.stdout.buffer.write(orjson.dumps(article_row(file.stem, find(text, published_on=day))) + b"\n")
        sys.stdout.buffer.flush()
    if failed:
        click.echo(f"{len(files) - failed:,} searched, {failed:,} failed", err=True)
        sys.exit(1)


def _text(file: Path) -> str:
    """The file as it stands: offsets count every character, line ends included."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise SaysoError(
            f"Reading {file}", f"It cannot be opened: {error.strerror}.", "Check the file, or leave it out."
        ) from error
    except UnicodeDecodeError as error:
        raise SaysoError(
            f"Reading {file}", "It is not UTF-8 text.", "Save it as UTF-8, or leave it out."
        ) from error
