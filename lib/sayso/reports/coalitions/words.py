"""The page's finding, how well its camps hold, and how they were made, in words."""

from __future__ import annotations

from sayso.model.wording import counted, number, quoted, sentence
from sayso.reports import heading
from sayso.reports.coalitions.grouping import Grouping
from sayso.reports.view import View

SURE = 0.05
METHOD_WORDS = {"louvain": "Louvain", "hierarchical": "average linkage", "k-means": "k-means"}
HELD = (
    (0.8, "camps that hold well when other articles are read"),
    (0.65, "camps that hold in part when other articles are read"),
    (-1.0, "camps that hold poorly: other articles could give others"),
)
"""Words for the adjusted Rand index, after Steinley 2004 (Psychological Methods 9)."""


def finding(view: View, grouping: Grouping) -> str:
    """ "Two camps (stability 0.71), held apart by “Lease the whole port”; five actors stand outside their faction’s majority"."""
    if grouping.n_camps == 0:
        return _no_camps(grouping)
    head = sentence(
        f"{number(grouping.n_camps)} camp{'s' if grouping.n_camps > 1 else ''}{_stability(grouping)}"
    )
    if len(grouping.wedges):
        first = grouping.by_certainty.iloc[0]
        issue = quoted(view.lookup.issues[first["issue_id"]])
        if not first["is_testable"]:
            head += f", furthest apart on {issue}, with too few to test"
        else:
            word = "held apart by" if first["q"] <= SURE else "furthest apart, though not beyond chance, on"
            head += f", {word} {issue}"
    elif grouping.n_camps > 1:
        head += ", and no issue on which two of them were heard"
    else:
        alone = len(grouping.members) - len(grouping.camps)
        head += f" of {number(len(grouping.camps))} actors"
        head += f"; {_stand(number(alone), alone)} alone" if alone else ", and nobody outside it"
    outside = int(grouping.members["is_outside"].sum())
    if outside:
        who = f"{number(outside)} actor{'' if outside == 1 else 's'}"
        head += f"; {_stand(who, outside)} outside {'its' if outside == 1 else 'their'} faction’s majority"
    return head


def _stability(grouping: Grouping) -> str:
    best = grouping.partition
    return (
        "" if best is None or best.stability != best.stability else f" (stability {best.stability:.2f} of 1)"
    )


def _stand(who: str, count: int) -> str:
    return f"{who} {'stands' if count == 1 else 'stand'}"


def _no_camps(grouping: Grouping) -> str:
    if grouping.lacking:
        return f"No camps can be told: {grouping.lacking}"
    return "No camps can be told: nobody stands with another"


def how_well_they_hold(grouping: Grouping) -> tuple[str, ...]:
    """How well the camps hold when articles are drawn again, for the subtitle (the number stands in the title)."""
    best = grouping.partition
    if best is None or not grouping.n_camps:
        return ()
    if best.stability != best.stability:
        return (f"how well they hold cannot be judged from {counted(best.n_documents, 'article')}",)
    word = next(word for least, word in HELD if best.stability >= least)
    return (word,)


def provenance(view: View, grouping: Grouping, *more: str, basis: heading.Basis = "positions") -> str:
    """For the line beneath each chart: what is its own, then method, number of groups, modularity, stability, seed."""
    best = grouping.partition
    if best is None:
        return heading.provenance(view, *more, basis=basis)
    stable = (
        f"stability {best.stability:.2f} over {best.draws} resamples of articles"
        if best.stability == best.stability
        else f"stability cannot be judged from {counted(best.n_documents, 'article')}"
    )
    return heading.provenance(
        view, *more, f"camps: {METHOD_WORDS[best.method]}", counted(best.k, "group"), f"modularity {best.modularity:.2f}",
        stable, seed=best.seed, basis=basis,
    )  # fmt: skip
