"""What stands on each screen: the title, each part, the source summary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from sayso.briefings import source_summary
from sayso.briefings.records import Briefing, Item
from sayso.model.dates import words as date_words
from sayso.reports.exhibit import Exhibit
from sayso.views import markup
from sayso.views.briefings import drawing, words

OnMark = Callable[[str], None]


@dataclass(frozen=True)
class Slide:
    """One screen: a part, or the analyst's or our own words."""

    kind: str
    item: Item | None = None
    text: str = ""

    @property
    def exhibit(self) -> Exhibit | None:
        """What is shown on it."""
        return self.item.exhibit if self.item else None


def of(briefing: Briefing) -> list[Slide]:
    """Every screen in order."""
    summary = briefing.source_summary or source_summary.draft(briefing)
    return [
        Slide("title"),
        *(Slide("item", item) for item in briefing.items if not item.fault),
        *([Slide("sources", text=summary)] if summary else []),
    ]


def show(slide: Slide, briefing: Briefing, place: str, on_mark: OnMark) -> None:
    """Draw one."""
    if slide.kind == "title":
        facts = " · ".join(
            filter(None, [date_words(briefing.held_on) if briefing.held_on else "", _dataset(briefing)])
        )
        markup.show(
            markup.tag("div", markup.tag("h1", markup.told(briefing.title), dir="auto") + markup.tag("p", markup.told(facts), dir="auto"), "sy-slide-title")
        )  # fmt: skip
    elif slide.kind == "sources":
        markup.show(
            markup.tag("h1", "What this rests on", "sy-slide-head"),
            markup.tag("p", markup.told(slide.text), "sy-slide-text", dir="auto"),
        )
    elif slide.exhibit is not None and slide.item is not None:
        _view(slide.item, slide.exhibit, on_mark)
    elif slide.item is not None:
        markup.show(markup.tag("div", words.judged(slide.item), "sy-slide-words"))
    foot = [briefing.marking or "", place]
    markup.show(
        markup.tag(
            "p", "".join(markup.tag("span", markup.text(each), dir="auto") for each in foot), "sy-slide-foot"
        )
    )


def _view(item: Item, exhibit: Exhibit, on_mark: OnMark) -> None:
    mine = " · the analyst’s title" if item.title else ""
    markup.show(
        markup.tag("h1", markup.told(exhibit.title), "sy-slide-head", dir="auto"),
        markup.tag("p", markup.told(exhibit.subtitle + mine), "sy-slide-facts"),
        words.legend(exhibit),
    )
    if item.text:
        markup.show(words.judged(item))
    if exhibit.drawing is None:
        markup.show(words.table(exhibit))
        return
    sides = words.two_sides(exhibit)
    drawn, said = st.columns([1, 1], gap="large") if sides else (st.container(), None)
    with drawn, st.container(key=f"stage-{item.item_id}"):
        figure = exhibit.drawing
        if figure:  # what present.js fits to the screen
            size: dict[str, float] = {"width": 0, "height": figure.height}
            if figure.heads:
                heads = figure.heads
                extra = 26 if heads.column_groups else 0
                size = {
                    "width": heads.row_width + heads.width,
                    "height": heads.column_height + extra + heads.height,
                }
            markup.show(
                markup.tag(
                    "span", "", "sy-stage", **{f"data-{name}": f"{value:.0f}" for name, value in size.items()}
                )
            )
        drawing.show(exhibit, key=f"frozen-{item.item_id}", on_mark=on_mark)
    if said is not None:
        with said:
            markup.show(markup.tag("div", sides, "sy-sides"))


def _dataset(briefing: Briefing) -> str:
    first = next((item.exhibit for item in briefing.views if item.exhibit), None)
    return first.dataset_title if first else ""
