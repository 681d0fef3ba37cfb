"""The agreement matrix, and two actors' statements on shared issues side by side."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.charts.agreement_matrix import FILLS, HEIGHT, WIDTH, agreement_matrix
from sayso.model.frames import records
from sayso.model.scales import BY_STATE, ink_on
from sayso.model.wording import counted
from sayso.queries import positions as questions
from sayso.reports.evidence import evidence_of
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, figure, markup, state, twin
from sayso.views.coalitions.build import Found
from sayso.views.coalitions.camps import show_settings
from sayso.views.figure import Click, Head, Heads
from sayso.views.state import PAIR_FIRST, PAIR_SECOND

MOST_OPEN = 1


def show_agreement(view: View, found: Found, alt: str) -> None:
    """Matrix, legend, boxes, evidence and twin."""
    markup.show(markup.tag("h2", "Who agrees with whom", "sy-h2"))
    if len(found.rows) < 2:
        markup.show(markup.tag("p", "Agreement takes two actors; fewer were found.", "sy-fine"))
        return
    above = st.container()
    names = {row: view.lookup.actors[row] for row in sorted(found.rows, key=lambda row: view.lookup.actors[row])}  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        one = state.choose("One actor", PAIR_FIRST, names, placeholder="Click a cell, or choose", width=260)
        other = state.choose("and another", PAIR_SECOND, names, placeholder="Choose", width=260)
    chosen = (one, other) if one and other and one != other else None
    with above:
        _chart(view, found, alt, chosen)
    if chosen:
        _side_by_side(view, found, chosen)
    twin.of_frame(
        view, "agreement", lambda: _table(view, found), [ask(questions.actor_positions, view.database, view.scope)],
        "Agreement of two actors: 1 − |m − m′| / 4, mean over issues on which both have a position; under two shared issues it is not computed.",
    )  # fmt: skip


def _chart(view: View, found: Found, alt: str, chosen: tuple[str, str] | None) -> None:
    camps = found.camps
    pairs: dict[tuple[str, str], tuple[float | None, int]] = {
        (row["first"], row["second"]): (row["agreement"], int(row["n_shared"]))
        for row in records(found.pairs)
    }
    breaks = [place for place in range(1, len(found.rows)) if camps.get(found.rows[place]) != camps.get(found.rows[place - 1])]  # fmt: skip
    made = agreement_matrix(pairs, found.rows, view.lookup.actors, breaks=breaks, selected=chosen)
    rows, columns = [], []
    for place, row in enumerate(found.rows):
        colour = view.lookup.faction_colours.get(view.lookup.faction_of.get(row, ""))
        note = f"camp {camps[row]}" if row in camps else "no camp"
        rows.append(
            Head(f"{place + 1} {view.lookup.actors[row]}", place * HEIGHT, HEIGHT, swatch=colour, note=note)
        )
        columns.append(Head(str(place + 1), place * WIDTH, WIDTH))
    figure.show(
        made, key="coalitions-agreement", alt=alt, height=1100, on_click=_choose_pair,
        heads=Heads(rows, columns, corner="% agreement", row_width=200, column_height=28, stretch=1.5),
    )  # fmt: skip
    keys = [
        markup.tag(
            "span",
            markup.tag("b", f"{place * 20}–{place * 20 + 20}"),
            "sy-key",
            style=f"--fill:{fill};--ink:{ink_on(fill)}",
        )
        for place, fill in enumerate(FILLS)
    ]
    keys.append(
        markup.tag(
            "span", "n: shared issues · “–” too few to compare · Click a cell for both sides’ words.", ""
        )
    )
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))
    drawn = f"the {len(found.rows)} most heard of {counted(found.n_actors, 'actor')}" if found.n_actors > len(found.rows) else f"{counted(found.n_actors, 'actor')}"  # fmt: skip
    show_settings(view, found, f"{drawn}, ordered by agreement, camps together")


def _side_by_side(view: View, found: Found, chosen: tuple[str, str]) -> None:
    """Issue by issue, the least agreed first: where both stand, and behind it both sides' statements."""
    names = [view.lookup.actors[actor] for actor in chosen]
    shared = [row for row in records(found.positions) if row["unit_id"] in chosen]
    where = {(row["unit_id"], row["issue_id"]): row for row in shared}
    issues = sorted(
        {row["issue_id"] for row in shared if all((actor, row["issue_id"]) in where for actor in chosen)}
    )
    apart = {
        issue: abs(where[chosen[0], issue]["value"] - where[chosen[1], issue]["value"]) for issue in issues
    }
    said = [evidence_of(view, actor=actor) for actor in chosen]
    title = f"{names[0]} and {names[1]}: {counted(len(issues), 'shared issue')}"
    if len(issues) > 1:
        title += f", {1 - sum(apart.values()) / len(apart) / 4:.0%} agreement"
    markup.show(markup.tag("h3", markup.told(title), "sy-h3", id="evidence", dir="auto"))
    if not issues:
        markup.show(markup.tag("p", "No issue on which both were found to speak.", "sy-fine"))
    for place, issue in enumerate(sorted(issues, key=lambda issue: -apart[issue])):
        words = [BY_STATE[where[actor, issue]["state"]].word for actor in chosen]
        label = (
            f"**{markup.told_markdown(view.lookup.issues[issue].strip())}** · {1 - apart[issue] / 4:.0%} · "
        )
        label += f"{words[0]} and {words[1]}" if words[0] != words[1] else f"both {_plural(words[0])}"
        fold = st.expander(label, expanded=place < MOST_OPEN, key=f"pair-{issue}", on_change="rerun")
        if not fold.open:
            continue
        for side, column in enumerate(fold.columns(2, gap="medium")):
            own = said[side][said[side]["issue_id"] == issue]
            with column:
                markup.show(
                    markup.tag("h3", markup.told(f"{names[side]}: {words[side]}"), "sy-h3", dir="auto")
                )
                evidence.panel(view, own, names[side], key=f"pair-{issue}-{side}", with_heading=False)


def _plural(word: str) -> str:
    """ "strongly supports" of one is "strongly support" of both."""
    return word[:-1] if word.endswith("s") else word


def _choose_pair(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2 and click.data[0] != click.data[1]:
        st.session_state[PAIR_FIRST], st.session_state[PAIR_SECOND] = (str(part) for part in click.data)


def _table(view: View, found: Found) -> pd.DataFrame:
    names = pd.Series(view.lookup.actors)
    return pd.DataFrame(
        {
            "One": found.pairs["first"].map(names), "Other": found.pairs["second"].map(names),
            "Agreement": found.pairs["agreement"].round(3), "Shared issues": found.pairs["n_shared"],
            "id": found.pairs["first"] + "/" + found.pairs["second"],
        }
    )  # fmt: skip
