"""Computed camps beside declared factions: who stands where, who outside the faction's majority."""

from __future__ import annotations

import pandas as pd

from sayso.analysis.frames import records
from sayso.model.wording import counted
from sayso.queries import positions as questions
from sayso.views import data, headline, markup, twin
from sayso.views.coalitions.build import Found, letter, settings
from sayso.views.filters import View


def show_camps(view: View, found: Found) -> None:
    """The table, or why there is none."""
    markup.show(markup.tag("h2", "Camps beside factions", "sy-h2"))
    if found.coalitions is None:
        why = (
            f"Camps need three actors, two of whom agree on an issue; {counted(found.n_actors, 'actor')} spoke in"
            f" {counted(headline.searched(view), 'article')} searched. That is a finding about these articles."
        )
        markup.show(markup.tag("p", markup.text(why), "sy-fine"))
        return
    body = []
    for camp, own in found.members.groupby("coalition"):
        who = "".join(markup.tag("li", _member(view, row)) for row in records(own))
        name = f"Camp {letter(int(str(camp)))}" if len(own) > 1 else "Alone"
        head = f"{markup.tag('b', markup.text(name))}<br>{markup.text(counted(len(own), 'actor'))}"
        body.append(
            markup.tag("tr", markup.tag("td", head) + markup.tag("td", markup.tag("ul", who, "sy-told")))
        )
    heads = markup.tag(
        "tr",
        markup.tag("th", "Computed", scope="col")
        + markup.tag("th", "Actor · declared faction · how often with its camp", scope="col"),
    )
    markup.show(markup.tag("table", markup.tag("thead", heads) + markup.tag("tbody", "".join(body)), "sy-moved"))  # fmt: skip
    show_settings(view, found)
    asked = data.ask(questions.evidence, view.database, view.scope)
    twin.show(
        view, "coalitions", lambda: table(view, found), [asked],
        "Louvain on the network congruence − conflict (average-normalised, without what divides), average linkage on Jaccard distances and "
        "k-means on what actors said: the partition with the highest modularity. Stability: articles drawn again with replacement, adjusted Rand "
        "index with the partition shown (1 the same, 0 chance). A faction’s majority is the camp with more than half of its actors.",
    )  # fmt: skip


def show_settings(view: View, found: Found, *more: str) -> None:
    """Method, settings, seed and data version, under each chart."""
    line = " · ".join([*more, *settings(found), f"data version {view.database.version}"])
    markup.show(markup.tag("p", markup.text(line), "sy-fine"))


def table(view: View, found: Found) -> pd.DataFrame:
    """One row an actor."""
    rows = [
        {
            "Actor": view.lookup.actors[row["unit"]], "Camp": letter(row["coalition"]),
            "Faction": view.lookup.factions.get(row["faction"], ""),
            "Faction’s majority": letter(row["majority"]) if row["majority"] else "",
            "Outside it": "yes" if row["is_outside"] else "",
            "With its camp in resamples": row["together"], "id": row["unit"],
        }
        for row in records(found.members)
    ]  # fmt: skip
    return pd.DataFrame(rows)


def _member(view: View, row: dict[str, object]) -> str:
    unit, faction = str(row["unit"]), str(row["faction"])
    words = markup.tag("bdi", markup.text(view.lookup.actors[unit]))
    if faction:
        words += " · " + markup.tag("bdi", markup.text(view.lookup.factions[faction]))
    together = row["together"]
    if isinstance(together, float):
        words += markup.text(f" · {together:.0%}")
    if row["is_outside"]:
        words += markup.tag("b", markup.text(f" · outside: its faction’s majority is in camp {letter(int(str(row['majority'])))}"))  # fmt: skip
    return words
