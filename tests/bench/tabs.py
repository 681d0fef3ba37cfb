"""One browser tab with a page in it: open it, switch to it, change its filter, each timed by the page's own clock."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, Request, WebSocket

from tests.bench.scenes import Scene

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")
SLOW = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
CHROMIUM = "/usr/bin/chromium"
# Nothing but localhost resolves: an untuned page asks third parties, and their absence must not differ by machine.
FLAGS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost"]


class Tab:
    """A tab in a browser profile of its own: nothing is cached from an earlier one."""

    def __init__(self, browser: Browser, site: str, scene: Scene, *, slow: bool = False) -> None:
        self.site, self.scene = site, scene
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 1440, "height": 900}, color_scheme="light"
        )
        self.page: Page = self.context.new_page()
        self.sent: list[bytes] = []
        self.socket = ""
        self.requests: list[str] = []
        self.page.on("websocket", self._listen)
        self.page.on("requestfinished", self._count)
        self.page.add_init_script(f"window.benchTarget = {self._target(scene)};\n{PROBE}")
        if slow:
            wire = self.context.new_cdp_session(self.page)
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", SLOW)

    def close(self) -> None:
        """Close the tab and forget its profile."""
        self.context.close()

    def open(self) -> float:
        """Milliseconds from navigation to the first chart painted."""
        self.page.goto(self.site + self.scene.path, wait_until="commit")
        return self._timed("window.benchOpened")

    def settle(self) -> None:
        """Wait until the page has nothing left to do."""
        self.page.wait_for_selector('.stApp[data-test-script-state="notRunning"]', state="attached")
        self.page.wait_for_timeout(600)

    def switch(self, scene: Scene) -> float:
        """Milliseconds from the click on the navigation's link to the page painted."""
        self.page.evaluate(f"window.benchTimed = window.bench.switched({self._target(scene)}); 0")
        link = self.page.locator(f'[data-testid="stTopNavLink"][href$="{scene.path}"]')
        link.first.click()
        return self._timed("window.benchTimed", scene)

    def reach_filter(self) -> None:
        """Put the keyboard on the filter, its list open and the first option marked."""
        if self.scene.opener:
            self.page.click(self.scene.opener)
        self.page.locator(self.scene.filter).focus()
        self.page.keyboard.press("ArrowDown")  # "select all"
        self.page.keyboard.press("ArrowDown")
        self.page.wait_for_timeout(300)

    def change(self, key: str) -> float:
        """Milliseconds from `key` (Enter: filter, Backspace: unfilter) to the change painted."""
        before = self.looks()
        self.page.evaluate(f"window.benchTimed = window.bench.changed({json.dumps(self.scene.watched)}); 0")
        self.page.keyboard.press(key)
        taken = self._timed("window.benchTimed")
        if self.looks() == before:
            raise Error(f"{self.scene.name}: the filter changed nothing in {self.scene.watched}")
        return taken

    def looks(self) -> str:
        """What is watched, as HTML."""
        return str(self.page.evaluate(f"window.bench.looks({json.dumps(self.scene.watched)})"))

    def _timed(self, promise: str, scene: Scene | None = None) -> float:
        try:
            return float(self.page.evaluate(promise))
        except Error as error:
            raise Error(f"{(scene or self.scene).name}: {error.message}") from error

    def _target(self, scene: Scene) -> str:
        return json.dumps({"selector": scene.shown, "text": scene.text})

    def _listen(self, socket: WebSocket) -> None:
        self.socket = socket.url
        socket.on(
            "framesent",
            lambda payload: self.sent.append(payload if isinstance(payload, bytes) else payload.encode()),
        )

    def _count(self, request: Request) -> None:
        self.requests.append(request.url)
