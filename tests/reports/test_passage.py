"""What a card says of a quote: its place, its speaker and its source, and how many there are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from sayso.reports import cell_changes, evidence, quotation
from sayso.reports.lookup import read_lookup
from sayso.reports.passage import Piece, excerpt, passage, pieces
from sayso.reports.view import look
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

ROW: dict[str, Any] = {
    "speaker": "Ann", "kind": "direct", "cue": "warned", "addressee": "Bob", "venue": "in parliament", "quote": "No.",
    "stated_on": "2024-01", "stated_on_basis": "inferred", "outlet": None, "outlet_basis": "stated",
    "published_on": None, "published_on_basis": None, "reliability": "B", "credibility": 3.0,
}  # fmt: skip


def test_the_quoted_span_is_marked_and_the_text_cut_at_word_ends() -> None:
    text = f"{'before ' * 60}QUOTED{' after' * 60}"
    start = text.index("QUOTED")
    parts = excerpt(text, [(start, start + 6)])
    assert [part.text for part in parts if part.is_marked] == ["QUOTED"]
    assert (parts[0].text, parts[-1].text) == ("… ", " …")
    assert parts[1].text.startswith("before ") and parts[-2].text.endswith(" after")
    assert 200 < len(parts[1].text) <= 240


def test_spans_that_overlap_are_marked_once() -> None:
    assert pieces("abcdef", [(1, 3), (2, 4), (3, 4)], 0, 6) == (
        Piece("a"), Piece("bc", True), Piece(""), Piece("d", True), Piece("ef"),
    )  # fmt: skip


def test_a_text_that_is_not_here_has_its_place_told(make_dataset: DatasetMaker) -> None:
    database = make_dataset([say("ann", "tax", 1, "2024-01-03")])
    place = passage(database, "a1", [(3, 9), (12, 14)])
    assert place is not None and not place.pieces
    assert place.instead == "Characters 3–9, 12–14 of the article; its text is not attached."
    assert passage(database, "a1", []) is None and passage(database, None, [(3, 9)]) is None


def test_who_said_it_and_how() -> None:
    assert quotation.attribution(ROW) == "Ann said (“warned”) to Bob, in parliament"
    bare = {**ROW, "kind": "indirect", "cue": None, "addressee": None, "venue": None}
    assert quotation.attribution(bare) == "Ann said, paraphrased"
    assert (quotation.words(ROW), quotation.words(bare)) == ("“No.”", "No.")


def test_where_it_stands_and_what_was_inferred() -> None:
    source = quotation.source(ROW)
    assert (source.day.text, source.day.is_inferred) == ("Jan 2024", True)
    assert (source.outlet.text, source.outlet.is_inferred, source.published) == ("no article", False, None)
    assert (source.rating, source.meaning) == ("B3", "usually reliable; possibly true")
    dated = quotation.source({**ROW, "published_on": "2024-01-05", "published_on_basis": "stated"})
    assert dated.published == quotation.Dated("published 5 Jan 2024", False)


def test_repeats_are_counted_apart(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    said = [say("ann", "tax", 1, "2024-01-03", article="a"), say("ann", "tax", 1, "2024-01-03", article="a")]
    view = look(make_dataset(said), scope())
    assert (
        evidence.extent(view, evidence.evidence_of(view))
        == "1 statement, 1 repeat not counted (one per article)"
    )
    assert evidence.not_found(view) == "Not found: 1 article searched, no statement on this."


def test_changed_cells_in_words(make_dataset: DatasetMaker) -> None:
    lookup = read_lookup(make_dataset([say("ann", "tax", 1, "2024-01-03")]))
    columns = [
        "unit",
        "unit_id",
        "issue_id",
        "state_before",
        "n_before",
        "value_before",
        "state_after",
        "n_after",
        "value_after",
    ]
    rows = [("actor", "ann", "tax", "not_found", 0, None, "opposes", 2, -1.0)] * 61 + [
        ("actor", "new", "tax", "not_found", 0, None, "supports", 1, 1.0)
    ]
    frame = pd.DataFrame(rows, columns=columns)
    assert cell_changes.sentence(frame) == "62 cells of the matrix change: 62 of actors, 0 of factions."
    assert cell_changes.sentence(frame.head(1)).startswith("1 cell of the matrix changes: 1 of actors")
    cells, more = cell_changes.cells(frame, lookup)
    assert len(cells) == 60 and more == "and 2 more"
    assert (cells[0].who, cells[0].before.facts, cells[0].after.facts) == ("Ann", "", "n 2 · mean −1.00")
    (new,), _ = cell_changes.cells(frame.tail(1), lookup, {"new": "Newcomer"})
    assert new.who == "Newcomer" and new.after.step.word == "supports"
