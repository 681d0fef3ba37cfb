"""Dark mode and a phone: everything can be read, nothing runs off the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize

from sayso.views.registry import PAGES
from tests.browser.person import Person

KEYS = [page.key for page in PAGES]
CELL = {"actor": "Fuad Hussein", "on": "All foreign troops out"}
# Every text that is painted, with the contrast to what it is painted on (WCAG's formula).
FAINT = """() => {
  const parse = css => (css.match(/[\\d.]+/g) ?? []).map(Number)
  const light = ([r, g, b]) => [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const paper = node => {
    for (let at = node; at; at = at.parentElement) {
      const [r, g, b, a = 1] = parse(getComputedStyle(at).backgroundColor)
      if (a > 0.5) return [r, g, b]
    }
    return parse(getComputedStyle(document.querySelector('.stApp')).backgroundColor)
  }
  const seen = node => { for (let at = node, o = 1; at; at = at.parentElement) { o *= getComputedStyle(at).opacity; if (!at.parentElement) return o } }
  return [...document.querySelectorAll('.stMain :is(h1, h2, h3, p, span, b, li, td, th, small, bdi, blockquote, label, button)')]
    .filter(node => [...node.childNodes].some(c => c.nodeType === 3 && c.data.trim()) && node.getClientRects().length
      && node.checkVisibility({ visibilityProperty: true }) && !node.closest('[disabled], .sf-unseen, [data-testid="stIconMaterial"]'))
    .map(node => {
      const back = paper(node), share = seen(node)
      const ink = parse(getComputedStyle(node).color).slice(0, 3).map((v, i) => v * share + back[i] * (1 - share))
      const [a, b] = [light(ink), light(back)].sort((x, y) => y - x)
      return [Math.round((a + 0.05) / (b + 0.05) * 100) / 100, node.className, node.textContent.trim().slice(0, 40)]
    }).filter(([contrast]) => contrast < 4.5)
}"""
DRAWN_TEXT = """() => [...document.querySelectorAll('.sf-canvas text')].filter(t => t.textContent.trim())
  .map(t => getComputedStyle(t).fill)"""


def luminance(css: str) -> float:
    """How light a computed colour is, 0 to 255."""
    parts = [float(part) for part in css[css.index("(") + 1 : -1].replace(",", " ").split()[:3]]
    return sum(parts) / 3


@pytest.fixture(scope="module")
def dark(browser: Browser, site: str) -> Iterator[Person]:
    """Someone who prefers dark pages."""
    with browser.new_context(color_scheme="dark", reduced_motion="reduce") as context:
        yield Person(context, site)


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Person]:
    """Someone on a train."""
    size = ViewportSize(width=390, height=844)
    with browser.new_context(
        viewport=size, has_touch=True, is_mobile=True, reduced_motion="reduce"
    ) as context:
        yield Person(context, site)


@pytest.fixture(params=KEYS)
def page(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_dark_paper_is_dark_and_every_text_is_seen(dark: Person, page: str) -> None:
    person = dark.open(page, **(CELL if page == "matrix" else {}))
    assert (
        luminance(person.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor"))
        < 40
    )
    assert person.page.evaluate(FAINT) == []
    inks = person.page.evaluate(DRAWN_TEXT)
    assert not inks or max(luminance(ink) for ink in inks) > 150


def test_light_paper_is_light_and_every_text_is_seen(person: Person, page: str) -> None:
    person.open(page, **(CELL if page == "matrix" else {}))
    assert (
        luminance(person.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor"))
        > 230
    )
    assert person.page.evaluate(FAINT) == []


def test_a_phone_never_scrolls_sideways(phone: Person, page: str) -> None:
    person = phone.open(page, **(CELL if page == "matrix" else {}))
    wide = """() => [...document.querySelectorAll('.stMain *')].filter(node => node.getBoundingClientRect().right > innerWidth + 1
      && !node.closest('.sf-scroll, [data-testid="stDataFrame"], [role="tablist"], pre, .stCode')
      && node.checkVisibility()).map(node => node.className).slice(0, 5)"""
    assert person.page.evaluate("[document.documentElement.scrollWidth, innerWidth]") == [390, 390]
    assert person.page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth"), (
        person.page.evaluate(wide)
    )


def _left(place: Locator) -> float:
    """Where something begins, in pixels from the left; fails if it is not drawn."""
    box = place.bounding_box()
    assert box
    return box["x"]


def test_on_a_phone_the_matrix_scrolls_under_its_heads(phone: Person) -> None:
    person = phone.open("matrix")
    rows, columns = person.page.locator(".sf-rows").first, person.page.locator(".sf-columns").first
    corner = _left(rows), _left(columns)
    person.page.evaluate("document.querySelector('.sf-scroll').scrollTo(200, 0)")
    moved = _left(rows), _left(columns)
    assert moved[0] == corner[0]
    assert moved[1] == corner[1] - 200


def test_targets_are_large_enough_for_a_finger(phone: Person) -> None:
    person = phone.open("matrix", **CELL)
    small = """() => [...document.querySelectorAll('.stMain :is(button, a, summary, input:not([type=file]))')]
      .filter(node => node.checkVisibility({ visibilityProperty: true }) && !node.disabled)
      .map(node => [node.getBoundingClientRect(), node.textContent || node.ariaLabel])
      .filter(([box]) => box.width > 2 && (box.height < 24 || box.width < 24)).map(([box, words]) => [words, box.width, box.height])"""
    assert person.page.evaluate(small) == []
