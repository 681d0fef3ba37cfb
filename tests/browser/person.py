"""A person in front of a browser: opens pages, clicks cells, reads what is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, Page, Response, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

# Streamlit looks for its server under the page's own address first, and takes the root when that is not found.
PROBES = re.compile(r"/[a-z]+/_stcore/(health|host-config)$")
CHARTED = ("", "matrix", "timeline", "comparison", "sources", "actor")
DRAWN = """charted => {
  const charts = [...document.querySelectorAll('[data-testid^="stBidiComponent"]')]
    .filter(part => !part.closest('[class*="st-key-sayso-"], [class*="st-key-picture-"]'))
  const expected = charted.includes(location.pathname.slice(1)) && !document.querySelector('.sy-empty')
  return (charts.length || !expected) && charts.every(chart => chart.querySelector('.sf-canvas .main-svg'))
}"""
QUIET = """ms => new Promise(done => {
  let since = performance.now()
  const look = () => {
    const now = performance.now()
    if (!document.querySelector('.stApp[data-test-script-state="notRunning"]')) since = now
    now - since >= ms ? done() : setTimeout(look, 20)
  }
  look()
})"""
CARDS, TITLE = "article.sy-card", "h1.sy-title"


@dataclass
class Person:
    """One tab of a browser, and what went wrong in it."""

    context: BrowserContext
    site: str
    page: Page = field(init=False)
    faults: list[str] = field(default_factory=list)
    warned: int = 0  # times that the browser asked whether to leave the page

    def __post_init__(self) -> None:
        self.page = self.context.new_page()
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.faults.append(f"exception: {error}"))
        self.page.on("response", self._answered)
        self.page.on("dialog", self._asked)

    def open(self, page: str = "", **params: str | list[str]) -> Person:
        """Open a page as a link would, and wait until it stands."""
        return self.follow(f"{self.site}/{page}?{urlencode(params, doseq=True)}".rstrip("?"))

    def follow(self, link: str) -> Person:
        """Open an address."""
        self.page.goto(link)
        self.settled()
        return self

    def settled(self) -> None:
        """Wait until the server has nothing more to say and every chart is drawn.

        A click takes a moment to reach the server: only a page that has stayed quiet is taken to be done.
        """
        expect(self.page.locator('.stApp[data-test-script-state="notRunning"]')).to_be_visible()
        self.page.evaluate(QUIET, 120)
        expect(self.page.locator(".sy-kicker, .sy-empty").first).to_be_visible()
        self.page.wait_for_function(DRAWN, arg=list(CHARTED))

    def go(self, title: str) -> None:
        """Move to another page by the navigation."""
        self.page.get_by_role("link", name=title, exact=True).first.click()
        expect(self.page.locator(".sy-kicker")).to_contain_text(title)
        self.settled()

    def click_cell(self, row: str, column: str) -> None:
        """Click the cell under the heads `row` and `column`."""
        across = self.head("columns", column).bounding_box()
        down = self.head("rows", row).bounding_box()
        assert across and down
        self.page.mouse.click(across["x"] + across["width"] / 2, down["y"] + down["height"] / 2)

    def head(self, side: str, label: str) -> Locator:
        """A row's or a column's head."""
        found = self.page.locator(f".sf-{side} .sf-head", has=self.page.get_by_text(label, exact=True)).first
        found.scroll_into_view_if_needed()
        return found

    def heads(self, side: str) -> list[str]:
        """What the heads say, in order."""
        return self.page.locator(f".sf-{side} .sf-head bdi").all_inner_texts()

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a select box, or add one to a multi-select, by typing.

        The list may close when the page is redrawn under the pointer; a person then opens it again.
        """
        box = self.page.get_by_role("combobox", name=label)
        wanted = self.page.get_by_role("option", name=option)
        for patience in (4_000, 4_000, None):
            box.click()
            box.fill(option)
            try:
                return wanted.first.click(timeout=patience)
            except PlaywrightTimeoutError:
                if patience is None:
                    raise

    def filter(self, label: str, option: str) -> None:
        """Set one of the shared filters."""
        self.page.locator(".st-key-filter-popover button").first.click()
        self.choose(label, option)
        self.leave_popover()
        self.settled()

    def leave_popover(self) -> None:
        """Close what is open: Escape leaves the list first, then the popover."""
        body = self.page.get_by_test_id("stPopoverBody")
        for _ in range(3):
            if body.is_visible():
                self.page.keyboard.press("Escape")
        expect(body).to_be_hidden()

    def link(self) -> str:
        """What "Copy link" offers."""
        self.page.get_by_role("button", name="Copy link").click()
        link = self.page.get_by_test_id("stPopoverBody").locator("code").inner_text()
        self.leave_popover()
        return link

    def evidence(self) -> list[str]:
        """Someone's words, as shown once the page stands."""
        self.settled()
        return self.page.locator(f"{CARDS} :is(.sy-quote, .sy-act)").all_inner_texts()

    @property
    def title(self) -> str:
        """The page's finding."""
        return self.page.locator(TITLE).inner_text()

    @property
    def asked(self) -> dict[str, list[str]]:
        """What the address bar says once the page stands."""
        self.settled()
        return parse_qs(urlsplit(self.page.url).query)

    def chart(self, wanted: str) -> Any:
        """Something of the first chart's figure, as JavaScript of `c`."""
        return self.page.evaluate(
            f"(() => {{ const c = document.querySelector('.sf-canvas'); return {wanted} }})()"
        )

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not PROBES.search(message.location.get("url", "")):
            self.faults.append(f"console: {message.text}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and not PROBES.search(response.url):
            self.faults.append(f"{response.status}: {response.url}")

    def _asked(self, dialog: Any) -> None:
        if dialog.type == "beforeunload":  # the browser's own question, answered with "Leave"
            self.warned += 1
            dialog.accept()
            return
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()
