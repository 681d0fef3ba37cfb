"""What the picture owes to each outlet and article: whom they quote, how mixed they are, and what moves without them."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from sayso.analysis.change import shifts
from sayso.analysis.positions import actor_positions, faction_positions
from sayso.analysis.recount import counted, counted_members, kept
from sayso.model.scope import CountBy, Measure

CREDITED = ["article_id", "original_id", "outlet", "reliability", "credibility"]
READ = [
    "statement_id", "actor_id", "issue_id", "stance", "condition", "basis", "stated_on", "said_on", "quote_id", "event_id", *CREDITED,
]  # fmt: skip


def shares(rows: pd.DataFrame, of: str, within: str | None = None, key: str = "statement_id") -> pd.DataFrame:
    """How the distinct `key`s of `rows` fall on the values of `of`, in all or within each value of `within`.

    Whom each outlet quotes: of "speaker_id" within "outlet" by key "quote_id"; the reliability mix: of "reliability";
    languages: of "quote_language". Columns: `within` (if given), `of`, n, share (0 … 1 of the group), the largest
    first. Missing values of `of` count as "", rows without a `key` (acts have no quote) do not count.
    """
    groups = [within] if within else []
    told = rows.dropna(subset=[key]).drop_duplicates([*groups, of, key])
    told = told.assign(**{of: told[of].fillna("").astype(str)})
    found = told.groupby([*groups, of]).size().rename("n").reset_index()
    total = found.groupby(within)["n"].transform("sum") if within else found["n"].sum()
    found = found.assign(share=found["n"] / total)
    order = found.sort_values(
        [*groups, "n", of], ascending=[*[True] * len(groups), False, True], kind="stable"
    )
    return order.reset_index(drop=True)


def concentration(found: pd.DataFrame, of: str, within: str | None = None) -> pd.DataFrame:
    """How concentrated `shares` are, one row per group (or one in all).

    herfindahl = Σ share², 1/k … 1 over k values; effective = 1 / herfindahl, the number of equal shares that would be
    as concentrated; corrected = Σ n_i (n_i − 1) / N (N − 1), the chance that two draws fall together, which few rows
    do not inflate (Simpson 1949; NaN for N < 2). Columns: `within` (if given), n, n_values, herfindahl, effective,
    corrected, largest, largest_share. Source: Hirschman 1964.
    """
    rows = []
    for name, group in found.groupby(within) if within else [("", found)]:
        if group.empty:
            continue
        n, total = group["n"].to_numpy(float), float(group["n"].sum())
        herfindahl = float(((n / total) ** 2).sum())
        corrected = float((n * (n - 1)).sum() / (total * (total - 1))) if total > 1 else np.nan
        top = int(n.argmax())
        head = (name,) if within else ()
        largest = str(group[of].iloc[top]), float(n[top] / total)
        rows.append((*head, int(total), len(n), herfindahl, 1 / herfindahl, corrected, *largest))
    columns = ["n", "n_values", "herfindahl", "effective", "corrected", "largest", "largest_share"]
    return pd.DataFrame(rows, columns=[*([within] if within else []), *columns])


def without_articles(
    statements: pd.DataFrame, gone: Collection[str], reports: pd.DataFrame | None = None
) -> pd.DataFrame:
    """The counting statements that are left if the articles `gone` were withdrawn.

    `statements` are rows of `queries.positions.evidence`. Copies of a withdrawn original stay. An act credited to a
    withdrawn article is credited to the earliest other one of `reports` (rows of `queries.outlets.credits`) that
    reports it; if there is none, if that one is not in scope, or `reports` is not given, it goes as well.
    """
    is_gone = statements["article_id"].isin(list(gone))
    left = statements[~is_gone]
    if reports is None or not is_gone.any():
        return left
    others = reports[~reports["article_id"].isin(list(gone))].sort_values(["published_by", "article_id"])
    others = others.drop_duplicates("event_id")
    if "is_in_scope" in others:
        others = others[others["is_in_scope"].astype(bool)]
    others = others[["event_id", *CREDITED]]
    acts = statements[is_gone & statements["quote_id"].isna()]
    credited = acts.drop(columns=[name for name in CREDITED if name in acts]).merge(others, on="event_id")
    return pd.concat([left, credited.reindex(columns=statements.columns)], ignore_index=True)


def effect(
    statements: pd.DataFrame,
    left: pd.DataFrame,
    *,
    count_by: CountBy = "article",
    measure: Measure = "mean",
    memberships: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Which positions change if only the statements `left` count, as `change.shifts` with "moved" ones.

    Of actors, or with `memberships` (see `recount.as_members`) of factions. "lost" positions were known from what is
    gone alone; "moved" ones have another mean in the same band.
    """
    said = _narrow(statements)
    before = _positions(said, count_by, measure, memberships)
    return _effect(before, said, _narrow(left), count_by, measure, memberships)


