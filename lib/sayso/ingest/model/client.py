"""Chat completions: messages in, the model's words out, in JSON if the server can see to that."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from sayso.ingest.model.prompt import Message
from sayso.ingest.model.settings import BASE_URL, MODEL, Settings
from sayso.ingest.model.transport import Response, Transport, explain

_ABOUT_FORM = re.compile(r"response_format|json|schema|grammar|structured|guided", re.IGNORECASE)
_ABOUT_WARMTH = re.compile(r"temperature", re.IGNORECASE)
_ABOUT_LENGTH = re.compile(r"context.{0,20}(?:length|size|window)|too (?:long|many tokens)|maximum.{0,20}tokens", re.IGNORECASE)  # fmt: skip


@dataclass
class Usage:
    """What asking has cost so far; tokens as the server counts them, 0 where it does not."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0


class Client:
    """One conversation partner. What the server refuses (a schema, a temperature) it is not asked for again."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.usage = Usage()
        self._transport = Transport(settings)
        self._forms = ["json_schema", "json_object", "none"]
        self._warmth: dict[str, Any] = {"temperature": 0}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._transport.close()

    def ask(self, messages: list[Message], schema: dict[str, Any]) -> str:
        """The model's answer.

        Raises ModelError: not reachable, TLS, key refused, no such model, busy, too slow, too large, cut off, empty.
        """
        while True:
            response = self._post(messages, schema)
            if response.status == 200:
                return self._content(response)
            if self._asks_for_less(response):
                continue
            if response.status in (400, 422, 500) and _ABOUT_LENGTH.search(response.excerpt):
                self._transport.fail(
                    "too long", f"The text is too long for the model. It says: {response.excerpt}", "Choose a model that reads more."
                )  # fmt: skip
            explain(self._transport, response)

    def _post(self, messages: list[Message], schema: dict[str, Any]) -> Response:
        payload: dict[str, Any] = {"model": self.settings.model, "messages": messages, "stream": False}
        payload |= self._warmth
        if self._forms[0] == "json_schema":
            named = {"name": "findings", "strict": True, "schema": schema}
            payload["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self._forms[0] == "json_object":
            payload["response_format"] = {"type": "json_object"}
        started = time.monotonic()
        try:
            return self._transport.post("/chat/completions", payload)
        finally:
            self.usage.calls += 1
            self.usage.seconds += time.monotonic() - started

    def _asks_for_less(self, response: Response) -> bool:
        """After a refusal: whether there is something that a server may not know, and that can be left out."""
        if response.status not in (400, 422, 500, 501):
            return False
        if self._warmth and _ABOUT_WARMTH.search(response.excerpt):
            self._warmth = {}
            return True
        plainly = response.status in (400, 422) and not _ABOUT_LENGTH.search(response.excerpt)
        if len(self._forms) > 1 and (plainly or _ABOUT_FORM.search(response.excerpt)):
            del self._forms[0]
            return True
        return False

    def _content(self, response: Response) -> str:
        body = response.body
        try:
            choice = body["choices"][0]
            message = choice["message"]
            content = message.get("content")
        except (KeyError, IndexError, TypeError, AttributeError):
            self._transport.fail(
                "not json",
                "What answers there is not an OpenAI-compatible server: its answer has no message.",
                f"Check {BASE_URL}; it usually ends in /v1.",
            )
        self._count(body.get("usage"))
        if choice.get("finish_reason") == "length":
            self._transport.fail(
                "cut off",
                "Its answer was cut off at the server’s limit.",
                "Raise the limit, or choose another model.",
            )
        if not isinstance(content, str) or not content.strip():
            self._transport.fail(
                "no answer", "The model gave an empty answer.", f"Try again, or set another {MODEL}."
            )
        return content

    def _count(self, usage: Any) -> None:
        if isinstance(usage, dict):
            for name, key in (("tokens_in", "prompt_tokens"), ("tokens_out", "completion_tokens")):
                value = usage.get(key)
                if isinstance(value, int) and value > 0:
                    setattr(self.usage, name, getattr(self.usage, name) + value)
