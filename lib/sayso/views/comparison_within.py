"""Agreement between the sides, and what goes on within each: spread and dissent."""

from __future__ import annotations

from sayso.reports.comparison import Comparison
from sayso.views import figure, headline, markup, pictures
from sayso.views.comparison import choose_issue


def show_agreement(report: Comparison) -> None:
    """Agreement of every two sides, with the number of issues it rests on."""
    rows = [
        markup.tag("li", f"{markup.told(names)}: {markup.tag('b', share)} on {extent}")
        for names, share, extent in report.agreements
    ]
    markup.show(markup.tag("h2", "Agreement", "sy-h2"), markup.tag("ul", "".join(rows), "sy-list"))


def show_spread(report: Comparison) -> None:
    """How members are spread within each faction, issue by issue."""
    if report.within is None:
        return
    markup.show(
        markup.tag("h2", "Within each faction", "sy-h2"),
        markup.tag("p", "Members by where they stand; one voice each.", "sy-fine"),
    )
    part = report.within.part
    assert part.draw is not None
    drawing = part.draw(None)
    figure.show(
        drawing.figure, key="comparison-spread", alt=part.title, height=drawing.height, on_click=choose_issue
    )
    headline.provenance(part.provenance)
    pictures.actions(report.view, report, part, {"unit": report.unit, "sides": list(report.sides)})


def show_dissent(report: Comparison) -> None:
    """Who inside a faction stands against its mean."""
    if report.within is None:
        return
    items = [markup.tag("li", markup.told(sentence)) for sentence in report.within.dissent]
    body = (
        markup.tag("ul", "".join(items), "sy-list")
        if items
        else markup.tag("p", "No member found on the other side of its faction.", "sy-fine")
    )
    markup.show(markup.tag("h2", "Who dissents", "sy-h2"), body)
