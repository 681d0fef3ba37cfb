"""The stance matrix on the page: its controls, the chart with its fixed heads, and the legend."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

import streamlit as st

from sayso.model.scales import STEPS
from sayso.model.scope import Unit
from sayso.reports.matrix import ORDER_WORDS, UNIT_WORDS, Matrix, Order
from sayso.reports.report import Part
from sayso.reports.view import View
from sayso.views import figure, headline, markup, state, waiting
from sayso.views.figure import Click
from sayso.views.state import BY_ISSUE, FADE, GROUPED, ISSUE_CHOSEN, ORDER, ROWS, UNIT_CHOSEN

_ROW_HEAD = 184
_AGES = {1: "a year", 2: "two years", 5: "five years", 10: "ten years"}


@dataclass(frozen=True)
class Choice:
    """How the reader wants the rows."""

    unit: Unit
    order: Order
    by_issue: str | None
    together: bool
    fade_years: int | None

    @property
    def options(self) -> dict[str, Any]:
        """As the report takes them."""
        return asdict(self)


def choose_unit(width: int | Literal["stretch"] = "stretch") -> Unit:
    """Whose positions are the rows."""
    words = {str(unit): word for unit, word in UNIT_WORDS.items()}
    chosen = state.choose("Rows", ROWS, words, default="actors", width=width)
    return next((unit for unit in UNIT_WORDS if unit == chosen), "actors")


def controls(view: View) -> Choice:
    """What the rows are, their order, the issue they are ordered by, and whether factions are kept together."""
    with st.popover("Rows and order", icon=":material/swap_vert:", key="matrix-view"):
        unit = choose_unit()
        words = {str(key): word for key, word in ORDER_WORDS.items()}
        asked = state.choose("Order", ORDER, words, default="agreement")
        order: Order = next((key for key in ORDER_WORDS if key == asked), "agreement")
        issues = view.lookup.issues
        issue = state.choose("Ordered by which issue", BY_ISSUE, issues, default=next(iter(issues), None))
        fade = state.choose(
            "Fade cells older than", FADE, {str(n): words for n, words in _AGES.items()}, placeholder="Never",
            help="A cell without a newer statement keeps its colour as a frame only.",
        )  # fmt: skip
        waiting.toggle(view)
        together = st.toggle("Group by faction", key=GROUPED, bind=state.BIND, disabled=unit == "factions")
        st.caption(
            "In the order chosen: pick actors under Filters; rows follow the order in which you pick them."
        )
    return Choice(unit, order, issue, together and unit == "actors", int(fade) if fade else None)


def choose_clicked(click: Click) -> None:
    """Copy a clicked cell into the keys that the address bar holds."""
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[UNIT_CHOSEN], st.session_state[ISSUE_CHOSEN] = (str(part) for part in click.data)


def chart(
    matrix: Matrix,
    part: Part,
    key: str,
    *,
    selected: tuple[str, str] | None = None,
    on_click: Callable[[Click], None] = choose_clicked,
) -> None:
    """Draw the matrix; by default a click copies the cell into the two select boxes."""
    assert part.draw is not None
    drawing = part.draw(selected)
    figure.show(drawing.figure, key=key, alt=part.title, height=1200, on_click=on_click, heads=drawing.heads)


def legend(part: Part, *, cautions: str = "", is_fading: bool = False) -> None:
    """The seven states and "if", in words: never colour alone; what to know of its cells, and how it was made."""
    keys = [
        markup.tag(
            "span",
            markup.tag("b", step.sign) + f" {step.word}",
            f"sy-key sy-key-{step.state}",
            style=f"--fill:{step.fill};--ink:{step.ink}",
        )
        for step in STEPS
    ]
    keys.append(markup.tag("span", markup.tag("i", "if") + " conditional", "sy-key"))
    if is_fading:
        keys.append(markup.tag("span", markup.tag("b", "") + " framed: old", "sy-key sy-key-faded"))
    keys.append(markup.tag("span", "Click a cell for its quotes.", "sy-key"))
    more = [markup.tag("p", markup.text(cautions), "sy-fine")] if cautions else []
    markup.show(markup.tag("p", " ".join(keys), "sy-legend"), *more)
    headline.provenance(part.provenance)
