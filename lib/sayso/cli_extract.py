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
    for file in files:
        sys.stdout.buffer.write(
            orjson.dumps(article_row(file.stem, find(_text(file), published_on=day))) + b"\n"
        )
    sys.stdout.buffer.flush()


def _text(file: Path) -> str:
    """The file as it stands: offsets count every character, line ends included."""
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise SaysoError(
            f"Reading {file}", "It is not UTF-8 text.", "Save it as UTF-8, or leave it out."
        ) from error