def leave_one_out(
    statements: pd.DataFrame,
    *,
    count_by: CountBy = "article",
    measure: Measure = "mean",
    memberships: pd.DataFrame | None = None,
    reports: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """`effect` of leaving out each outlet in turn: the columns of `change.shifts` after `outlet`.

    Acts of which another outlet reports stay (see `without_articles`). Outlets that change nothing have no rows.
    """
    found = []
    said = _narrow(statements)
    before = _positions(said, count_by, measure, memberships)
    for outlet, own in said.groupby("outlet", sort=True):
        gone = set(own["article_id"].dropna())
        if reports is not None:
            gone |= set(reports.loc[reports["outlet"] == outlet, "article_id"])
        left = without_articles(said, gone, reports)
        moved = _effect(before, said, left, count_by, measure, memberships)
        found.append(moved.assign(outlet=outlet))
    if not found:
        return effect(statements, statements, memberships=memberships).assign(outlet="")
    every = pd.concat(found, ignore_index=True)
    return every[["outlet", *[name for name in every.columns if name != "outlet"]]]


def dependence(left_out: pd.DataFrame, n_positions: int) -> pd.DataFrame:
    """Per outlet of `leave_one_out`: n_shifted (another state), n_lost, n_moved, and share of `n_positions` in all three.

    The outlet on which most rests comes first. "conditional" rows do not count.
    """
    rows = []
    for outlet, moved in left_out.groupby("outlet"):
        sizes = [int((moved["change"] == change).sum()) for change in ("shifted", "lost", "moved")]
        rows.append((outlet, *sizes, sum(sizes) / n_positions if n_positions else np.nan))
    found = pd.DataFrame(rows, columns=["outlet", "n_shifted", "n_lost", "n_moved", "share"])
    order = found.assign(most=found["n_shifted"] + found["n_lost"])
    order = order.sort_values(["most", "n_moved", "outlet"], ascending=[False, False, True])
    return order.drop(columns="most").reset_index(drop=True)


def _narrow(statements: pd.DataFrame) -> pd.DataFrame:
    """The columns that are read here: carrying quotes and notes through every outlet's turn takes most of the time."""
    own = statements[[name for name in READ if name in statements]]
    return own.astype(
        {name: object for name, kind in own.dtypes.items() if pd.api.types.is_string_dtype(kind)}
    )


def _effect(
    before: pd.DataFrame, said: pd.DataFrame, left: pd.DataFrame, count_by: CountBy, measure: Measure,
    memberships: pd.DataFrame | None,
) -> pd.DataFrame:  # fmt: skip
    """`effect`, counting again only where something is gone: a position is made of its own statements."""
    stay = dict(zip(left["statement_id"], left["article_id"], strict=True))
    is_touched = [
        key not in stay or (stay[key] != article and not (pd.isna(stay[key]) and pd.isna(article)))
        for key, article in zip(said["statement_id"], said["article_id"], strict=True)
    ]
    on = ["actor_id", "issue_id"] if memberships is None else ["issue_id"]
    cells = set(said.loc[np.array(is_touched, bool), on].itertuples(index=False, name=None))
    units = ["unit_id", "issue_id"] if memberships is None else ["issue_id"]
    was, own = _in(before, units, cells), _in(left, on, cells)
    return shifts(was, _positions(own, count_by, measure, memberships), also_moved=True)


def _in(frame: pd.DataFrame, columns: list[str], cells: Collection[tuple[object, ...]]) -> pd.DataFrame:
    rows = frame[columns].itertuples(index=False, name=None)
    return frame[np.fromiter((row in cells for row in rows), bool, len(frame))]


def _positions(
    statements: pd.DataFrame, count_by: CountBy, measure: Measure, memberships: pd.DataFrame | None
) -> pd.DataFrame:
    said = kept(statements, count_by)
    if memberships is None:
        return actor_positions(counted(said), measure)
    return faction_positions(counted_members(said, memberships), measure)
