"""An article read by a language model: rows like those of the rules, every one of them checked against the text."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date

from sayso.ingest.chain import extract
from sayso.ingest.model.asking import Rows, ask_about
from sayso.ingest.model.chunks import Chunk, chunks
from sayso.ingest.model.client import Client
from sayso.ingest.model.errors import ModelError
from sayso.ingest.model.findings import ModelFindings
from sayso.ingest.model.injection import speaks_to_a_machine
from sayso.ingest.model.people import People
from sayso.ingest.model.prompt import MOST_ISSUES, choose_actors, messages
from sayso.ingest.model.quotes import Reading
from sayso.ingest.model.schema import answer_schema
from sayso.ingest.model.settings import Settings
from sayso.ingest.model.verbatim import Searchable
from sayso.ingest.records import Extraction, Issue, KnownActor

Progress = Callable[[int, int], None]


def find_with_model(
    text: str,
    settings: Settings,
    gazetteer: Sequence[KnownActor] = (),
    codebook: Sequence[Issue] = (),
    published_on: date | None = None,
    *,
    progress: Progress | None = None,
) -> ModelFindings:
    """Ask the model about one article, part by part, and keep what the article bears out.

    Sends the text, the codebook and the actors (`leaves_the_machine` says so in words). `progress(done, parts)` is
    called before the first part and after each; raising there stops the work. If the server fails after the first
    part, what was found so far is returned with the error in `stopped`. Raises ModelError if the first part fails.
    """
    rules = extract(text, published_on=published_on, gazetteer=gazetteer, codebook=codebook)
    text = text[: rules.read_to]
    unshown = speaks_to_a_machine(text, rules.sentences)
    searchable = Searchable(text, [rules.sentences[number].span for number in sorted(unshown)])
    people = People(searchable, rules, gazetteer, settings.coder)
    issues = list(codebook)[:MOST_ISSUES]
    actors = choose_actors(gazetteer, {actor.key for actor in rules.actors if actor.known})
    schema = answer_schema(tuple(issue.issue_id for issue in issues))
    rows = Rows(left_out=[f"Sentence {number} speaks to a machine: not shown to the model, nothing taken from it." for number in sorted(unshown)])  # fmt: skip
    waiting = deque(chunks(rules.sentences, settings.limits.chunk))
    done, read_to, stopped = 0, 0, None
    with Client(settings) as client:
        while waiting:
            if progress:
                progress(done, done + len(waiting))
            chunk = waiting.popleft()
            shown = (rules.sentences[chunk.shown].span[0], rules.sentences[chunk.last - 1].span[1])
            reading = Reading(
                searchable, rules, people, frozenset(issue.issue_id for issue in issues), settings.coder, shown,
                rules.sentences[chunk.first].span[0],
            )  # fmt: skip
            asked = messages(text, rules.sentences, chunk, issues, actors, unshown)
            try:
                ask_about(client, asked, schema, reading, rows, published_on)
            except ModelError as error:
                if _split(error, chunk, waiting):
                    continue
                if not done:
                    raise
                stopped = error
                break
            done += 1
            read_to = shown[1]
        if progress and done:
            progress(done, done + len(waiting))
        return ModelFindings(
            _extraction(rules, rows, people, settings.coder, read_to if stopped else len(text)),
            tuple(rows.unverified), tuple(rows.left_out), client.usage, stopped,
        )  # fmt: skip


def _split(error: ModelError, chunk: Chunk, waiting: deque[Chunk]) -> bool:
    """Half at a time, if the server cannot take the part whole or cannot answer it whole."""
    halves = chunk.halves() if error.reason in ("too long", "cut off") else None
    if halves is None:
        return False
    waiting.extendleft(reversed(halves))
    return True


def _extraction(rules: Extraction, rows: Rows, people: People, coder: str, read_to: int) -> Extraction:
    keys = [quote.resolution.actor for quote in rows.quotes]
    keys += [key for event in rows.events for key in (event.source_actor, event.target_actor)]
    mentions, actors = people.rows([key for key in keys if key is not None])
    return Extraction(
        sentences=rules.sentences, marked=rules.marked, quotes=tuple(rows.quotes), mentions=mentions, actors=actors,
        events=tuple(rows.events), stances=tuple(rows.stances), read_to=read_to, extractor=coder,
    )  # fmt: skip
