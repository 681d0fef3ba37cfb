"""What else is known of an actor: names, memberships, and who quotes, mentions and addresses it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd

from sayso.analysis.mentions import mentions
from sayso.charts.memberships import memberships as memberships_chart
from sayso.model.calendar import days_from
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.queries import actors as questions
from sayso.queries import quotes as quote_questions
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import figure, markup

MOST_LINES = 12


def names(view: View, person: dict[str, Any]) -> None:
    """Names and spellings as found in texts."""
    found = records(ask(questions.aliases, view.database, person["actor_id"]))
    items = " ".join(markup.words(row["alias"], row["language"], css="sy-alias") for row in found)
    wikidata = (
        markup.link(
            f"Wikidata {person['wikidata_id']}", f"https://www.wikidata.org/wiki/{person['wikidata_id']}"
        )
        if person["wikidata_id"]
        else ""
    )
    markup.show(
        markup.tag("h2", "Names as found", "sy-h2"),
        markup.tag("p", items or markup.text("None recorded."), "sy-aliases"),
        markup.tag("p", wikidata, "sy-fine") if wikidata else "",
    )


def memberships(view: View, actor: str) -> None:
    """Where the actor belongs, and when."""
    rows = records(ask(questions.memberships, view.database, actor))
    markup.show(markup.tag("h2", "Memberships", "sy-h2"))
    if not rows:
        markup.show(markup.tag("p", "None recorded.", "sy-fine"))
        return
    for row in rows:
        row["date_from"], row["date_to"] = _day(row["date_from"]), _day(row["date_to"])
    starts = [row[key] for row in rows for key in ("date_from", "date_to") if row[key]]
    first = days_from(min([*starts, view.lookup.first_day]), -60)
    made, height = memberships_chart(rows, first, max([*starts, view.scope.as_of]))
    words = "; ".join(f"{row['role'] or 'member'} of {row['faction']}" for row in rows)
    figure.show(made, key="actor-memberships", alt=f"Memberships: {words}", height=height)
    markup.show(
        *[
            markup.tag(
                "p",
                markup.text(f"{row['role'] or 'member'}, {row['faction']}: {_from_to(row)}"),
                "sy-fine",
                dir="auto",
            )
            for row in rows
        ]
    )


def links(view: View, actor: str) -> None:
    """Who quotes, mentions and addresses the actor, and the events it takes part in."""
    frame = ask(questions.links, view.database, view.scope, actor).frame
    by_relation = {relation: records(rows) for relation, rows in frame.groupby("relation")}
    quoted_by = Counter(row["who"] for row in by_relation.get("quoted by", []))
    _list("Who quotes them", [f"{who}: {counted(n, 'quote')}" for who, n in quoted_by.most_common()])
    _list("Who mentions them", _mentioned(view, actor))
    for relation, title in (
        ("spoken to by", "Who speaks to them"),
        ("takes part", "Events they take part in"),
    ):
        rows = by_relation.get(relation, [])
        _list(title, [f"{row['who']}: {row['detail']} ({date_words(row['dated'])})" for row in rows])


def _mentioned(view: View, actor: str) -> list[str]:
    """Quotes of others in which the actor is named."""
    scope = Scope(view.scope.dataset, view.scope.as_of)
    spoken = ask(quote_questions.search, view.database, scope, "").frame
    named = mentions(spoken["quote"], ask(questions.names, view.database))
    return [
        f"{row['speaker']}: {row['quote']} ({date_words(row['stated_on'])})"
        for row, who in zip(records(spoken), named, strict=True)
        if actor in who and row["speaker_id"] != actor
    ]


def _list(title: str, lines: list[str]) -> None:
    markup.show(markup.tag("h2", title, "sy-h2"))
    if not lines:
        markup.show(markup.tag("p", "Not found.", "sy-fine"))
        return
    items = [markup.tag("li", markup.text(line), dir="auto") for line in lines[:MOST_LINES]]
    more = (
        markup.tag("p", f"and {len(lines) - MOST_LINES:,} more", "sy-fine") if len(lines) > MOST_LINES else ""
    )
    markup.show(markup.tag("ul", "".join(items), "sy-list"), more)


def _from_to(row: dict[str, Any]) -> str:
    since = f"from {date_words(row['valid_from'])}" if row["valid_from"] else "start not known"
    return f"{since}, " + (f"until {date_words(row['valid_to'])}" if row["valid_to"] else "no end known")


def _day(value: Any) -> date | None:
    return None if value is None else pd.Timestamp(value).date()
