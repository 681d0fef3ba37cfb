"""The codebook's entries as everybody reads them; whoever may edit gets a way into each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from sayso.coding.codebook import reading
from sayso.model.scales import RELIABILITY
from sayso.model.wording import counted, listed
from sayso.reports.memo import ask
from sayso.views import markup
from sayso.views.codebook import memberships
from sayso.views.codebook.desk import Desk

Row = dict[str, Any]
Choose = Callable[[str], None]


def issues(desk: Desk, rows: list[Row], choose: Choose | None = None) -> None:
    """Each issue with its proposition and what both sides mean, in reading order."""
    if not rows:
        _nothing(
            "No issue yet",
            "An issue is a proposition that actors support or oppose. Word it so that “supports” has one meaning:"
            " not “Troops” but “All foreign troops leave the country.” Then whoever wants them out supports it,"
            " whoever wants them to stay opposes it.",
        )
    names = desk.view.lookup.issues
    for row in rows:
        facts = [counted(row["n_statements"], "statement")]
        if row["parent_id"]:
            facts.append(f"part of {names.get(row['parent_id'], row['parent_id'])}")
        if row["keywords"]:
            facts.append(f"keywords: {listed(row['keywords'], most=8)}")
        title = names.get(row["issue_id"], row["short_name"])
        lines = [
            (row["proposition"], "sy-proposition"),
            (f"+ {row['supports_means']}", "sy-fine"),
            (f"− {row['opposes_means']}", "sy-fine"),
            (" · ".join(facts), "sy-fine"),
        ]
        _card(
            f"issue-{row['issue_id']}",
            row["issue_id"],
            markup.tag("h3", markup.text(title), "sy-h3", dir="auto")
            + "".join(markup.tag("p", markup.text(line), css, dir="auto") for line, css in lines),
            choose,
        )


def factions(desk: Desk, rows: list[Row], choose: Choose | None = None) -> None:
    """Each faction with its colour, its rule and its members."""
    if not rows:
        _nothing(
            "No faction yet",
            "A faction is a group that you define: a cabinet, a bloc, the states of one alliance. Its position is"
            " the mean of its members’, one voice each, members as of the day of each statement.",
        )
    members = ask(reading.memberships, desk.database)
    for row in rows:
        own = [each for each in members if each["faction_id"] == row["faction_id"]]
        title = markup.text(desk.view.lookup.factions.get(row["faction_id"], row["name"]))
        dot = markup.tag("span", "", "sy-dot", style=f"background:{row['colour']}")
        _card(
            f"faction-{row['faction_id']}",
            row["faction_id"],
            markup.tag("h3", dot + title, "sy-h3", dir="auto")
            + markup.tag("p", markup.text(row["description"]), "sy-proposition", dir="auto")
            + memberships.listing(desk, own, counted(row["n_members"], "member")),
            choose,
        )


def outlets(desk: Desk, rows: list[Row], choose: Choose | None = None) -> None:
    """Each outlet with its grade in words and how many articles it has."""
    if not rows:
        _nothing(
            "No outlet yet",
            "An outlet is who published an article. It is made with the first article that you add, rated F:"
            " nobody has judged it yet.",
        )
    for row in rows:
        facts = [counted(row["n_articles"], "article"), row["country"], row["language"], row["url"]]
        grade = f"{row['reliability']} · {RELIABILITY[row['reliability']]}"
        _card(
            f"outlet-{row['outlet_id']}",
            row["outlet_id"],
            markup.tag(
                "h3",
                markup.text(desk.view.lookup.outlets.get(row["outlet_id"], row["name"])),
                "sy-h3",
                dir="auto",
            )
            + markup.tag("p", markup.text(grade), "sy-proposition")
            + markup.tag("p", markup.text(" · ".join(str(fact) for fact in facts if fact)), "sy-fine"),
            choose,
        )


def actors(desk: Desk, rows: list[Row], key: str, pick: Callable[[], None]) -> None:
    """Every actor in a table; choosing a row runs `pick`."""
    if not rows:
        _nothing(
            "No actor yet",
            "Actors are created when a quote of theirs is accepted under Review, or here: persons, organisations,"
            " states, armed groups, parties, media.",
        )
        return
    names = desk.view.lookup.actors
    shown = [
        {
            "Actor": names.get(row["actor_id"], row["name"]),
            "Original": row["name_original"] or "",
            "Kind": row["kind"],
            "Country": row["country"] or "",
            "Quotes": row["n_quotes"],
            "Statements": row["n_statements"],
            "Description": row["description"] or "",
        }
        for row in rows
    ]
    st.dataframe(
        pd.DataFrame(shown), hide_index=True, width="stretch", height=min(700, 38 + 35 * len(rows)), key=key,
        on_select=pick, selection_mode="single-row",
    )  # fmt: skip


def _card(key: str, entry: str, content: str, choose: Choose | None) -> None:
    with st.container(gap=None, key=f"card-{key}"):
        markup.show(markup.tag("article", content, "sy-card"))
        if choose:
            st.button(
                "Edit",
                key=f"edit-{key}",
                type="tertiary",
                icon=":material/edit:",
                on_click=choose,
                args=(entry,),
            )


def _nothing(title: str, message: str) -> None:
    words = markup.tag("p", markup.text(title), "sy-empty-title") + markup.tag("p", markup.text(message))
    markup.show(markup.tag("div", words, "sy-empty", role="status"))
