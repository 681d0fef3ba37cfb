"""Computed camps beside declared factions: who stands where, who outside the faction's majority."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.queries import positions as questions
from sayso.reports import heading
from sayso.reports.evidence import evidence_of
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, headline, links, markup, opening, state, twin
from sayso.views.coalitions.build import METHOD_WORDS, Found, letter, settings
from sayso.views.state import ACTOR, MEMBER

MOST_MEMBERS, BESIDE = 12, 3
_HOW = (
    "Louvain on the network congruence − conflict (average-normalised, without what divides), average linkage on Jaccard distances and "
    "k-means on what actors said: the partition with the highest modularity. Stability: articles drawn again with replacement, adjusted Rand "
    "index with the partition shown (1 the same, 0 chance). A faction’s majority is the camp with more than half of its actors."
)


def show_camps(view: View, found: Found) -> None:
    """Each camp with its members, whose statements a click opens; or why there is none."""
    markup.show(markup.tag("h2", "Camps beside factions", "sy-h2"))
    if found.coalitions is None:
        why = (
            f"Camps need three actors, two of whom agree on an issue; {counted(found.n_actors, 'actor')} spoke in"
            f" {counted(heading.n_searched(view), 'article')} searched. That is a finding about these articles."
        )
        markup.show(markup.tag("p", markup.text(why), "sy-fine"))
        return
    markup.show(markup.tag("p", _told(found), "sy-fine"))  # fmt: skip
    above = st.container()
    _words(view, found)
    with above:
        _list(_groups(view, found))
    _tried(found)
    show_settings(view, found)
    asked = ask(questions.evidence, view.database, view.scope)
    twin.of_frame(view, "coalitions", lambda: table(view, found), [asked], _HOW)


def _told(found: Found) -> str:
    resampled = found.members["together"].notna().any()
    again = " · how often it stands with its camp when articles are drawn again" if resampled else ""
    return f"Actor · declared faction{again}."


def _list(groups: list[tuple[str, list[opening.Row]]]) -> None:
    """The camps beside each other, after the box has read who is chosen."""
    for first in range(0, len(groups), BESIDE):
        beside = groups[first : first + BESIDE]
        for column, (name, rows) in zip(st.columns(BESIDE, gap="medium"), beside, strict=False):
            with column:
                size = markup.tag("span", markup.text(f" {counted(len(rows), 'actor')}"), "sy-facts")
                markup.show(markup.tag("h3", markup.text(name) + size, "sy-h3"))
                opening.rows(rows[:MOST_MEMBERS], MEMBER, name.lower().replace(" ", "-"))
                if len(rows) > MOST_MEMBERS:
                    st.caption(f"And {len(rows) - MOST_MEMBERS:,} more: in the box and the table below.")


def show_settings(view: View, found: Found, *more: str) -> None:
    """Method, settings, seed and data version, under each chart."""
    headline.provenance(
        heading.provenance(
            view, *more, *settings(found), seed=found.coalitions.seed if found.coalitions else None
        )
    )


def table(view: View, found: Found) -> pd.DataFrame:
    """One row an actor."""
    rows = [
        {
            "Actor": view.lookup.actors[row["unit"]], "Camp": letter(row["coalition"]),
            "Faction": view.lookup.factions.get(row["faction"], ""),
            "Faction’s majority": letter(row["majority"]) if row["majority"] else "",
            "Outside it": "yes" if row["is_outside"] else "",
            "With its camp in resamples": row["together"], "id": row["unit"],
        }
        for row in records(found.members)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _groups(view: View, found: Found) -> list[tuple[str, list[opening.Row]]]:
    """The camps by letter, then all who stand alone together."""
    groups: dict[str, list[opening.Row]] = {}
    for row in records(found.members):
        camp = found.camps.get(row["unit"])
        groups.setdefault(f"Camp {camp}" if camp else "Alone", []).append(_member(view, row))
    return sorted(groups.items(), key=lambda group: group[0] == "Alone")


def _member(view: View, row: dict[str, Any]) -> opening.Row:
    facts = []
    if row["faction"]:
        facts.append(view.lookup.factions[row["faction"]])
    if row["together"] is not None:
        facts.append(f"{row['together']:.0%}")
    if row["is_outside"]:
        facts.append(f"outside: its faction’s majority is in camp {letter(int(row['majority']))}")
    return opening.Row(row["unit"], view.lookup.actors[row["unit"]], "".join(f" · {fact}" for fact in facts))


def _words(view: View, found: Found) -> None:
    """The statements of one member."""
    names = view.lookup.actors
    labels = {unit: names[unit] for unit in sorted(found.members["unit"], key=lambda unit: names[unit])}
    with opening.place(MEMBER):
        chosen = state.choose(
            "Statements of", MEMBER, labels, placeholder="Click an actor, or choose", width=320
        )
        if chosen is None:
            return
        opening.close(MEMBER)
        camp = found.camps.get(chosen)
        title = f"{names[chosen]}, {f'camp {camp}' if camp else 'alone'}"
        own = evidence_of(view, actor=chosen)
        opening.head(view, title, own)
        evidence.panel(view, own, title, key="member", with_heading=False)
        links.to_page("actor", f"All of {names[chosen]}", {ACTOR: names[chosen]}, key="member-whole", icon=":material/person:")  # fmt: skip


def _tried(found: Found) -> None:
    """The best grouping of each method that was tried, the one that is shown first."""
    assert found.coalitions is not None
    tried = found.coalitions.tried.sort_values("modularity", ascending=False, kind="stable")
    best = records(
        tried[tried["stability"].notna() | ~tried["method"].duplicated()].drop_duplicates("method")
    )
    body = [
        markup.tag("th", markup.text(METHOD_WORDS[row["method"]]), scope="row")
        + "".join(markup.tag("td", markup.text(cell)) for cell in _cells(row))
        for row in best
    ]
    names = ("Best grouping by", "Groups", "Modularity", "Stability")
    head = markup.tag("tr", "".join(markup.tag("th", name, scope="col") for name in names))
    lines = "".join(markup.tag("tr", line) for line in body)
    told = (
        f"{counted(len(tried), 'grouping')} tried; the first of these, with the highest modularity, is shown."
    )
    markup.show(
        markup.tag("h3", "Other ways to group them", "sy-h3"),
        markup.tag("table", markup.tag("thead", head) + markup.tag("tbody", lines), "sy-moved sy-narrow"),
        markup.tag("p", told, "sy-fine"),
    )


def _cells(row: dict[str, Any]) -> list[str]:
    stable = "–" if row["stability"] is None else f"{row['stability']:.2f}"
    return [str(row["k"]), f"{row['modularity']:.2f}".replace("-", "−"), stable]
