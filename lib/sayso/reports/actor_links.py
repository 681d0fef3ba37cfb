"""Who quotes, mentions and addresses an actor, and the events it takes part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.analysis.mentions import mentions
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.queries import actors, quotes
from sayso.reports.listing import Listing
from sayso.reports.memo import ask
from sayso.reports.view import View

MOST_LINES = 12


def links(view: View, actor: str) -> list[Listing[str]]:
    """Four lists of MOST_LINES at most, each with how many more there are, or that nobody was found."""
    frame = ask(actors.links, view.database, view.scope, actor).frame
    by_relation = {relation: records(rows) for relation, rows in frame.groupby("relation")}
    quoting = Counter(row["who"] for row in by_relation.get("quoted by", [])).most_common()
    speaking, events = (
        [
            f"{row['who']}: {row['detail']} ({date_words(row['dated'])})"
            for row in by_relation.get(relation, [])
        ]
        for relation in ("spoken to by", "takes part")
    )
    return [
        _listing("Who quotes them", [f"{who}: {counted(n, 'quote')}" for who, n in quoting]),
        _listing("Who mentions them", _mentions(view, actor)),
        _listing("Who speaks to them", speaking),
        _listing("Events they take part in", events),
    ]


def _mentions(view: View, actor: str) -> list[str]:
    """Quotes of others in which the actor is named."""
    spoken = ask(quotes.search, view.database, view.scope.everyone, "").frame
    named = mentions(spoken["quote"], ask(actors.names, view.database))
    return [
        f"{row['speaker']}: {row['quote']} ({date_words(row['stated_on'])})"
        for row, who in zip(records(spoken), named, strict=True)
        if actor in who and row["speaker_id"] != actor
    ]


def _listing(heading: str, lines: Sequence[str]) -> Listing[str]:
    more = f"and {len(lines) - MOST_LINES:,} more" if len(lines) > MOST_LINES else ""
    return Listing(heading, lines[:MOST_LINES], more if lines else "Not found.")
