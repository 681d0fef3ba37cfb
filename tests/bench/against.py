"""Is any page slower than in another checkout? `uv run python tests/bench/against.py ../other-tree`.

Serves both, and takes turns between them page by page, so that a busy machine slows both alike: only the ratios are
meant. A command, not a test: it asserts nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Error, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.scenes import SCENES, Scene
from tests.bench.servers import two_versions
from tests.bench.tabs import CHROMIUM, FLAGS, Tab
from tests.bench.wire import Replay

Times = dict[tuple[str, str, str], list[float]]
"""Milliseconds by page, what was timed, and version."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("other", type=Path, help="the other checkout, with its .venv")
    parser.add_argument("--dataset", default="harbour-debate", help="a folder in data/ (harbour-debate)")
    parser.add_argument("--runs", type=int, default=9, help="measurements behind each median (9)")
    parser.add_argument("--pages", nargs="+", default=[scene.name for scene in SCENES], metavar="PAGE")
    chosen = parser.parse_args()
    scenes = [scene for scene in SCENES if scene.name in chosen.pages]
    times: Times = defaultdict(list)
    with two_versions(chosen.dataset, chosen.other) as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for scene in scenes:
            _open(browser, sites, scene, chosen.runs, times)
            if scene.filter:
                _filter(browser, sites, scene, chosen.runs, times)
            print(_line(scene.name, times), flush=True)
        browser.close()


def _open(browser: Browser, sites: dict[str, str], scene: Scene, runs: int, times: Times) -> None:
    """A fresh profile each time; the first turn warms the servers and is thrown away."""
    for turn in range(runs + 1):
        for version, site in sites.items():
            tab = Tab(browser, site, scene)
            taken = tab.open()
            tab.close()
            if turn:
                times[scene.name, "open", version].append(taken)


def _filter(browser: Browser, sites: dict[str, str], scene: Scene, runs: int, times: Times) -> None:
    """What the browser sends to filter and to unfilter, sent again by a bare client: the server's share."""
    replays: dict[str, tuple[Replay, list[bytes]]] = {}
    for version, site in sites.items():
        tab = Tab(browser, site, scene)
        tab.open()
        tab.settle()
        tab.reach_filter()
        messages = []
        for key in ("Enter", "Backspace"):
            already = len(tab.sent)
            tab.change(key)
            messages.append(tab.sent[already])
        replays[version] = Replay(tab.socket), messages
        tab.close()
    for turn in range(-2, 2 * runs):
        for version, (replay, messages) in replays.items():
            taken = replay.send(messages[turn % 2])
            if turn >= 0:
                times[scene.name, "filter", version].append(taken)
    for replay, _ in replays.values():
        replay.close()


def _line(page: str, times: Times) -> str:
    cells = []
    for what in ("open", "filter"):
        this, other = (times.get((page, what, version)) for version in ("this", "other"))
        if this and other:
            ratio = median(this) / median(other)
            cells.append(f"{what} {median(this):7.0f} / {median(other):7.0f} ms = {ratio:.2f}")
    return f"{page:<12}" + "   ".join(cells)


if __name__ == "__main__":
    try:
        main()
    except (Error, RuntimeError) as error:
        sys.exit(f"The bench could not finish: {error}")
