"""The timeline: its window survives a filter, its marks open their evidence."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NewPerson
from tests.browser.person import CARDS, Person

RANGE = "c._fullLayout.xaxis.range.map(String)"


def drag(person: Person, start: float, end: float) -> None:
    """Drag across a share of the chart, between its lanes."""
    area = person.page.locator(".sf-canvas .xy .nsewdrag").first.bounding_box()
    assert area
    height = area["y"] + 3
    person.page.mouse.move(area["x"] + area["width"] * start, height)
    person.page.mouse.down()
    person.page.mouse.move(area["x"] + area["width"] * end, height, steps=5)
    person.page.mouse.up()


def test_a_dragged_window_goes_into_the_address_and_survives_a_filter(person: Person) -> None:
    person.open("timeline")
    before = person.chart(RANGE)
    drag(person, 0.3, 0.8)
    person.page.wait_for_function(
        "() => location.search.includes('from=') && location.search.includes('to=')"
    )
    person.settled()
    zoomed = person.chart(RANGE)
    assert zoomed != before
    person.filter("Actors", "Fuad Hussein")
    expect(person.page.locator(".sy-subtitle")).to_contain_text("actors: Fuad Hussein")
    person.settled()
    assert person.chart(RANGE) == zoomed


def test_dates_do_what_dragging_does(person: Person) -> None:
    person.open("timeline", **{"from": "2003-01-01", "to": "2010-01-01"})
    assert [day[:4] for day in person.chart(RANGE)] == ["2003", "2010"]


def test_an_event_that_is_clicked_shows_what_happened_and_where_it_is_reported(person: Person) -> None:
    person.open("timeline")
    spot = person.chart(
        """(() => {
          const { xaxis } = c._fullLayout
          for (const t of c._fullData.filter(t => t.xaxis === 'x' && t.visible === true)) {
            for (let i = 0; i < (t.customdata?.length ?? 0); i++) {
              if (t.customdata[i]?.[0] !== 'event') continue
              const y = c._fullLayout[t.yaxis.replace('y', 'yaxis')]
              const at = [xaxis._offset + xaxis.d2p(t.x[i]), y._offset + y.d2p(t.y[i])]
              if (at[0] > xaxis._offset + 50 && at[0] < xaxis._offset + xaxis._length - 50) return at
            }
          }
        })()"""
    )
    frame = person.page.locator(".sf-canvas").first
    frame.click(position={"x": spot[0], "y": spot[1]})
    expect(person.page.locator("#evidence")).to_be_visible()
    expect(person.page.get_by_role("link", name="Open the article").first).to_be_visible()
    assert "event" in person.asked


def test_a_statement_that_is_chosen_shows_its_words(person: Person) -> None:
    person.open("timeline").choose("Statement", "Ammar al-Hakim on Withdrawal through talks")
    expect(person.page.locator(CARDS)).to_have_count(1)
    assert person.evidence()
    assert "said" in person.asked


@pytest.mark.parametrize("width", [390, 1440])
def test_labels_stay_in_the_plot_and_off_each_other(
    harbour_site: str, new_person: NewPerson, width: int
) -> None:
    person = new_person(harbour_site, width=width).open("timeline")
    labels = person.chart(
        """c._fullData.filter(trace => trace.meta === 'fit').map(trace =>
          [...c.querySelectorAll(`.trace${trace.uid} .textpoint text`)].map(text => {
            const { left, right, top, bottom } = text.getBoundingClientRect()
            return { words: text.textContent, left, right, top, bottom }
          }).filter(label => label.words))"""
    )
    assert [len(of_one_trace) > 0 for of_one_trace in labels] == [True, True]
    for of_one_trace in labels:
        assert all(label["left"] >= 0 and label["right"] <= width for label in of_one_trace)
        for one, other in combinations(of_one_trace, 2):
            apart = one["right"] <= other["left"] or other["right"] <= one["left"]
            assert apart or one["bottom"] <= other["top"] or other["bottom"] <= one["top"], (one, other)
