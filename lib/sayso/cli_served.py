"""Commands about a dataset that a running Sayso has open: sent to it, done there, and told here as they go."""

from __future__ import annotations

import http.client
import json
import sys
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from datetime import datetime
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click
from click.core import ParameterSource

from sayso.cli_places import SERVED, coder_or_login
from sayso.errors import ServerError
from sayso.server.commands import ROUTE, TOKEN_HEADER

if TYPE_CHECKING:
    from sayso.store.hub import Hub
    from sayso.store.locking import Holder, LockedError

Write = Callable[[str, bool], None]
_writing: ContextVar[Write | None] = ContextVar("writing", default=None)


def forward(context: click.Context, name: str, error: LockedError) -> int:
    """Have the Sayso that holds the file run the command of `context`; its output comes here. Returns its exit code.

    Raises ServerError if it does not answer.
    """
    holder = error.holder
    assert holder is not None
    try:
        return _sent(holder, [name, *arguments(context, error.path)])
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise ServerError(
            f"Asking the Sayso at {holder.address}",
            f"It has {error.path.name} open and did not answer: {cause}.",
            "Try again, or stop it and run the command by itself.",
        ) from cause


def arguments(context: click.Context, file: Path) -> list[str]:
    """The command line of `context`, understood anywhere: paths are absolute, who asks and about what is said."""
    options: list[str] = []
    rest: list[str] = []
    for param in context.command.params:
        value = context.params.get(param.name or "")
        is_given = context.get_parameter_source(param.name or "") != ParameterSource.DEFAULT
        if isinstance(param, click.Argument):
            rest += [
                _absolute(each, param) for each in (value if isinstance(value, tuple) else (value,)) if each
            ]
        elif not isinstance(param, click.Option):
            continue
        elif param.name == "coder" and not value:
            options += [param.opts[0], coder_or_login("")]
        elif param.name == "data" and value is None:
            options += [param.opts[0], str(file)]
        elif not is_given:
            continue
        elif param.is_flag:
            flags = param.opts if value else param.secondary_opts
            options += flags[:1]
        else:
            for each in (value or ()) if param.multiple else (value,):
                options += [param.opts[0], _absolute(each, param)]
    return [*options, "--", *rest]


def run_here(hub: Hub, command: click.Command, line: Sequence[str], write: Write) -> int:
    """Run a command line in this process on the datasets that are open in `hub`; returns its exit code.

    `write` gets what the command prints, piece by piece, and whether that is an error.
    """
    served, writing = SERVED.set(hub), _writing.set(write)
    try:
        _tell_outputs_apart()
        return int(command.main(args=list(line), prog_name="sayso", standalone_mode=False) or 0)
    except click.ClickException as error:
        write(f"Error: {error.format_message()}\n", True)
        return error.exit_code
    except click.Abort:
        return 1
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    finally:
        _writing.reset(writing)
        SERVED.reset(served)


class _Output(TextIOBase):
    """What a command prints goes to whoever asked for it; what others print goes where it always went."""

    encoding, errors = "utf-8", "replace"

    def __init__(self, usual: Any, is_error: bool) -> None:
        self._usual, self._is_error = usual, is_error

    def write(self, text: str) -> int:
        """Raises TypeError for bytes: click asks that way what kind of stream this is."""
        if not isinstance(text, str):
            raise TypeError("text only")
        write = _writing.get()
        if write is None:
            return int(self._usual.write(text) or 0)
        if text:
            write(text, self._is_error)
        return len(text)

    def flush(self) -> None:
        """Pass it on."""
        self._usual.flush()


def _tell_outputs_apart() -> None:
    """Once for the process: from then on each command's output finds whoever asked for it."""
    for name in ("stdout", "stderr"):
        if not isinstance(getattr(sys, name), _Output):
            setattr(sys, name, _Output(getattr(sys, name), name == "stderr"))


def _absolute(value: Any, param: click.Parameter) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    is_path = isinstance(param.type, click.Path) or (
        isinstance(param, click.Argument) and Path(value).exists()
    )
    return str(Path(value).absolute()) if is_path else str(value)


def _sent(holder: Holder, line: list[str]) -> int:
    place = urlsplit(holder.address)
    connection = http.client.HTTPConnection(place.hostname or "", place.port or 80)
    try:
        connection.request(
            "POST",
            f"{place.path.rstrip('/')}/{ROUTE}",
            body=json.dumps(line),
            headers={"content-type": "application/json", TOKEN_HEADER: holder.token},
        )
        answer = connection.getresponse()
        if answer.status != 200:
            raise ValueError(f"it answers {answer.status} {answer.reason}")
        for part in answer:
            told = json.loads(part)
            if "exit" in told:
                return int(told["exit"])
            click.echo(told["text"], nl=False, err=told["error"])
        raise ValueError("it stopped in the middle")
    finally:
        connection.close()
