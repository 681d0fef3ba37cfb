"""One part of an article: asked, read, checked, asked again about what could not be confirmed, checked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rapidfuzz import fuzz

from sayso.ingest.model.answer import Answer, BadAnswer, SaidEvent, SaidQuote, read_answer
from sayso.ingest.model.client import Client
from sayso.ingest.model.errors import ModelError, asking
from sayso.ingest.model.events import checked_event
from sayso.ingest.model.findings import Unverified
from sayso.ingest.model.prompt import Message, form_again, words_again
from sayso.ingest.model.quotes import NotConfirmed, Reading, checked_quote, checked_stances, overlap
from sayso.ingest.records import Event, Quote, Span, Stance


@dataclass
class Rows:
    """What has been found so far in one article."""

    quotes: list[Quote] = field(default_factory=list)
    stances: list[Stance] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    unverified: list[Unverified] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def add_quote(self, quote: Quote, said: SaidQuote, reading: Reading) -> None:
        """Keep a quote with its stances, unless the same words by the same speaker are there already."""
        if quote.spans[-1][1] <= reading.begins:
            return
        for other in self.quotes:
            if other.resolution.actor == quote.resolution.actor and overlap(other.spans, quote.spans) > 0.9:
                return
        self.quotes.append(quote)
        stances, wrong = checked_stances(said.stances, quote, len(self.quotes) - 1, reading)
        self.stances += stances
        self.left_out += wrong

    def add_event(self, event: Event, reading: Reading) -> None:
        """Keep an event, unless it is there already."""
        if event.trigger[0] >= reading.begins and not any(
            other.kind == event.kind and other.trigger == event.trigger for other in self.events
        ):
            self.events.append(event)


def ask_about(
    client: Client,
    messages: list[Message],
    schema: dict[str, Any],
    reading: Reading,
    rows: Rows,
    day: date | None,
) -> None:
    """Add to `rows` what the model finds in one part. Raises ModelError; then nothing was added."""
    content, answer = _answer(client, messages, schema)
    rows.left_out += [f"Not of the form asked for: {problem}." for problem in answer.problems]
    quotes = {f"quote {n}": said for n, said in enumerate(answer.quotes, start=1)}
    events = {f"event {n}": said for n, said in enumerate(answer.events, start=1)}
    wrong = _keep(quotes, events, reading, rows, day)
    if not wrong:
        return
    again = _again(
        client, words_again(messages, content, [f"{row}: {why}" for row, why in wrong.items()]), schema
    )
    better_quotes = _matching("quote", again.quotes, wrong)
    better_events = _matching("event", again.events, wrong)
    still = _keep(better_quotes, better_events, reading, rows, day)
    for row, why in wrong.items():
        if row in quotes and (row in still or row not in better_quotes):
            rows.unverified.append(_unverified(quotes[row], still.get(row, why), reading))
        elif row in events and (row in still or row not in better_events):
            rows.left_out.append(f"Event left out: {still.get(row, why)}.")


def _keep(
    quotes: dict[str, SaidQuote], events: dict[str, SaidEvent], reading: Reading, rows: Rows, day: date | None
) -> dict[str, str]:
    """Add the rows that pass; of the others, what is wrong."""
    wrong: dict[str, str] = {}
    for row, said in quotes.items():
        try:
            rows.add_quote(checked_quote(said, reading), said, reading)
        except NotConfirmed as error:
            wrong[row] = str(error)
    for row, told in events.items():
        try:
            rows.add_event(checked_event(told, reading, rows.quotes, day), reading)
        except NotConfirmed as error:
            wrong[row] = str(error)
    return wrong


def _answer(client: Client, messages: list[Message], schema: dict[str, Any]) -> tuple[str, Answer]:
    """The model's words and what they say; asked once more if the form is wrong."""
    content = client.ask(messages, schema)
    problems: Sequence[str]
    try:
        answer = read_answer(content)
        problems = answer.problems
    except BadAnswer as error:
        answer, problems = None, [str(error)]
    if not problems and answer is not None:
        return content, answer
    second = client.ask(form_again(messages, content, problems), schema)
    try:
        better = read_answer(second)
    except BadAnswer as error:
        if answer is not None:
            return content, answer
        raise asking(
            "not json",
            f"the model {client.settings.model} at {client.settings.host}",
            f"Its answer could not be read, asked twice: {error}.",
            "Try again, or choose a model that can answer in JSON.",
        ) from error
    if answer is not None and len(answer.problems) < len(better.problems):
        return content, answer
    return second, better


def _again(client: Client, messages: list[Message], schema: dict[str, Any]) -> Answer:
    """The second answer; an empty one if it cannot be had or read: then the rows stay unconfirmed."""
    try:
        return read_answer(client.ask(messages, schema))
    except (ModelError, BadAnswer):
        return Answer((), (), ())


def _matching(kind: str, said: Sequence[Any], wrong: dict[str, str]) -> dict[str, Any]:
    return {row: one for one in said if (row := f"{kind} {one.n}") in wrong}


def _unverified(said: SaidQuote, why: str, reading: Reading) -> Unverified:
    return Unverified(
        " … ".join(said.parts), said.speaker, said.actor, _where(said, reading), f"Asked twice: {why}.",
        tuple((side.issue_id, side.stance, side.condition) for side in said.stances if side.issue_id in reading.issues and -2 <= side.stance <= 2),
        reading.coder,
    )  # fmt: skip


def _where(said: SaidQuote, reading: Reading) -> Span:
    """Where to look: the sentences that were named, else the one most like the words."""
    numbers = list(_shown(said.sentences, reading))
    if numbers:
        return reading.around(numbers)
    text, words = reading.text.text, " ".join(said.parts)
    shown = [
        row.span for row in reading.rules.sentences if reading.shown[0] <= row.span[0] < reading.shown[1]
    ]
    return max(shown, key=lambda span: fuzz.partial_ratio(words, text[slice(*span)]))


def _shown(numbers: Sequence[int], reading: Reading) -> Iterator[int]:
    for number in numbers:
        if 0 <= number < len(reading.rules.sentences):
            start, end = reading.rules.sentences[number].span
            if reading.shown[0] <= start and end <= reading.shown[1]:
                yield number
