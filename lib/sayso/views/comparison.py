"""Two or more sides, issue by issue: gaps, spread within, agreement, dissent, and their words side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis import agreement, comparison, findings, positions
from sayso.charts.dumbbell import dumbbell
from sayso.model.frames import records
from sayso.model.scales import BY_STATE, ink_on
from sayso.model.wording import counted, listed
from sayso.queries import actors as actor_questions
from sayso.queries import positions as questions
from sayso.queries.answer import Answer
from sayso.reports import heading
from sayso.reports.evidence import evidence_of
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import evidence, figure, headline, markup, state, twin
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
    answer = ask(question, view.database, view.scope)
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
    figure.show(made, key="comparison-dumbbell", alt=alt, height=height, on_click=choose_issue)
    headline.provenance(
        heading.provenance(
            view, f"positions of {found.unit}, sorted by the gap between the highest and the lowest"
        )
    )


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
                style=f"--fill:{colours[side]};--ink:{ink_on(colours[side])}",
                dir="auto",
            )
        )
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"))


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
        own = (
            evidence_of(view, faction=side, issue=issue)
            if found.unit == "factions"
            else evidence_of(view, actor=side, issue=issue)
        )
        with column:
            markup.show(
                markup.tag("h3", markup.told(f"{view.lookup.units[side]}: {word}"), "sy-h3", dir="auto")
            )
            evidence.panel(view, own, word, key=f"words-{side}", with_heading=False)


def show_twin(view: View, found: Comparison) -> None:
    """The table twin."""
    twin.of_frame(
        view, "comparison", lambda: table(view, found), [found.answer],
        "A faction's position is the mean of its members' positions, one voice each. Gap: largest minus smallest value, 0 to 4. "
        "Agreement of two sides: 1 − |difference| / 4, mean over shared issues; under two shared issues it is not computed.",
    )  # fmt: skip


def table(view: View, found: Comparison) -> pd.DataFrame:
    """The comparison as rows: one a side and issue."""
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
    return pd.DataFrame(rows)


def finding(view: View, found: Comparison) -> str:
    """The page's title."""
    return findings.comparison_sentence(found.gaps, view.lookup.issues, view.lookup.units)


def member_counts(view: View, found: Comparison) -> dict[str, int]:
    """How many members each side has as of the scope's date."""
    if found.unit != "factions":
        return dict.fromkeys(found.sides, 1)
    rows = ask(actor_questions.faction_sizes, view.database, view.scope).frame
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


def choose_issue(click: figure.Click) -> None:
    """Copy a clicked mark's issue into the key that the address bar holds."""
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[ISSUE] = str(click.data[1])


def _colours(view: View, sides: list[str]) -> dict[str, str]:
    spare = ("#5b2a56", "#2f7d6b", "#a8324a", "#6b6a2e", "#3d3f8f", "#8a5a3c")
    return {
        side: view.lookup.faction_colours.get(side, spare[place % len(spare)])
        for place, side in enumerate(sides)
    }
