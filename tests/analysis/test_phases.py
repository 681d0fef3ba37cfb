"""When the network changed, beside what chance gives."""

from datetime import date

import pandas as pd
import pytest

from sayso.analysis.networks import windows
from sayso.analysis.networks.phases import Distance, changes, moments, window_distances
from sayso.analysis.recount import as_units, kept

LEVELS = [-1.0, 1.0]
DISTANCES: tuple[Distance, ...] = ("ties", "spectrum")


def debate(turn: str | None = "2024-07-01", days: int = 360) -> pd.DataFrame:
    """Six units speak every ten days, in one document a day; at the turn two of them change sides."""
    rows = []
    for number, day in enumerate(pd.date_range("2024-01-01", periods=days // 10, freq="10D")):
        for unit in "ABCDEF":
            side = unit in "ABC"
            if turn and day >= pd.Timestamp(turn) and unit in "CF":
                side = not side
            rows.append((unit, "pq"[number % 2], 1.0 if side else -1.0, day, f"d{number}"))
    return pd.DataFrame(rows, columns=["unit", "issue", "level", "said_on", "document_id"])


def test_a_turn_is_found_where_it_is() -> None:
    found = changes(debate(), LEVELS, days=90, step=10)
    (moment,) = moments(found, days=90)["day"].tolist()
    assert abs((moment - date(2024, 7, 1)).days) <= 10
    peak = found.sort_values("distance").iloc[-1]
    assert peak["p"] == pytest.approx(1 / 200) and peak["chance_high"] < 0.5 < peak["distance"]


def test_where_nothing_turns_nothing_is_found() -> None:
    found = changes(debate(None), LEVELS, days=90, step=30)
    assert len(found) > 4 and moments(found).empty and found["distance"].max() < 0.2


def test_two_who_trade_places_leave_the_shape_as_it_was() -> None:
    ties, shape = (
        changes(debate(), LEVELS, days=90, step=10, distance=distance)["distance"].to_numpy()
        for distance in DISTANCES
    )
    turn = int(ties.argmax())
    assert ties[turn] > 0.5 and shape[turn] < 0.05


def test_the_same_seed_gives_the_same_and_order_does_not_matter() -> None:
    said = debate()
    mixed = said.sample(frac=1, random_state=2)
    for distance in DISTANCES:
        one, other = (
            changes(frame, LEVELS, days=90, distance=distance, draws=20, seed=3) for frame in (said, mixed)
        )
        pd.testing.assert_frame_equal(one, other)


def test_too_little_says_nothing() -> None:
    assert changes(debate().iloc[:0], LEVELS).empty
    assert changes(debate(days=60), LEVELS).empty
    assert changes(debate(), LEVELS, days=15, step=10).empty
    assert moments(changes(debate().iloc[:0], LEVELS)).empty


def test_windows_on_either_side_of_the_turn_are_far_apart() -> None:
    apart = window_distances(list(windows(debate(), "months", 2)), LEVELS)
    cells = apart.to_numpy(float)
    assert cells[1, -2] > 3 * cells[0, 2] and (cells.diagonal() == 0).all()
    pd.testing.assert_frame_equal(apart, apart.T)
    assert window_distances(list(windows(debate(), "months", 2)), LEVELS, "spectrum").shape == apart.shape
    assert window_distances([], LEVELS).empty


def test_the_harbour_network_changes_most_about_when_the_coalition_breaks(
    harbour_statements: pd.DataFrame,
) -> None:
    said = as_units(kept(harbour_statements))
    found = changes(said, [-2, -1, 0, 1, 2], days=180)
    excess = (found["distance"] - found["chance"]).to_numpy()
    assert date(2024, 10, 1) < found["day"].iloc[int(excess.argmax())] < date(2025, 1, 31)
