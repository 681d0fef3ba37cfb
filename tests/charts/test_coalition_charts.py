"""The agreement matrix and polarization over time, read from their figures."""

from datetime import date

from sayso.charts.agreement_matrix import agreement_matrix, fill_of
from sayso.charts.polarization import polarization

NAMES = {"a": "<b>Ann</b>", "b": "Bob", "c": "Cy"}


def test_each_pair_has_its_number_and_n_and_too_few_has_a_dash() -> None:
    made = agreement_matrix({("a", "b"): (0.75, 3), ("a", "c"): (None, 1)}, ["a", "b", "c"], NAMES)
    traces = {trace.name: trace for trace in made.data}
    assert sorted(traces["numbers"].text) == ["<b>75</b><br>n=3"] * 2 + ["–"] * 2
    assert list(traces["cells"].customdata[0][1]) == ["a", "b"]
    assert "&lt;b&gt;Ann" in traces["cells"].hovertext[0][1] and "75%" in traces["cells"].hovertext[1][0]
    assert "too few to compare" in traces["cells"].hovertext[0][2]


def test_what_rests_on_few_issues_has_a_smaller_box_and_the_same_colour() -> None:
    pairs = {("a", "b"): (0.75, 2), ("a", "c"): (0.75, 9)}
    boxes = [
        trace for trace in agreement_matrix(pairs, ["a", "b", "c"], NAMES).data if trace.name == "agreement"
    ]
    widths: dict[str, list[float]] = {trace.fillcolor: [] for trace in boxes}
    for trace in boxes:
        across = [x for x in trace.x if x is not None]
        widths[trace.fillcolor].append(max(across[:6]) - min(across[:6]))
    ((narrow, wide),) = (sorted(found) for found in widths.values())
    assert narrow < wide


def test_more_agreement_is_darker_to_the_end() -> None:
    assert len({fill_of(share) for share in (0, 0.25, 0.5, 0.75, 1)}) == 5
    assert fill_of(1.0) == fill_of(0.99)


def test_a_window_without_enough_leaves_a_gap_and_events_are_ticks() -> None:
    row = {
        "first": date(2024, 1, 1),
        "last": date(2024, 3, 1),
        "n": 12,
        "chance": 0.5,
        "chance_low": 0.4,
        "chance_high": 0.6,
    }
    rows = [
        row | {"middle": date(2024, 2, 1), "share": 0.8},
        row | {"middle": date(2024, 3, 1), "share": None},
    ]
    made = polarization(rows, [(date(2024, 2, 2), "<i>Vote", 1), (date(2024, 2, 9), "Fog", None)])
    traces = {trace.name: trace for trace in made.data}
    assert list(traces["polarization"].y) == [0.8, None]
    assert set(traces["chance"].y) == {0.4, 0.6} and traces["chance"].fill == "toself"
    assert "&lt;i&gt;Vote" in traces["events"].hovertext[0]
    words = [note.text for note in made.layout.annotations]
    assert words == ["<b>1</b>", "ties that fit the camps", "what chance would give"]


def test_numbers_of_events_near_each_other_stand_one_over_the_other() -> None:
    events = [(date(2024, 1, day), "Vote", day) for day in (1, 2, 3)] + [(date(2025, 1, 1), "Far", 4)]
    heights = [note.y for note in polarization([], events).layout.annotations]
    assert len(set(heights[:3])) == 3 and heights[3] == heights[0]
