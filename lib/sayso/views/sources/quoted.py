"""Whom each outlet quotes: outlets by actors, how concentrated, and the statements behind a cell."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.charts.agreement_matrix import FILLS
from sayso.charts.outlet_shares import HEIGHT, STEPS, WIDTH, outlet_shares
from sayso.model.frames import records
from sayso.model.scales import ink_on
from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.views import evidence, figure, markup, state, twin
from sayso.views.figure import Click, Head, Heads
from sayso.views.sources.build import UNJUDGED, Found, answers, credited, names
from sayso.views.sources.settings import show_settings
from sayso.views.state import OUTLET_CHOSEN, QUOTED

MOST_ACTORS, MOST_OUTLETS = 14, 24


def show_quoted(view: View, found: Found) -> None:
    """The chart, the two select boxes, the statements, the twin."""
    markup.show(markup.tag("h2", "Whom each outlet quotes", "sy-h2"))
    alt = sentence(view, found)
    markup.show(markup.tag("p", markup.told(alt), "sy-lead", dir="auto"))
    above = st.container()
    own_names = {outlet: names(view)[outlet] for outlet in found.order}
    heard = {actor: view.lookup.actors[actor] for actor in _actors(found)}
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        outlet = state.choose("Outlet", OUTLET_CHOSEN, own_names, placeholder="Click a cell, or choose", width=300)  # fmt: skip
        actor = state.choose("Actor", QUOTED, heard, placeholder="All", width=300)
    with above:
        _chart(view, found, alt, outlet, actor)
    if outlet is not None or actor:
        said = credited(view.database, view.scope)
        said = said if outlet is None else said[said["outlet_id"] == outlet]
        said = said[said["actor_id"] == actor] if actor else said
        title = " · ".join(filter(None, (own_names.get(outlet or "", "") if outlet is not None else "", heard.get(actor or ""))))  # fmt: skip
        evidence.panel(view, said, title, key="quoted")
    twin.of_frame(
        view, "sources-quoted", lambda: _table(view, found), answers(view)[:2],
        "Each counting statement once, under the outlet of its article (a copied wire story counts as its original) and the actor whose "
        "position it states. Like N equal voices: 1 / Σ share², the number of equally quoted actors that would be as concentrated.",
    )  # fmt: skip


def sentence(view: View, found: Found) -> str:
    """How concentrated the outlets are, and which of them quotes the fewest voices."""
    if len(found.outlets) == 1:
        only = records(found.outlets)[0]
        voices = counted(int(only["n_values"]), "actor")
        return f"One outlet, {names(view)[only['outlet']]}, quotes {voices}, {_like(only['effective'])}."
    among = records(found.among_outlets)[0]
    head = f"{counted(len(found.outlets), 'outlet')}, as concentrated as {among['effective']:.1f} equal ones"
    told = [row for row in records(found.outlets) if row["n"] >= 5 and row["outlet"]]
    if not told:
        return f"{head}."
    top = max(told, key=lambda row: row["largest_share"])
    actor = view.lookup.actors[top["largest"]]
    return f"{head}; {names(view)[top['outlet']]} leans most on one actor: {actor}, {top['largest_share'] * 100:.0f} % of its {counted(int(top['n']), 'statement')}."


def _chart(view: View, found: Found, alt: str, outlet: str | None, actor: str | None) -> None:
    shown = found.outlets.head(MOST_OUTLETS)
    rows, columns = shown["outlet"].tolist(), _actors(found)[:MOST_ACTORS]
    shares = {
        (row["outlet"], row["actor_id"]): (float(row["share"]), int(row["n"]))
        for row in records(found.quoted)
    }
    unjudged = [grade in UNJUDGED for grade in shown["reliability"]]
    breaks = [place for place in range(1, len(rows)) if unjudged[place] and not unjudged[place - 1]]
    chosen = (outlet, actor) if outlet is not None and actor else None
    everyone = {**names(view), **view.lookup.actors}
    made = outlet_shares(shares, rows, columns, everyone, breaks=breaks, selected=chosen)
    figure.show(
        made, key="sources-quoted", alt=alt, height=1100, on_click=_choose_cell,
        heads=Heads(
            [
                Head(names(view)[row["outlet"]], place * HEIGHT, HEIGHT, note=_note(row))
                for place, row in enumerate(records(shown))
            ],
            [Head(view.lookup.actors[column], place * WIDTH, WIDTH) for place, column in enumerate(columns)],
            corner="% of the outlet’s", row_width=210, column_height=64, stretch=1.4,
        ),
    )  # fmt: skip
    edges = [0.0, *STEPS, 1.0]
    keys = [
        markup.tag("span", markup.tag("b", f"{edges[place] * 100:.0f}–{edges[place + 1] * 100:.0f}"), "sy-key", style=f"--fill:{fill};--ink:{ink_on(fill)}")
        for place, fill in enumerate(FILLS)
    ]  # fmt: skip
    keys.append(markup.tag("span", "% of an outlet’s statements · Click a cell for its quotes.", ""))
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))
    extent = []
    if len(_actors(found)) > len(columns):
        extent.append(f"the {len(columns)} most heard of {counted(len(_actors(found)), 'actor')}")
    if len(found.outlets) > len(rows):
        extent.append(f"the first {len(rows)} of {counted(len(found.outlets), 'outlet')}")
    show_settings(view, *extent, "outlets by number of statements, F and not rated below the line")


def _note(row: dict[str, object]) -> str:
    grade = str(row["reliability"]) or "not rated"
    return f"{grade} · n={row['n']} · {_like(row['effective'])}"


def _like(effective: object) -> str:
    return f"like {effective:.1f} equal voices" if isinstance(effective, float) else ""


def _actors(found: Found) -> list[str]:
    """Actors by how often they are quoted."""
    sizes = found.quoted.groupby("actor_id")["n"].sum().reset_index()
    return sizes.sort_values(["n", "actor_id"], ascending=[False, True])["actor_id"].astype(str).tolist()


def _choose_cell(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[OUTLET_CHOSEN], st.session_state[QUOTED] = (str(part) for part in click.data)


def _table(view: View, found: Found) -> pd.DataFrame:
    by_outlet = found.by_outlet
    return pd.DataFrame(
        [
            {
                "Outlet": names(view)[row["outlet"]], "Reliability": by_outlet[row["outlet"]]["reliability"] or "not rated",
                "Actor": view.lookup.actors[row["actor_id"]], "Statements": int(row["n"]), "Share": round(float(row["share"]), 3),
                "Outlet’s equal voices": round(float(by_outlet[row["outlet"]]["effective"]), 2), "id": f"{row['outlet']}/{row['actor_id']}",
            }
            for row in records(found.quoted)
        ]
    )  # fmt: skip
