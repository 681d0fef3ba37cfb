"""What else is known of an actor: names, memberships, and who quotes, mentions and addresses it."""

from __future__ import annotations

from sayso.reports.actor import Actor
from sayso.reports.listing import Listing
from sayso.reports.report import Part
from sayso.views import figure, markup, pictures


def names(report: Actor) -> None:
    """Names and spellings as found in texts."""
    items = " ".join(markup.words(row["alias"], row["language"], css="sy-alias") for row in report.aliases)
    key = report.person["wikidata_id"]
    wikidata = markup.link(f"Wikidata {key}", f"https://www.wikidata.org/wiki/{key}") if key else ""
    markup.show(
        markup.tag("h2", "Names as found", "sy-h2"),
        markup.tag("p", items or markup.text("None recorded."), "sy-aliases"),
        markup.tag("p", wikidata, "sy-fine") if wikidata else "",
    )


def memberships(report: Actor, part: Part) -> None:
    """Where the actor belongs, and when."""
    markup.show(markup.tag("h2", "Memberships", "sy-h2"))
    if part.draw is None:
        markup.show(markup.tag("p", "None recorded.", "sy-fine"))
        return
    drawing = part.draw(None)
    figure.show(drawing.figure, key="actor-memberships", alt=part.title, height=drawing.height)
    pictures.actions(report.view, report, part, {"actor": report.actor})
    lines = report.membership_lines
    markup.show(*[markup.tag("p", markup.text(line), "sy-fine", dir="auto") for line in lines])


def links(report: Actor) -> None:
    """Who quotes, mentions and addresses the actor, and the events it takes part in."""
    for listing in report.links:
        _list(listing)


def _list(listing: Listing[str]) -> None:
    markup.show(markup.tag("h2", listing.heading, "sy-h2"))
    items = [markup.tag("li", markup.text(line), dir="auto") for line in listing.rows]
    rows = markup.tag("ul", "".join(items), "sy-list") if items else ""
    markup.show(rows, markup.tag("p", listing.note, "sy-fine") if listing.note else "")
