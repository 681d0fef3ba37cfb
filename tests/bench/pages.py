"""How fast is each page, next to an empty Streamlit page? `uv run python tests/bench/pages.py --help`.

Starts Sayso and a plain untuned Streamlit page, and takes turns between them, so that a busy machine slows both:
the ratios hold where the milliseconds drift. A command, not a test: it asserts nothing.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench import keeping, report
from tests.bench.scenes import EMPTY, OTHER_EMPTY, SCENES, Scene
from tests.bench.servers import Sites, running
from tests.bench.tabs import CHROMIUM, FLAGS, Tab
from tests.bench.wire import Replay

SMALL = "iraq-us-troops-2021"
Record = Callable[[str, str, float], None]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write the numbers down if asked."""
    asked = _parser().parse_args(arguments)
    scenes = [scene for scene in SCENES if scene.name in asked.pages]
    measured = report.Measured(runs=asked.runs)
    began = time.monotonic()
    with running(asked.dataset) as sites, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked.chromium, args=FLAGS)
        measured.describe(browser.version)
        for what in asked.what:
            _MEASURES[what](browser, sites, scenes, asked.runs, measured.add)
        if asked.keeping:
            measured.kept["zoom survives a filter change (timeline)"] = keeping.zoom_survives(
                browser, sites.app
            )
            measured.kept["selection survives a filter change (matrix)"] = keeping.selection_survives(
                browser, sites.app
            )
        browser.close()
    print(report.table(measured, scenes))
    print(f"\n{time.monotonic() - began:.0f} s")
    if asked.json:
        asked.json.write_text(json.dumps(measured.as_json(), indent=1), encoding="utf-8")


def _opens(browser: Browser, sites: Sites, scenes: list[Scene], runs: int, record: Record) -> None:
    """Fresh profiles, servers warm: at full speed, and at 10 Mbit/s with 40 ms."""
    for turn in range(runs + 1):  # the first turn warms the servers and is thrown away
        _progress(turn, runs)
        for scene in (EMPTY, *scenes):
            for slow in (False, True):
                with contextlib.closing(Tab(browser, _site(sites, scene), scene, slow=slow)) as tab:
                    taken = tab.open()
                if turn:
                    record(scene.name, "slow" if slow else "open", taken)


def _switches(browser: Browser, sites: Sites, scenes: list[Scene], runs: int, record: Record) -> None:
    """One tab each; the page before is one without a chart."""
    about, quotes = (next(scene for scene in SCENES if scene.name == name) for name in ("about", "quotes"))
    pair, app = Tab(browser, sites.empty_pair, EMPTY), Tab(browser, sites.app, about)
    for tab in (pair, app):
        tab.open()
        tab.settle()
    for turn in range(runs + 1):
        _progress(turn, runs)
        for scene in (EMPTY, *scenes):
            tab = pair if scene is EMPTY else app
            before = OTHER_EMPTY if scene is EMPTY else quotes if scene is about else about
            tab.switch(before)
            tab.settle()
            taken = tab.switch(scene)
            tab.settle()
            if turn:
                record(scene.name, "switch", taken)
    pair.close()
    app.close()


def _filters(browser: Browser, sites: Sites, scenes: list[Scene], runs: int, record: Record) -> None:
    """One tab a page, filtered and unfiltered in turn; then the same messages sent by a bare client."""
    tabs, messages = {}, {}
    filtered = [scene for scene in (EMPTY, *scenes) if scene.filter]
    for scene in filtered:
        tab = tabs[scene.name] = Tab(browser, _site(sites, scene), scene)
        tab.open()
        tab.settle()
        tab.reach_filter()
    for turn in range(-2, runs):
        _progress(turn, runs)
        for scene in filtered:
            tab = tabs[scene.name]
            already = len(tab.sent)
            taken = tab.change("Backspace" if turn % 2 else "Enter")
            messages[scene.name, turn % 2] = tab.sent[already]
            if turn >= 0:
                record(scene.name, "filter", taken)
                record(scene.name, "runs a change", len(tab.sent) - already)
    replays = {name: Replay(tab.socket) for name, tab in tabs.items()}
    for tab in tabs.values():
        tab.close()
    for turn in range(-2, runs):
        for name, replay in replays.items():
            time.sleep(0.05)
            taken = replay.send(messages[name, turn % 2])
            if turn >= 0:
                record(name, "server", taken)
    for replay in replays.values():
        replay.close()


_MEASURES = {"open": _opens, "switch": _switches, "filter": _filters}


def _site(sites: Sites, scene: Scene) -> str:
    return sites.empty if scene is EMPTY else sites.app


def _progress(turn: int, runs: int) -> None:
    print("." if turn < runs - 1 else ".\n", end="", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [scene.name for scene in SCENES]
    parser.add_argument("--runs", type=int, default=15, help="measurements behind each median (15)")
    parser.add_argument(
        "--pages", nargs="+", choices=names, default=names, metavar="PAGE", help=f"any of {', '.join(names)}"
    )
    parser.add_argument(
        "--what",
        nargs="+",
        choices=list(_MEASURES),
        default=list(_MEASURES),
        help="what to measure (everything)",
    )
    parser.add_argument(
        "--no-keeping",
        dest="keeping",
        action="store_false",
        help="leave out whether zoom and selection survive",
    )
    parser.add_argument(
        "--json", type=Path, metavar="FILE", help="also write every single measurement to FILE"
    )
    parser.add_argument(
        "--dataset",
        default="iraq-us-troops-2021",
        help="a folder in data/ (iraq-us-troops-2021, which the scenes know)",
    )
    parser.add_argument("--chromium", default=CHROMIUM, help=f"the browser ({CHROMIUM})")
    return parser


if __name__ == "__main__":
    try:
        main()
    except (Error, RuntimeError) as error:
        sys.exit(f"The bench could not finish: {error}")
