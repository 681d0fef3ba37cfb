"""The numbers as a table, each with its ratio to the empty page and the goal beside it."""

from __future__ import annotations

import os
import platform
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.metadata import version
from statistics import median

from tests.bench.scenes import EMPTY, Scene

COLUMNS = {
    "open": "fresh open",
    "slow": "10 Mbit/s 40 ms",
    "switch": "switch to it",
    "filter": "filter change",
    "server": "its server share",
}
SLOW_GOAL, SERVER_GOAL = 1.5, 40.0
PACKAGES = ("streamlit", "plotly", "duckdb", "pandas", "playwright")


@dataclass
class Measured:
    """Every single measurement, by page and column."""

    runs: int
    about: dict[str, str] = field(default_factory=dict)
    times: dict[str, dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    kept: dict[str, bool] = field(default_factory=dict)

    def add(self, page: str, column: str, taken: float) -> None:
        """Note one measurement."""
        self.times[page][column].append(round(taken, 2))

    def describe(self, chromium: str) -> None:
        """Note what is measured with."""
        self.about = {
            "python": platform.python_version(),
            "chromium": chromium,
            **{name: version(name) for name in PACKAGES},
        }
        self.about |= {"cores": str(os.cpu_count()), "load": f"{os.getloadavg()[0]:.1f}"}

    def middle(self, page: str, column: str) -> float | None:
        """The median."""
        taken = self.times.get(page, {}).get(column)
        return median(taken) if taken else None

    def ratio(self, page: str, column: str) -> float | None:
        """The median as a multiple of the empty page's."""
        own, empty = self.middle(page, column), self.middle(EMPTY.name, column)
        return own / empty if own is not None and empty else None

    def as_json(self) -> dict[str, object]:
        """For --json."""
        return {"runs": self.runs, "about": self.about, "times": self.times, "kept": self.kept}


def table(measured: Measured, scenes: list[Scene]) -> str:
    """Medians in ms and multiples of the empty page; "!" marks what misses its goal."""
    width = 19
    lines = [
        " · ".join(f"{name} {value}" for name, value in measured.about.items()),
        f"Medians of {measured.runs} in ms, and × the empty page in the same run; ! misses its goal.",
        "",
        f"{'':<12}" + "".join(f"{title:>{width}}" for title in COLUMNS.values()),
    ]
    for scene in (EMPTY, *scenes):
        lines.append(
            f"{scene.name:<12}" + "".join(f"{_cell(measured, scene, column):>{width}}" for column in COLUMNS)
        )
    lines.append(
        f"{'goal':<12}"
        + "".join(
            f"{goal:>{width}}"
            for goal in ("", f"≤ {SLOW_GOAL} ×", "", "≤ 1.0 × (tl. 1.2)", f"≤ {SERVER_GOAL:.0f} ms")
        )
    )
    lines += ["", *(f"{what}: {'yes' if survives else 'NO'}" for what, survives in measured.kept.items())]
    for scene in scenes:
        reruns = measured.middle(scene.name, "runs a change")
        if reruns and reruns > 1:
            lines.append(f"{scene.name}: a filter change makes {reruns:.0f} runs")
    return "\n".join(lines)


def _cell(measured: Measured, scene: Scene, column: str) -> str:
    taken, ratio = measured.middle(scene.name, column), measured.ratio(scene.name, column)
    if taken is None:
        return "–"
    if scene is EMPTY or ratio is None:
        return f"{taken:.0f}        "
    missed = {
        "slow": ratio > SLOW_GOAL,
        "filter": round(ratio, 2) > scene.goal,
        "server": taken > SERVER_GOAL,
    }.get(column, False)
    return f"{taken:.0f} {ratio:5.2f}×{'!' if missed else ' '}"
