"""Every statement on screen leads to the words or the act behind it."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pandas as pd

from tests.pages.conftest import Glance, OpenPage
from tests.pages.packages import ARABIC, ARABIC_QUOTE
from tests.pages.screen import Screen


def behind(screen: Screen) -> int:
    """How many cards show someone's words or an act, and where they come from."""
    cards = screen.markup.split("<article")[1:]
    assert all("sy-source" in card for card in cards)
    return sum("<blockquote" in card or "sy-act" in card for card in cards)


def matrix_cells(glance: Glance) -> pd.DataFrame:
    return glance("matrix", "shipped").tables[0]


def test_each_matrix_cell_with_a_position_opens_its_quotes(glance: Glance, open_page: OpenPage) -> None:
    table = matrix_cells(glance)
    found = table[table["n"] > 0]
    assert len(found) > 10
    for identifier, position, n in found[["id", "Position", "n"]].itertuples(index=False):
        actor, issue = identifier.split("/")
        screen = open_page("matrix", actor=actor, on=issue)
        assert behind(screen) >= n
        assert position in screen.words
        assert "Open the article" in screen.words


def test_a_cell_without_a_position_says_how_much_was_searched(glance: Glance, open_page: OpenPage) -> None:
    table = matrix_cells(glance)
    actor, issue = table.loc[table["n"] == 0, "id"].iloc[0].split("/")
    words = open_page("matrix", actor=actor, on=issue).words
    assert "not found" in words and "1 article searched" in words


def test_select_boxes_open_a_cell_and_close_it(open_page: OpenPage) -> None:
    screen = (
        open_page("matrix").select("Whose words", "ammar-hakim").select("On which issue", "full-withdrawal")
    )
    assert behind(screen) and "Ammar al-Hakim" in screen.words
    assert behind(screen.press("Close")) == 0


def test_a_factions_cell_opens_its_members_words(open_page: OpenPage) -> None:
    table = open_page("matrix", rows="Factions").tables[0]
    found = table[table["n"] > 0]
    assert len(found) > 5
    for identifier in found["id"]:
        faction, issue = identifier.split("/")
        assert behind(open_page("matrix", rows="Factions", actor=faction, on=issue))


def test_each_statement_of_the_timeline_opens(glance: Glance, open_page: OpenPage) -> None:
    table = glance("timeline", "shipped").tables[0]
    said = list(table.loc[table["What"] == "statement", "id"])
    assert len(said) > 10
    for statement in said:
        assert behind(open_page("timeline", said=statement)) == 1


def test_each_event_of_the_timeline_opens(glance: Glance, open_page: OpenPage) -> None:
    table = glance("timeline", "shipped").tables[0]
    events = table[table["What"] == "event"]
    for event, title in events[["id", "Text"]].itertuples(index=False):
        words = open_page("timeline", event=event).words
        assert title in words and "Open the article" in words


def test_each_finding_of_the_front_page_leads_to_evidence(glance: Glance, open_page: OpenPage) -> None:
    links = [link.proto for link in glance("overview", "shipped").links if link.proto.query_string]
    assert links
    for link in links:
        params = dict(parse_qsl(link.query_string))
        assert behind(open_page(link.page, **params))


def test_a_quote_opens_to_its_place_codings_and_history(open_page: OpenPage) -> None:
    first = open_page("quotes").tables[0]["quote_id"].iloc[0]
    words = open_page("quotes", quote=first).words
    assert "In its place" in words and "Codings" in words and "History" in words


def test_arabic_is_shown_in_its_own_direction(glance: Glance, open_page: OpenPage) -> None:
    shown = glance("quotes", "arabic").markup
    assert f'dir="auto" lang="ar">“{ARABIC_QUOTE}”</blockquote>' in shown
    assert ARABIC in glance("actor", "arabic").words
    assert ARABIC_QUOTE in open_page("quotes", "arabic", q="القوات").words
    assert ARABIC_QUOTE in open_page("matrix", "arabic", actor=ARABIC, on="troops").words
