"""Two or more sides, issue by issue: gaps, spread within, agreement, dissent, and their words side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import agreement, comparison, findings, positions
from sayso.analysis.frames import records
from sayso.charts.distribution import distribution
from sayso.charts.dumbbell import dumbbell
from sayso.model.scales import BY_STATE, band
from sayso.model.wording import counted, listed, quoted
from sayso.queries import actors as actor_questions
from sayso.queries import positions as questions
from sayso.queries.answer import Answer
from sayso.views import data, evidence, figure, markup, state, twin
from sayso.views.filters import View
from sayso.views.state import COMPARE, ISSUE, SIDES

UNITS = {"factions": "Factions", "actors": "Actors"}
MOST_SIDES = 6


@dataclass(frozen=True)
class Comparison:
    """The chosen sides and where they stand."""

    unit: str
    sides: list[str]
    issues: list[str]
    positions: pd.DataFrame
    members: pd.DataFrame
    gaps: pd.DataFrame
    values: pd.DataFrame
    answer: Answer

    @property
    def cells(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Positions by (side, issue)."""
        return {(row["unit_id"], row["issue_id"]): row for row in records(self.positions)}


def build(view: View) -> Comparison:
    """Ask who is compared, and where they stand on each issue, the widest gap first."""
    usual = "factions" if view.lookup.factions else "actors"
    unit = state.choose("Compare", COMPARE, UNITS, default=usual, width=130) or usual
    question = questions.member_positions if unit == "factions" else questions.actor_positions
    answer = data.ask(question, view.database, view.scope)
    derive = positions.faction_positions if unit == "factions" else positions.actor_positions
    found = derive(answer.frame, view.scope.measure)
    spoken = list(found.groupby("unit_id").size().sort_values(ascending=False, kind="stable").index)
    names = view.lookup.factions if unit == "factions" else view.lookup.actors
    default = _opposed(found, spoken)
    sides = list(
        state.choose_many(
            "Sides, two or more",
            SIDES,
            names,
            placeholder=listed([names[side] for side in default]) or "Choose",
        )
    )
    chosen = sides[:MOST_SIDES] or default
    if len(sides) > MOST_SIDES:
        st.caption(f"The first {MOST_SIDES} sides are shown.")
    issues = [issue for issue in view.lookup.issues if not view.scope.issues or issue in view.scope.issues]
    own = found[found["unit_id"].isin(chosen)]
    values = positions.grid(own, chosen, issues)
    return Comparison(unit, chosen, issues, own, answer.frame, comparison.gaps(values), values, answer)


def chart(view: View, found: Comparison, alt: str) -> None:
    """The dumbbell; a click chooses its issue."""
    order = list(found.gaps["issue_id"])
    made, height = dumbbell(
        found.cells, found.sides, order, {**view.lookup.units, **view.lookup.issues}, _colours(view, found.sides),
        dict(zip(found.gaps["issue_id"], found.gaps["gap"], strict=True)),
    )  # fmt: skip
    figure.show(made, key="comparison-dumbbell", alt=alt, height=height, on_click=_choose_issue)


def legend(view: View, found: Comparison) -> None:
    """Which letter and colour is which side, and how many of it were found."""
    sizes = member_counts(view, found)
    colours = _colours(view, found.sides)
    keys = []
    for place, side in enumerate(found.sides):
        spoke = (
            found.members.loc[
                found.members.get("faction_id", pd.Series(dtype=str)) == side, "actor_id"
            ].nunique()
            if found.unit == "factions"
            else 1
        )
        size = (
            f" ({spoke} of {counted(sizes.get(side, spoke), 'member')} spoke)"
            if found.unit == "factions"
            else ""
        )
        letter = markup.tag("b", chr(ord("A") + place))
        keys.append(
            markup.tag(
                "span",
                f"{letter} {markup.text(view.lookup.units[side] + size)}",
                "sy-key",
                style=f"--fill:{colours[side]};--ink:#fff",
                dir="auto",
            )
        )
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))


def show_agreement(view: View, found: Comparison) -> None:
    """Agreement of every two sides, with the number of issues it rests on."""
    rows = []
    for pair in records(agreement.pairs(found.values)):
        enough = pair["agreement"] is not None
        names = f"{view.lookup.units[pair['first']]} and {view.lookup.units[pair['second']]}"
        word = f"{pair['agreement']:.0%} agreement" if enough else "too few to compare"
        rows.append(
            markup.tag(
                "li",
                f"{markup.text(names)}: {markup.tag('b', word)} on {counted(pair['n_shared'], 'shared issue')}",
            )
        )
    markup.show(markup.tag("h2", "Agreement", "sy-h2"), markup.tag("ul", "".join(rows), "sy-list"))


def show_spread(view: View, found: Comparison) -> None:
    """How members are spread within each faction, issue by issue."""
    if found.unit != "factions":
        return
    members = found.members[found.members["faction_id"].isin(found.sides)]
    members = members.assign(
        value=members["mean" if view.scope.measure == "mean" else "latest"].astype(float)
    )
    sizes = member_counts(view, found)
    counts = {
        (row["faction_id"], row["issue_id"], row["state"]): int(row["n"])
        for row in records(comparison.distribution(members, sizes))
    }
    spoken = {(side, issue) for side, issue, _ in counts}
    rows = [
        (side, issue) for issue in found.gaps["issue_id"] for side in found.sides if (side, issue) in spoken
    ]
    labels = [
        f"{view.lookup.issues[issue]} · {chr(ord('A') + found.sides.index(side))}" for side, issue in rows
    ]
    markup.show(
        markup.tag("h2", "Within each faction", "sy-h2"),
        markup.tag("p", "Members by where they stand; one voice each.", "sy-fine"),
    )
    made, height = distribution(
        counts, rows, labels, max([sizes.get(side, 1) for side in found.sides], default=1)
    )
    figure.show(
        made,
        key="comparison-spread",
        alt="Members of each faction by stance, issue by issue",
        height=height,
        on_click=_choose_issue,
    )


