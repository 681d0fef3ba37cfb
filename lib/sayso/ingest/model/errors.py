"""What can go wrong between Sayso and a language model's server, each in words a person can act on."""

from __future__ import annotations

from typing import Literal

from sayso.errors import SaysoError

Reason = Literal[
    "settings", "unreachable", "tls", "refused", "no model", "busy", "timeout", "too long", "too large", "cut off",
    "no answer", "not json", "server",
]  # fmt: skip


class ModelError(SaysoError):
    """A language model could not be asked, or its answer could not be read. `reason` is for code to branch on."""

    def __init__(self, reason: Reason, title: str, message: str, next_step: str) -> None:
        super().__init__(title, message, next_step)
        self.reason: Reason = reason


WORKS_STILL = "What the rules found is not touched."


def settings_error(message: str, next_step: str) -> ModelError:
    """The environment variables don't make sense."""
    return ModelError("settings", "Reading the language model's settings", message, next_step)


def asking(reason: Reason, whom: str, message: str, next_step: str) -> ModelError:
    """Something went wrong while `whom` (model and server, no key) was asked."""
    return ModelError(reason, f"Asking {whom}", f"{message} {WORKS_STILL}", next_step)
