"""One shape for every error a person may read: what happened, what still works, what to do."""

from __future__ import annotations

import re

# What a file says of itself may be quoted in a message, and would command the terminal that prints it.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """`text` with its control characters as U+FFFD, but line ends and tabs."""
    return _CONTROL.sub("\ufffd", text)


class SaysoError(Exception):
    """Something a person should be told about.

    `title` says what was being done, `message` what went wrong and what still works,
    `next_step` what to do about it; control characters in them are shown as U+FFFD. Raw exceptions stay in `__cause__`, for the log.
    """

    def __init__(self, title: str, message: str, next_step: str = "") -> None:
        title, message, next_step = map(printable, (title, message, next_step))
        super().__init__(title, message, next_step)
        self.title = title
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return "\n".join(part for part in (self.title, self.message, self.next_step) if part)


class StoreError(SaysoError):
    """A dataset could not be opened, read or written."""


class IntakeError(SaysoError):
    """A file or page could not be read as articles; nothing of it was taken."""


class QueryError(SaysoError):
    """A question could not be answered."""


class ExportError(SaysoError):
    """A file could not be made."""


class CodingError(SaysoError):
    """What a coder asked for could not be done."""


class ViewError(SaysoError):
    """A page could not show what was asked for."""


class ServerError(SaysoError):
    """The app could not be served."""