def show_dissent(view: View, found: Comparison) -> None:
    """Who inside a faction stands against its mean."""
    if found.unit != "factions":
        return
    apart = positions.dissenters(
        found.members[found.members["faction_id"].isin(found.sides)], view.scope.measure
    )
    items = [
        markup.tag(
            "li",
            markup.text(
                f"{view.lookup.actors[row['actor_id']]} {band(row['value']).word} {quoted(view.lookup.issues[row['issue_id']])};"
                f" {view.lookup.factions[row['faction_id']]} on the whole: {band(row['faction_value']).word}"
            ),
        )
        for row in records(apart)
    ]
    body = (
        markup.tag("ul", "".join(items), "sy-list")
        if items
        else markup.tag("p", "No member found on the other side of its faction.", "sy-fine")
    )
    markup.show(markup.tag("h2", "Who dissents", "sy-h2"), body)


def show_words(view: View, found: Comparison) -> None:
    """The sides' own words on one issue, next to each other."""
    order = list(found.gaps["issue_id"])
    labels = {issue: view.lookup.issues[issue] for issue in order}
    markup.show(markup.tag("h2", "Their words, side by side", "sy-h2", id="evidence"))
    issue = state.choose("Issue", ISSUE, labels, default=order[0] if order else None, width=320)
    if issue is None:
        return
    markup.show(markup.tag("p", markup.text(view.lookup.propositions[issue]), "sy-proposition", dir="auto"))
    cells = found.cells
    for side, column in zip(found.sides, st.columns(len(found.sides), gap="medium"), strict=True):
        cell = cells.get((side, issue))
        word = BY_STATE[cell["state"]].word if cell else "not found"
        frame = evidence.rows(view, side if found.unit == "factions" else None)
        own = frame[frame["issue_id"] == issue]
        own = own if found.unit == "factions" else own[own["actor_id"] == side]
        with column:
            markup.show(
                markup.tag("h3", markup.text(f"{view.lookup.units[side]}: {word}"), "sy-h3", dir="auto")
            )
            evidence.panel(view, own, word, key=f"words-{side}", with_heading=False)


def show_twin(view: View, found: Comparison) -> None:
    """The table twin."""
    cells = found.cells
    rows = [
        {
            "Issue": view.lookup.issues[gap["issue_id"]], "Gap": gap["gap"], "Side": view.lookup.units[side],
            "Position": BY_STATE[cells[side, gap["issue_id"]]["state"]].word if (side, gap["issue_id"]) in cells else "not found",
            "Value": cells.get((side, gap["issue_id"]), {}).get("value"), "n": cells.get((side, gap["issue_id"]), {}).get("n", 0),
            "Members who spoke": cells.get((side, gap["issue_id"]), {}).get("n_members", 0), "id": f"{side}/{gap['issue_id']}",
        }
        for gap in records(found.gaps)
        for side in found.sides
    ]  # fmt: skip
    twin.show(
        view, "comparison", pd.DataFrame(rows), [found.answer],
        "A faction's position is the mean of its members' positions, one voice each. Gap: largest minus smallest value, 0 to 4. "
        "Agreement of two sides: 1 − |difference| / 4, mean over shared issues; under two shared issues it is not computed.",
    )  # fmt: skip


def finding(view: View, found: Comparison) -> str:
    """The page's title."""
    return findings.comparison_sentence(found.gaps, view.lookup.issues, view.lookup.units)


def member_counts(view: View, found: Comparison) -> dict[str, int]:
    """How many members each side has as of the scope's date."""
    if found.unit != "factions":
        return dict.fromkeys(found.sides, 1)
    rows = data.ask(actor_questions.faction_sizes, view.database, view.scope).frame
    sizes = dict(zip(rows["faction_id"], rows["n_members"].astype(int), strict=True))
    spoke = found.members.groupby("faction_id")["actor_id"].nunique().to_dict()
    return {side: max(sizes.get(side, 0), int(spoke.get(side, 0))) for side in found.sides}


def _opposed(found: pd.DataFrame, spoken: list[str]) -> list[str]:
    """Without a choice: the two sides with most positions in common that differ most."""
    if len(spoken) < 2:
        return spoken
    values = positions.grid(found, spoken, sorted(found["issue_id"].unique()))
    pairs = agreement.pairs(values)
    ranked = pairs.sort_values(["n_shared", "agreement"], ascending=[False, True], kind="stable")
    return [str(ranked.iloc[0]["first"]), str(ranked.iloc[0]["second"])]


def _choose_issue(click: figure.Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[ISSUE] = str(click.data[1])


def _colours(view: View, sides: list[str]) -> dict[str, str]:
    spare = ("#5b2a56", "#2f7d6b", "#a8324a", "#6b6a2e", "#3d3f8f", "#8a5a3c")
    return {
        side: view.lookup.faction_colours.get(side, spare[place % len(spare)])
        for place, side in enumerate(sides)
    }
