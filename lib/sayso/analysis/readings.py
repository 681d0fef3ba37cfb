"""What several coders read in the same passages, laid out so that their agreement can be measured."""

from __future__ import annotations

from typing import Any, Literal, get_args

import numpy as np
import pandas as pd

from sayso.analysis.reliability import Metric, alpha, by_group, percent_agreement

Variable = Literal["stance", "condition", "actor", "issue"]
COLUMNS = ["variable", "issue_id", "metric", "alpha", "agreement", "n_units"]


def codings_of(readings: pd.DataFrame, variable: Variable) -> tuple[pd.DataFrame, pd.Series[str]]:
    """Coders × units, NaN where a coder did not code the unit; and the issue of each unit.

    `readings` has statement_id, coder, passage, issue_id, actor_id, stance, condition (`queries.coding.readings`).

    - stance: a unit is a passage, issue and actor; of one coder's several statements on it the last counts
    - condition: the same units; 1 if the coder gave one, else 0
    - actor: a unit is a passage and issue; whose position it was, several joined by "; "
    - issue: a unit is a passage and any issue of the codings; 1 if the coder found it there, 0 if only others

    Who coded nothing in a passage is missing there: silence is not read as "no".
    """
    said = readings.sort_values("statement_id", kind="stable")
    cells: pd.Series[Any]
    unit = ["passage", "issue_id", *(["actor_id"] if variable in ("stance", "condition") else [])]
    if variable == "actor":
        cells = said.groupby(["coder", *unit])["actor_id"].agg(lambda names: "; ".join(sorted(set(names))))
    elif variable == "issue":
        cells = said.assign(there=1.0).groupby(["coder", *unit])["there"].max()
    else:
        last = said.drop_duplicates(["coder", *unit], keep="last").set_index(["coder", *unit])
        cells = (
            last["stance"].astype(float) if variable == "stance" else last["condition"].notna().astype(float)
        )
    wide = cells.unstack(list(range(1, len(unit) + 1)))
    if variable == "issue":
        wide = _absent(wide)
    issues = pd.Series(wide.columns.get_level_values("issue_id").to_numpy(dtype=object), dtype=object)
    wide.columns = pd.Index(["|".join(map(str, key)) for key in wide.columns], dtype=object)
    issues.index = wide.columns
    return wide, issues


def _absent(wide: pd.DataFrame) -> pd.DataFrame:
    """Every passage × every issue, with 0 where a coder who coded the passage did not find the issue."""
    passages, issues = (sorted(set(wide.columns.get_level_values(name))) for name in ("passage", "issue_id"))
    read = wide.T.groupby("passage").any().T.to_numpy(bool)  # coders × passages, in order
    every = pd.MultiIndex.from_product([passages, issues], names=["passage", "issue_id"])
    whole = wide.reindex(columns=every)
    return whole.mask(whole.isna() & np.repeat(read, len(issues), axis=1), 0.0)


def report(readings: pd.DataFrame, metric: Metric = "ordinal") -> pd.DataFrame:
    """Krippendorff's α and percent agreement per variable, over all issues (issue_id "") and for each.

    Columns: variable, issue_id, metric, alpha, agreement, n_units (coded at least twice). Stances are measured by
    `metric`, the rest is nominal. Issues that nobody coded twice are left out; α is NaN where all values are the same.
    """
    rows = []
    for variable in get_args(Variable):
        codings, issues = codings_of(readings, variable)
        codings = codings.loc[:, (codings.notna().sum() > 1).to_numpy(bool)]
        how: Metric = metric if variable == "stance" else "nominal"
        rows.append((variable, "", how, alpha(codings, how), percent_agreement(codings), codings.shape[1]))
        for group, *figures in by_group(codings, issues[codings.columns], how).itertuples(index=False):
            rows.append((variable, group, how, *figures))
    return pd.DataFrame(rows, columns=COLUMNS).astype({"alpha": np.float64, "agreement": np.float64})
