"""The whole chain: text in, rows out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.ingest.actors.find import Cast
from sayso.ingest.attribution.calibration import confidence
from sayso.ingest.attribution.draft import Draft
from sayso.ingest.attribution.find import find_quotes
from sayso.ingest.dates.find import find_dates
from sayso.ingest.events.find import find_events
from sayso.ingest.records import DateFound, Extraction, Issue, KnownActor, Quote, Resolution
from sayso.ingest.speakers.resolve import resolve
from sayso.ingest.stances.find import find_stances
from sayso.ingest.text.sentences import parse

LONGEST = 600_000  # characters: some 200 pages


def extract(
    text: str,
    *,
    published_on: date | None = None,
    gazetteer: Sequence[KnownActor] = (),
    codebook: Sequence[Issue] = (),
) -> Extraction:
    """Find sentences, quotes, actors, dates, events and stances in one article.

    `published_on` anchors relative dates; without it they stay unresolved. `gazetteer` holds the actors that
    the dataset has, `codebook` the issues to look for. Of a text beyond `LONGEST` the beginning is read (`read_to`
    says how far). Nothing is written and nothing is fetched.
    """
    text = text[:LONGEST]
    parsed = parse(text)
    rows = parsed.rows()
    cast = Cast(parsed, tuple(gazetteer))
    drafts = find_quotes(parsed)
    dates = find_dates(text, published_on)
    resolutions = resolve(parsed, cast, drafts)
    quotes = tuple(
        _quote(text, draft, who, _said_on(rows[draft.sentence].span, dates))
        for draft, who in zip(drafts, resolutions, strict=True)
    )
    mentions, actors = cast.rows()
    return Extraction(
        sentences=rows,
        marked=tuple(parsed.marked),
        quotes=quotes,
        mentions=mentions,
        actors=actors,
        dates=dates,
        events=find_events(parsed, cast, quotes, dates, published_on),
        read_to=len(text),
        stances=find_stances(text, quotes, tuple(codebook), as_written=not gazetteer),
    )


def _quote(text: str, draft: Draft, who: Resolution, stated_on: str | None) -> Quote:
    return Quote(
        draft.kind, tuple(sorted(draft.pieces)), draft.speaker, draft.cue, draft.cue_class, draft.addressee, draft.rule,
        confidence(draft, text), draft.sentence, draft.antecedent, who, stated_on,
    )  # fmt: skip


def _said_on(sentence: tuple[int, int], dates: tuple[DateFound, ...]) -> str | None:
    """The first day named in the sentence that attributes."""
    for day in dates:
        if sentence[0] <= day.span[0] < sentence[1] and day.precision == "day":
            return day.edtf
    return None
