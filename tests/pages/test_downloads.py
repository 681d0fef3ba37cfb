"""What a reader takes along: statements as a table, the network for another program."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, get_args

import networkx as nx
import pandas as pd
import pytest
from openpyxl import load_workbook

from sayso.analysis.networks.selection import Duplicates
from sayso.dataset import Dataset
from sayso.exports.networks import FORMATS
from sayso.model.scope import Scope
from sayso.queries import quotes as questions
from sayso.reports.coalitions import Coalitions, coalitions
from sayso.reports.lookup import read_lookup
from sayso.reports.network import NORMS, TIES
from sayso.reports.quotes import Quotes
from sayso.reports.view import View
from sayso.store.hub import Database, Hub
from sayso.views import download
from sayso.views.coalitions.download import (
    FORM_WORDS,
    NORM_WORDS,
    REPEAT_WORDS,
    TIE_WORDS,
    Choice,
    content,
    file_name,
)
from sayso.views.download_dna import MADE
from sayso.views.markup import plain_markdown
from tests.conftest import REPOSITORY
from tests.pages.conftest import OpenPage
from tests.pages.screen import Screen

HARBOUR = REPOSITORY / "data" / "harbour-debate"


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """The harbour debate, in memory."""
    hub = Hub()
    yield hub.load_into_memory(HARBOUR, "harbour-debate", "")
    hub.close()


@pytest.fixture(scope="module")
def page(database: Database) -> Coalitions:
    """The Coalitions page, computed once."""
    return coalitions(database, seen(database).scope)


def seen(database: Database, **filters: Any) -> View:
    lookup = read_lookup(database)
    return View(
        database,
        Scope(database.name, lookup.last_day, **filters),
        lookup,
        ("actors: some",) if filters else (),
    )


def popover(screen: Screen, key: str) -> Screen:
    """The page with the popover `key` opened."""
    screen.app.session_state[key] = True
    return Screen(screen.app.run())


def labels(screen: Screen) -> list[str]:
    return [piece.proto.label for piece in screen.app.get("download_button")]


def test_the_quotes_page_offers_three_formats_and_says_of_what(open_page: OpenPage) -> None:
    closed = open_page("quotes")
    assert not any("Excel" in label for label in labels(closed))  # nothing is made before it is asked for
    screen = popover(closed, "quotes-download")
    assert [label for label in labels(screen) if label in ("Excel workbook", "CSV", "Parquet")] == ["Excel workbook", "CSV", "Parquet"]  # fmt: skip
    assert "27 statements that match the filters" in screen.words and "26 kept" in screen.words
    found = popover(open_page("quotes", q="Hakim"), "quotes-download")
    assert "coded from the quotes with “Hakim”" in found.words and "27 statements" not in found.words


def test_the_whole_dataset_is_made_a_dna_database_when_asked(open_page: OpenPage) -> None:
    screen = popover(open_page("quotes"), "quotes-download")
    assert "Download the DNA database" not in labels(screen)
    made_now = screen.press("Make a DNA database")
    assert "Download the DNA database" in labels(made_now)
    _, _, content, written = made_now.app.session_state[MADE]
    assert content.startswith(b"SQLite format 3") and written.password in made_now.words
    assert all(plain_markdown(line) in made_now.words for line in written.told)


def test_files_hold_what_the_page_shows(database: Database) -> None:
    view = seen(database)
    every, dredge = (questions.search(database, view.scope, words) for words in ("", "dredge"))
    whole = pd.read_csv(io.BytesIO(download.content(Quotes(view, "", every), ".csv")))
    part = pd.read_parquet(io.BytesIO(download.content(Quotes(view, "dredge", dredge), ".parquet")))
    assert 0 < len(part) < len(whole) and set(part["quote_id"]) <= set(dredge.frame["quote_id"])
    city = seen(database, actors=("city-council",))
    book = load_workbook(io.BytesIO(download.content(Quotes(city, "dredge", dredge), ".xlsx")))
    facts = {row[0]: row[1] for row in book["About"].values if row[0]}
    assert facts["Filters"] == "actors: some; quotes with “dredge”"


def test_the_network_opens_in_another_program_with_all_attributes(page: Coalitions) -> None:
    for form, read in (("gexf", nx.read_gexf), ("graphml", nx.read_graphml)):
        graph = read(io.BytesIO(content(page, Choice(form=form))))
        node = graph.nodes["city-council"]
        assert set(node) >= {"label", "mode", "name", "kind", "country", "factions", "camp"}
        assert {nodes["camp"] for _, nodes in graph.nodes(data=True) if "camp" in nodes} == set(page.grouping.camps.values())  # fmt: skip
        assert all({"value", "sign", "weight"} <= set(tie) for *_, tie in graph.edges(data=True))
    both = nx.read_gexf(io.BytesIO(content(page, Choice("affiliations"))))
    assert both.nodes["issue:harbour-trust"]["proposition"].startswith("A trust owned half")


def test_it_is_the_network_of_the_command_and_of_python(page: Coalitions) -> None:
    choice = Choice("actors", "congruence", "average", "month", "matrix.csv")
    hub = Hub()
    hub.load_into_memory(HARBOUR, "harbour-debate", "")
    with Dataset(hub) as dataset:
        expected = dataset.network("congruence", "average", "month", as_of=page.view.scope.as_of)
    matrix = pd.read_csv(io.BytesIO(content(page, choice)), index_col=0)
    pd.testing.assert_frame_equal(matrix, expected, check_names=False, check_exact=False)
    assert (
        file_name(page.view, choice)
        == f"harbour-debate-actors-congruence-average-{page.view.scope.as_of}.matrix.csv"
    )


def test_every_choice_has_words_and_a_file(page: Coalitions) -> None:
    assert set(TIE_WORDS) == {(mode, tie) for mode in TIES for tie in TIES[mode]}
    assert set(NORM_WORDS) == {norm for mode in NORMS for norm in NORMS[mode]}
    assert set(FORM_WORDS) == set(FORMATS) and set(REPEAT_WORDS) == set(get_args(Duplicates))
    assert content(page, Choice("affiliations", "combine", "prominence", "range", "dl")).startswith(b"dl nr")


def test_the_page_asks_what_a_tie_is(open_page: OpenPage) -> None:
    screen = popover(open_page("coalitions"), "network-download")
    assert not screen.app.exception and "Download" in labels(screen)
    assert [box.label for box in screen.app.selectbox if box.label in ("A tie is", "Divided by", "Format")] == ["A tie is", "Divided by", "Format"]  # fmt: skip
