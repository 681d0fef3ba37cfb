"""`sayso …`: a thin face over the same functions as the app."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from errno import EDQUOT, EFBIG, ENOSPC
from pathlib import Path
from typing import Any

import click

from sayso import __version__
from sayso.cli_add import add
from sayso.cli_backup import backup, restore
from sayso.cli_brief import brief
from sayso.cli_check import check
from sayso.cli_coding import find, new, review, status
from sayso.cli_export import export
from sayso.cli_extract import extract
from sayso.cli_import import import_
from sayso.cli_network import network
from sayso.cli_overlay import overlay
from sayso.cli_places import SERVED, coder_or_login, open_at
from sayso.cli_show import show
from sayso.errors import SaysoError, ServerError

# The store is imported inside the commands: `sayso --help` answers without loading DuckDB and pandas.
Existing = click.Path(exists=True, path_type=Path)
Folder = click.Path(exists=True, file_okay=False, path_type=Path)
File = click.Path(exists=True, dir_okay=False, path_type=Path)
Anywhere = click.Path(path_type=Path)


class Commands(click.Group):
    """Turns errors into plain lines on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a SaysoError is told as it is, anything else as unexpected.

        One about a dataset that a running Sayso has open is done there.
        """
        line = [*ctx._protected_args, *ctx.args]
        if SERVED.get() is None and line[:1] not in (["serve"], ["review"]):
            _end_well_when_stopped()
        try:
            return super().invoke(ctx)
        except SaysoError as error:
            if ctx.params.get("debug"):
                raise
            if _is_served(error) and ctx.invoked_subcommand not in ("serve", "review", "load"):
                ctx.exit(self._forwarded(ctx, line, error))
            click.echo(str(error), err=True)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise  # a reader that stops early, as `| head` does, is click's to end quietly
        except Exception as error:
            if ctx.params.get("debug"):
                raise
            if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT, EFBIG):
                where = error.filename or "where the command writes to"
                click.echo(
                    f"There is no space left on the disk: {where}. What was saved before is as it was.\n"
                    "Free some space and run the command again.",
                    err=True,
                )
                ctx.exit(1)
            click.echo(
                f"Something unexpected went wrong: {type(error).__name__}: {error}\n"
                "That is a fault in Sayso, not in what you typed.\n"
                f"Run `sayso --debug {ctx.invoked_subcommand} …` for the details to send with a report.",
                err=True,
            )
        ctx.exit(1)

    def _forwarded(self, ctx: click.Context, line: list[str], error: Any) -> int:
        from sayso.cli_served import forward

        name, command, rest = self.resolve_command(ctx, line)
        assert name and command
        try:
            with command.make_context(name, rest, parent=ctx) as asked:
                return forward(asked, name, error)
        except SaysoError as refusal:
            click.echo(str(refusal), err=True)
            return 1


def _end_well_when_stopped() -> None:
    """SIGTERM and a closed terminal end a command as Ctrl-C does: its dataset is closed, with all that was saved."""

    def stop(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), stop)


def _is_served(error: SaysoError) -> bool:
    """Whether the file is held by a Sayso that takes commands, and this is not it."""
    holder = getattr(error, "holder", None)
    return bool(holder and holder.address and SERVED.get() is None)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
@click.option("--debug", is_flag=True, help="Show the technical details of an error.")
def main(debug: bool) -> None:
    """Who said what, and where they stand: news articles as tables of actors, quotes and events.

    A dataset is a folder of CSV tables with a datapackage.json. Check it, look at it in the browser,
    turn it into one database file and back.

    \b
    Start here:
      sayso serve                      open the datasets that come with Sayso
      sayso check my-tables            find what is wrong with your own tables
      sayso serve my-tables            open them in the browser
    """
    if debug:
        logging.basicConfig(level=logging.DEBUG)


for command in (
    export, extract, import_, network, show, brief, new, add, find, review, status, overlay, check, backup, restore,
):  # fmt: skip
    main.add_command(command)


@main.command()
@click.argument("path", required=False, type=Anywhere)
@click.option(
    "--host",
    help="Address to listen on; 0.0.0.0 lets other computers in, and without --read-only they can change everything:"
    " there is no sign-in.  [default: 127.0.0.1, this computer only]",
)
@click.option(
    "--allow-host",
    "names",
    multiple=True,
    metavar="NAME[:PORT]",
    help="A name that browsers may reach it under, such as sayso.example.org behind a proxy. May be given several times."
    "  [default: localhost, and SAYSO_ALLOWED_HOSTS]",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: the first free from 8501]"
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser window.")
@click.option("--read-only", is_flag=True, help="For a hosted copy: visitors can change nothing.")
@click.option("--page", default="", help="The page to open first, such as matrix.")
def serve(
    path: Path | None,
    host: str | None,
    port: int | None,
    no_browser: bool,
    read_only: bool,
    page: str,
    names: tuple[str, ...] = (),
) -> None:
    """Open datasets in the browser.

    PATH is a database file, a folder of tables, or a folder of such folders. Without it you see the
    datasets that come with Sayso. A .duckdb file that is not there yet is started as an empty dataset.
    Stop with Ctrl-C.

    \b
    Example:
      sayso serve my-tables --port 8600
    """
    import os

    from sayso.server.hosts import allowed_places
    from sayso.store.datasets import BUNDLED, ENVIRONMENT, READ_ONLY, packages
    from sayso.store.new import SUFFIX, create_dataset

    if wrong := allowed_places(names)[1]:
        raise click.BadParameter(
            f"{wrong[0]!r} is not a host name, such as sayso.example.org.", param_hint="--allow-host"
        )
    if names:
        os.environ["SAYSO_ALLOWED_HOSTS"] = ",".join([os.environ.get("SAYSO_ALLOWED_HOSTS", ""), *names])
    if path is not None:
        if path.is_dir():
            packages(path.resolve())  # says now what is wrong, not on the first page
        elif not path.exists():
            if read_only or path.suffix != SUFFIX:
                raise click.BadParameter(f"Path '{path}' does not exist.", param_hint="PATH")
            create_dataset(path.resolve())
            click.echo(f"{path} is a new, empty dataset.")
        os.environ[ENVIRONMENT] = str(path.resolve())
    if read_only:
        os.environ[READ_ONLY] = "1"
    launcher = BUNDLED.parent / "app.py"
    app = _app(launcher)
    from sayso.server.serve import serve as run

    run(app, launcher, host=host, port=port, open_browser=not no_browser, page=page)


@main.command()
@click.argument("folder", type=Folder)
@click.option(
    "--to", "target", required=True, type=Anywhere, help="The database file to write, e.g. my.duckdb."
)
def load(folder: Path, target: Path) -> None:
    """Turn a folder of tables into one database file.

    If any row is wrong, all mistakes are listed and nothing is written. A database that Sayso wrote
    before is replaced, and keeps the article texts attached to it; any other file is left alone.

    \b
    Example:
      sayso load my-tables --to my.duckdb
    """
    from sayso.store.hub import Hub
    from sayso.store.inventory import rows_in_words
    from sayso.store.load import load_package

    load_package(folder.resolve(), target.resolve())
    hub = Hub()
    try:
        click.echo(f"{target}: {rows_in_words(hub.attach(target.resolve()))}")
    finally:
        hub.close()


@main.command("attach-text")
@click.argument("article")
@click.argument("file", type=File)
@click.option(
    "--data", type=Existing, help="Database or folder of tables.  [default: those that come with Sayso]"
)
def attach_text(article: str, file: Path, data: Path | None) -> None:
    """Add your own copy of an article's text.

    Sayso's datasets hold quotes and their places, not whole articles. With the text attached you see
    each quote in its place. FILE must be the text that was coded; if it differs you are told, and
    nothing is changed. The text stays in your database.

    \b
    Example:
      sayso attach-text sputnik-2021-07-24 article.txt
    """
    from sayso.store.datasets import chosen_location
    from sayso.store.texts import attach_text as attach
    from sayso.store.texts import decode, with_article

    text = decode(file.read_bytes())
    with open_at(data.resolve() if data else chosen_location()) as databases:
        database = with_article(databases.values(), article)
        length = attach(database, article, text, coder_or_login(""))
        click.echo(f"Attached {length:,} characters to {article} in {database.path}.")


@main.command()
@click.argument("path", required=False, type=Existing)
def info(path: Path | None) -> None:
    """Say what is in a dataset, and where its file is.

    PATH is a database file, a folder of tables, or a folder of such folders; without it, the datasets
    that come with Sayso.

    \b
    Example:
      sayso info my.duckdb
    """
    from sayso.store.datasets import chosen_location
    from sayso.store.inventory import summary

    with open_at(path.resolve() if path else chosen_location(), may_read_only=True) as databases:
        click.echo("\n\n".join(summary(database) for database in databases.values()))


def _app(launcher: Path) -> Any:
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location("app", launcher) if launcher.is_file() else None
    if spec is None or spec.loader is None:
        raise ServerError(
            "Starting the app",
            f"There is no {launcher}: Sayso runs from its source folder.",
            "Clone the repository and run `uv run sayso serve` there.",
        )
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.app
