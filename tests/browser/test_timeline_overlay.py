"""Others' counts over the timeline, as a person adds and reads them."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.overlay_files import acled

BAR = """(() => {
  const t = c._fullData.find(t => t.name === 'overlay 4 targets'), { xaxis, yaxis4 } = c._fullLayout
  return [xaxis._offset + xaxis.d2p(t.x[0]), yaxis4._offset + yaxis4.d2p(t.y[0] / 2)]
})()"""


def test_a_file_is_added_drawn_and_a_click_on_its_bar_lists_its_records(
    own_site: str, new_person: NewPerson
) -> None:
    person = new_person(own_site).open("timeline", **{"from": "2021-07-01", "to": "2021-07-31"})
    person.page.get_by_role("button", name="Overlays").click()
    content = acled([{"event_date": "2021-07-20", "notes": "<b>Nobody</b> was hurt."}])
    person.page.locator('input[type="file"]').set_input_files(
        {"name": "v.csv", "mimeType": "text/csv", "buffer": content}
    )
    person.page.get_by_role("button", name="Add 1 event").click()
    expect(person.page.locator(".sy-subtitle")).to_contain_text("ACLED v.csv")
    person.page.keyboard.press("Escape")
    person.page.wait_for_function(
        "() => document.querySelector('.sf-canvas')._fullData?.some(t => t.name === 'overlay 4 targets')"
    )
    person.settled()
    spot = person.chart(BAR)
    person.page.locator(".sf-canvas").first.click(position={"x": spot[0], "y": spot[1]})
    expect(person.page.locator("#overlay-records")).to_have_text("ACLED: v.csv, 20 Jul 2021")
    expect(person.page.get_by_text("<b>Nobody</b> was hurt.")).to_be_visible()
    assert "overlay_bar=" in person.page.url and not person.faults
