"""What two coders read in the same passages: laid out so that published α come out again, whatever the variable."""

from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest

import sayso
from sayso.analysis.readings import COLUMNS, Variable, codings_of, report
from sayso.analysis.reliability import Metric, alpha, confusion
from tests.analysis.conftest import by
from tests.analysis.test_reliability import FOUR_OBSERVERS

# Krippendorff (2011), example B: two observers, twelve units, five names.
NAMES = {"A": "aabbdcccedda", "B": "babbbcccedd" + "d"}


def readings(*rows: tuple[str, str, str, str, float], **more: Any) -> pd.DataFrame:
    """(coder, passage, issue, actor, stance) …"""
    frame = pd.DataFrame(rows, columns=["coder", "passage", "issue_id", "actor_id", "stance"])
    return frame.assign(statement_id=[f"s{place:03}" for place in range(len(frame))], condition=None).assign(
        **more
    )


@pytest.mark.parametrize(("metric", "printed"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)])
def test_stances_give_the_printed_alpha(metric: Metric, printed: float) -> None:
    cells = ((coder, unit) for coder in FOUR_OBSERVERS.index for unit in FOUR_OBSERVERS.columns)
    told = ((str(coder), f"p{unit}", float(FOUR_OBSERVERS.at[coder, unit])) for coder, unit in cells)  # type: ignore[arg-type]  # a cell is a Scalar to pandas' stubs: float() takes not all of them
    said = readings(*((coder, unit, "tax", "ann", value) for coder, unit, value in told if value == value))
    found = by(report(said, metric), "variable", "issue_id")
    assert found["stance", ""]["alpha"] == pytest.approx(printed, abs=0.0006)
    assert found["stance", "tax"]["alpha"] == found["stance", ""]["alpha"]
    assert found["stance", ""]["n_units"] == 11 and found["stance", ""]["metric"] == metric


def test_names_give_the_printed_alpha() -> None:
    said = readings(
        *(
            (coder, f"p{place:02}", "tax", name, 1.0)
            for coder, names in NAMES.items()
            for place, name in enumerate(names)
        )
    )
    found = by(report(said), "variable", "issue_id")
    assert found["actor", ""]["alpha"] == pytest.approx(0.692, abs=0.0006)
    assert found["stance", ""]["n_units"] == 9  # a stance is compared where both saw the same actor


def test_an_issue_that_one_did_not_see_counts_only_where_that_coder_read() -> None:
    said = readings(
        ("A", "p1", "tax", "ann", 1), ("A", "p1", "war", "ann", 1), ("B", "p1", "tax", "ann", 1),
        ("A", "p2", "war", "bob", 1), ("B", "p2", "war", "bob", 1), ("A", "p3", "tax", "ann", 1),
    )  # fmt: skip
    codings, issues = codings_of(said, "issue")
    one, other = codings.to_numpy(float).tolist()
    assert one == [1, 1, 0, 1, 1, 0] and other[:4] == [1, 0, 0, 1] and np.isnan(other[4:]).all()
    assert issues.tolist() == ["tax", "war"] * 3
    found = by(report(said), "variable", "issue_id")
    # o = [[2, 1], [1, 4]] over 8 values: 1 − 7 · 2 / (2 · 3 · 5).
    assert found["issue", ""]["alpha"] == pytest.approx(1 - 7 * 2 / (2 * 3 * 5))
    assert found["issue", "tax"]["alpha"] == 1 and found["issue", "war"]["agreement"] == 0.5


def test_conditions_joint_positions_and_second_thoughts() -> None:
    said = readings(
        ("A", "p1", "tax", "ann", 1), ("A", "p1", "tax", "bob", 2), ("B", "p1", "tax", "bob", 1),
        ("B", "p1", "tax", "ann", -1), ("B", "p1", "tax", "ann", 1), condition=["if", None, None, None, "when"],
    )  # fmt: skip
    assert codings_of(said, "actor")[0].iloc[:, 0].tolist() == ["ann; bob"] * 2
    assert codings_of(said, "stance")[0]["p1|tax|ann"].tolist() == [1, 1]
    assert codings_of(said, "condition")[0].T.to_numpy().tolist() == [[1, 1], [0, 0]]


def test_nothing_read_is_nothing_told() -> None:
    for said in (readings(), readings(("A", "p1", "tax", "ann", 1))):
        found = report(said)
        assert list(found) == COLUMNS and found["n_units"].tolist() == [0] * 4 and found["alpha"].isna().all()


def test_the_harbours_two_coders_disagree_on_forty_statements() -> None:
    with sayso.open("data/harbour-debate") as harbour:
        found = by(harbour.reliability(), "variable", "issue_id")
        codings = harbour.codings()
        table = confusion(codings, "coder-a", "coder-b")
        assert set(harbour.codings("actor", coders=["coder-b"]).index) == {"coder-b"}
    both = found["stance", ""]
    assert table.to_numpy().sum() == both["n_units"]
    assert (
        table.to_numpy().sum() - np.diag(table).sum()
        == 40
        == round((1 - both["agreement"]) * both["n_units"])
    )
    assert both["alpha"] == alpha(codings, "ordinal")
    assert {key for key, _ in found} == set(get_args(Variable))
