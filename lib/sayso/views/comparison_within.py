"""Agreement between the sides, and what goes on within each: spread and dissent."""

from __future__ import annotations

from sayso.analysis import agreement, comparison, positions
from sayso.charts.distribution import distribution
from sayso.model.frames import records
from sayso.model.scales import band
from sayso.model.wording import counted, quoted
from sayso.reports import heading
from sayso.reports.view import View
from sayso.views import figure, headline, markup
from sayso.views.comparison import Comparison, choose_issue, member_counts


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
                f"{markup.told(names)}: {markup.tag('b', word)} on {counted(pair['n_shared'], 'shared issue')}",
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
        on_click=choose_issue,
    )
    headline.provenance(heading.provenance(view, "members counted by the band of their position"))


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
            markup.told(
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
