"""Which language model to ask, and where: from the environment, checked before anything is sent."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from sayso.ingest.model.errors import settings_error

BASE_URL, MODEL, API_KEY = "SAYSO_LLM_BASE_URL", "SAYSO_LLM_MODEL", "SAYSO_LLM_API_KEY"
VERSION = 1  # of the instructions and the checks: raise it when answers are no longer comparable
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Limits:
    """How long, how often and how much. Times in seconds, sizes in bytes or characters."""

    connect: float = 10.0
    answer: float = 300.0  # until the whole answer is there: a small machine thinks for minutes
    tries: int = 4  # of one request, while the server is busy
    pause: float = 1.0  # before the second try; doubled before each further one
    longest_pause: float = 30.0
    answer_bytes: int = 4 * 1024 * 1024
    chunk: int = 12_000  # characters of an article in one request


@dataclass(frozen=True)
class Settings:
    """A server that speaks OpenAI's chat completions, and the model to ask there."""

    base_url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    limits: Limits = Limits()

    @property
    def coder(self) -> str:
        """The name under which the model's rows are kept."""
        return f"model:{self.model}@{VERSION}"

    @property
    def host(self) -> str:
        """The server's name and port, as a person would recognise it."""
        return urlsplit(self.base_url).netloc

    @property
    def encrypted(self) -> bool:
        """Whether the way to the server is encrypted."""
        return self.base_url.startswith("https://")

    @property
    def this_machine(self) -> bool:
        """Whether the server runs on the machine that Sayso runs on."""
        return _loopback(urlsplit(self.base_url).hostname or "")


@cache
def configured() -> Settings | None:
    """The settings of this process, read from its environment once; None if no model is set up.

    Raises ModelError if they are incomplete or cannot be right.
    """
    return read_settings(os.environ)


def read_settings(environment: Mapping[str, str]) -> Settings | None:
    """Settings from `SAYSO_LLM_BASE_URL`, `_MODEL` and `_API_KEY`; None if neither of the first two is set.

    Raises ModelError; its words never hold the key.
    """
    base, model = environment.get(BASE_URL, "").strip(), environment.get(MODEL, "").strip()
    key = environment.get(API_KEY, "").strip() or None
    if not base and not model:
        return None
    if not base or not model:
        raise settings_error(
            f"{BASE_URL if base else MODEL} is set, {MODEL if base else BASE_URL} is not.",
            "Set both, or neither: without them Sayso asks no model.",
        )
    if len(model) > _LONGEST_NAME or not model.isprintable():
        raise settings_error(f"{MODEL} is not a model's name.", "Give the name that the server lists.")
    if key is not None and not (key.isascii() and key.isprintable() and " " not in key):
        raise settings_error(
            f"{API_KEY} has characters that no key has.", "Copy the key again, without quotes."
        )
    settings = Settings(_base(base), model, key)
    if key and not settings.encrypted and not settings.this_machine:
        raise settings_error(
            f"{BASE_URL} begins with http://, so that {API_KEY} would travel unencrypted to another machine.",
            f"Use https://, or leave {API_KEY} unset if the server needs none.",
        )
    return settings


def _base(address: str) -> str:
    advice = f"{BASE_URL} looks like http://localhost:11434/v1 or https://models.example.org/v1."
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise settings_error(f"{BASE_URL} is not an address.", advice) from None
    if parts.scheme not in ("http", "https") or not host or not address.isprintable() or " " in address:
        raise settings_error(f"{BASE_URL} is not an http or https address.", advice)
    if parts.username is not None or parts.password is not None:
        raise settings_error(
            f"{BASE_URL} holds a user name or password.", f"Put a key in {API_KEY}. {advice}"
        )
    if parts.query or parts.fragment:
        raise settings_error(f"{BASE_URL} has a part after ? or #.", advice)
    path = parts.path.rstrip("/").removesuffix("/chat/completions").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _loopback(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
