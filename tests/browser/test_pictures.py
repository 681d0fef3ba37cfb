"""A picture of a chart, one click: downloaded, opened again, and copied."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import Person

CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read()
  const blob = await item.getType('image/png')
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}"""
REFUSED = "() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')) }"


def taken(person: Person, button: str) -> bytes:
    """The file that a click on `button` downloads."""
    with person.page.expect_download() as coming:
        person.page.get_by_role("button", name=re.compile(button)).first.click()
    assert Path(coming.value.suggested_filename).stem == "iraq-us-troops-2021-matrix-2021-07-24"
    return Path(coming.value.path()).read_bytes()


def test_png_and_svg_are_one_click_each(person: Person) -> None:
    person.open("matrix")
    svg = taken(person, "Download SVG")
    root = ElementTree.fromstring(svg)
    words = re.sub(
        "[\u2066-\u2069]",
        "",
        " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")),
    )
    assert "Five of seven actors support" in words and "Source: Sputnik" in words
    image = Image.open(io.BytesIO(taken(person, "Download PNG")))
    assert image.size == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))
    assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50, "nothing was drawn"
    assert not person.faults


def test_copied_it_is_in_the_clipboard(new_person: NewPerson, site: str) -> None:
    person = new_person(permissions=["clipboard-read", "clipboard-write"]).open("comparison")
    person.page.bring_to_front()
    person.page.get_by_role("button", name=re.compile("Copy picture")).first.click()
    expect(person.page.get_by_text("Copied: paste it")).to_be_visible()
    image = Image.open(io.BytesIO(base64.b64decode(person.page.evaluate(CLIPBOARD))))
    assert image.format == "PNG" and image.width == 2 * 1056
    assert not person.faults


def test_where_the_clipboard_is_refused_it_is_downloaded(person: Person) -> None:
    person.open("matrix").page.evaluate(REFUSED)
    assert taken(person, "Copy picture").startswith(b"\x89PNG")
    expect(person.page.get_by_text("so it was downloaded")).to_be_visible()


def test_the_buttons_work_by_keyboard_and_are_large_enough(person: Person) -> None:
    person.open("matrix")
    button = person.page.get_by_role("button", name=re.compile("Download PNG")).first
    box = button.bounding_box()
    assert box and box["height"] >= 24 and box["width"] >= 24
    button.focus()
    with person.page.expect_download():
        person.page.keyboard.press("Enter")


@pytest.mark.parametrize("page", ["", "timeline", "changed", "coalitions", "sources", "actor"])
def test_every_chart_has_its_buttons(new_person: NewPerson, harbour_site: str, page: str) -> None:
    person = new_person(harbour_site).open(page)
    charts = person.page.locator(".sf-canvas").count()
    buttons = person.page.get_by_role("button", name=re.compile("Copy picture"))
    expect(buttons).to_have_count(charts)
    with person.page.expect_download():
        buttons.last.locator("xpath=following-sibling::button").first.click()
    assert not person.faults
