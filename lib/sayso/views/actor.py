"""One actor: who it is, where it stands, what it said in order, where it belongs, and who reports it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import findings
from sayso.analysis.positions import actor_positions
from sayso.charts.actor_positions import actor_positions as positions_chart
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.scope import Scope
from sayso.queries import actors as questions
from sayso.queries import positions
from sayso.queries import quotes as quote_questions
from sayso.reports import heading
from sayso.reports.evidence import evidence_of
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import actor_known, evidence, figure, headline, markup, state, twin
from sayso.views.state import ACTOR
from sayso.views.state import ACTOR_ISSUE as ISSUE


def choose(view: View) -> str | None:
    """Who: the most quoted first."""
    return state.choose(
        "Actor", ACTOR, view.lookup.actors, default=next(iter(view.lookup.actors), None), width=360
    )


def profile(view: View, actor: str) -> dict[str, Any]:
    """The actor's row."""
    everyone = ask(questions.actors, view.database, Scope(view.scope.dataset, view.scope.as_of)).frame
    return records(everyone[everyone["actor_id"] == actor])[0]


def show(view: View, actor: str) -> None:
    """The page below its select box."""
    person = profile(view, actor)
    answer = ask(positions.actor_positions, view.database, view.scope)
    found = actor_positions(answer.frame, view.scope.measure)
    own = found[found["unit_id"] == actor]
    issues = [issue for issue in view.lookup.issues if not view.scope.issues or issue in view.scope.issues]
    title = findings.actor_sentence(own, view.lookup.actors[actor], len(issues))
    headline.show("actor", title, heading.subtitle(view))
    _who(view, person)
    main, side = st.columns([1.5, 1], gap="large")
    with main:
        _positions(view, own, issues, title)
        _words(view, actor)
    with side:
        actor_known.names(view, person)
        actor_known.memberships(view, actor)
        actor_known.links(view, actor)
    twin.of_frame(view, f"actor-{actor}", lambda: table(view, own), [answer])


def table(view: View, own: pd.DataFrame) -> pd.DataFrame:
    """The actor's positions as rows."""
    return pd.DataFrame(
        [
            {
                "Issue": view.lookup.issues[row["issue_id"]], "Position": BY_STATE[row["state"]].word, "Value": round(row["value"], 2), "n": row["n"],
                "Latest": date_words(row["latest_on"]), "Condition": row["condition"] or "",
            }
            for row in records(own)
        ]
    )  # fmt: skip


def _who(view: View, person: dict[str, Any]) -> None:
    seen = (
        f"last seen {date_words(person['last_stated_on'])}"
        if person["last_said_on"] is not None
        else "no statement found"
    )
    facts = [
        str(person["kind"]), *([person["country"]] if person["country"] else []), *([f"belongs to {person['organisation']}"] if person["organisation"] else []),
        f"{person['n_statements']} statements", f"{person['n_quotes']} quotes", seen,
    ]  # fmt: skip
    markup.show(
        markup.tag("p", _full_name(view, person), "sy-fullname"),
        markup.tag("p", markup.text(person["description"] or ""), "sy-lead", dir="auto"),
        markup.tag("p", markup.text(" · ".join(facts)), "sy-fine"),
    )


def _full_name(view: View, person: dict[str, Any]) -> str:
    """Standard romanisation, (as found), original script."""
    found = [row["alias"] for row in records(ask(questions.aliases, view.database, person["actor_id"]))]
    others = [alias for alias in found if alias != person["name"]]
    parts = [markup.words(person["name"], name="i")]
    if others:
        parts.append("(" + markup.words(max(others, key=len)) + ")")
    if person["name_original"]:
        parts.append(markup.words(person["name_original"], css="sy-original"))
    return " ".join(parts)


def _positions(view: View, own: pd.DataFrame, issues: list[str], alt: str) -> None:
    cells = {row["issue_id"]: row for row in records(own)}
    made, height = positions_chart(cells, issues, view.lookup.issues, st.session_state.get(ISSUE))
    figure.show(made, key="actor-positions", alt=alt, height=height, on_click=_choose_issue)
    headline.provenance(heading.provenance(view, "positions by the bands of the About page"))


def _words(view: View, actor: str) -> None:
    markup.show(markup.tag("h2", "What they said and did, newest first", "sy-h2", id="evidence"))
    issue = state.choose("Issue", ISSUE, view.lookup.issues, placeholder="All issues", width=300)
    own = evidence_of(view, actor=actor, issue=issue)
    evidence.panel(view, own, "Statements", key="actor-words", with_heading=False)
    spoken = ask(quote_questions.search, view.database, replace(view.scope, actors=(actor,)), "").frame
    others = spoken[~spoken["quote_id"].isin(own["quote_id"])]
    if issue is None and len(others):
        markup.show(markup.tag("h3", "Also quoted, without a stance coded for them", "sy-h3"))
        evidence.quotes(others)


def _choose_issue(click: figure.Click) -> None:
    if isinstance(click.data, str):
        st.session_state[ISSUE] = click.data
