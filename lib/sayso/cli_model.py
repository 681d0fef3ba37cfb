"""Asking a language model from the command line: what is sent stands there before anything is."""

from __future__ import annotations

from collections.abc import Sequence

import click

from sayso.cli_places import SERVED
from sayso.errors import SaysoError
from sayso.model.wording import counted
from sayso.store.database import Database


def ask_about(database: Database, articles: Sequence[str], is_agreed: bool) -> None:
    """Ask about each article after saying what is sent; what one article lacks does not stop the others.

    Raises SaysoError if no model is set up; click.Abort if the person says no.
    """
    from sayso.coding.asking import ask_model, what_is_sent
    from sayso.ingest.model import configured

    settings = configured()
    if settings is None:
        raise SaysoError(
            "Asking a language model",
            "None is set up. The rules' search is done and kept.",
            "Set SAYSO_LLM_BASE_URL and SAYSO_LLM_MODEL (docs/model.md).",
        )
    for article_id in articles:
        click.echo(what_is_sent(database, article_id, settings), err=True)
        if not is_agreed and SERVED.get():
            raise SaysoError(
                "Asking a language model",
                "A running Sayso has the dataset open and does this for you: it cannot ask you. Nothing was sent.",
                "Say --yes, or stop it first.",
            )
        if not is_agreed:
            click.confirm(f"Send {article_id}?", abort=True, err=True)
        try:
            asked = ask_model(database, article_id, settings)
        except SaysoError as error:
            click.echo(f"failed     {article_id}: {error.message} {error.next_step}", err=True)
            continue
        found = f"{counted(asked.found.quotes, 'quote')}, {counted(asked.found.statements, 'statement')}"
        click.echo(f"asked      {article_id}: {found} that the rules had not, {asked.unverified} unverified")
        if asked.stopped:
            click.echo(f"           stopped early: {asked.stopped.message}", err=True)
