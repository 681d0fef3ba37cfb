"""Whether the reader's place survives a filter change: the timeline's zoom, and the matrix's chosen cell."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page

from tests.bench.scenes import SCENES, Scene
from tests.bench.tabs import Tab

_BY_NAME = {scene.name: scene for scene in SCENES}
RANGE = "() => document.querySelector('.sf-canvas')._fullLayout.xaxis.range.join(' to ')"


def zoom_survives(browser: Browser, site: str) -> bool:
    """Drag a window on the timeline, filter, and look whether it is still there."""
    tab = _opened(browser, site, _BY_NAME["timeline"])
    try:
        page = tab.page
        before = page.evaluate(RANGE)
        box = page.locator(".sf-canvas .xy .nsewdrag").first.bounding_box()
        if box is None:
            return False
        page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 12)
        page.mouse.down()
        page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 12, steps=8)
        page.mouse.up()
        page.wait_for_timeout(1500)
        zoomed = page.evaluate(RANGE)
        tab.reach_filter()
        tab.change("Enter")
        return bool(zoomed != before and page.evaluate(RANGE) == zoomed)
    finally:
        tab.close()


def selection_survives(browser: Browser, site: str) -> bool:
    """Choose a cell of the matrix, filter by its issue, and look whether its evidence is still open."""
    tab = _opened(browser, site, _BY_NAME["matrix"])
    try:
        page = tab.page
        page.locator(".sf-plot").first.focus()
        page.keyboard.press("Home")
        page.wait_for_timeout(200)
        page.keyboard.press("Enter")
        page.wait_for_selector("#evidence")
        tab.settle()
        chosen = _chosen(page)
        page.click(tab.scene.opener)
        field = page.locator(tab.scene.filter)
        field.focus()
        field.fill(chosen[1])
        page.keyboard.press("ArrowDown")
        tab.page.wait_for_timeout(300)
        tab.change("Enter")
        return bool(all(chosen) and _chosen(page) == chosen and page.locator("#evidence").count())
    finally:
        tab.close()


def _opened(browser: Browser, site: str, scene: Scene) -> Tab:
    tab = Tab(browser, site, scene)
    tab.open()
    tab.settle()
    return tab


def _chosen(page: Page) -> tuple[str, str]:
    asked = parse_qs(urlsplit(page.url).query)
    return asked.get("actor", [""])[0], asked.get("on", [""])[0]
