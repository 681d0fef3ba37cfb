"""Quotes: how many from whom, the statements and articles behind them, and what became of one."""

from __future__ import annotations

from sayso.model.frames import records
from sayso.reports.quote_details import details, label
from sayso.reports.quotes import quotes
from sayso.store.changes import change
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 2, "2024-01-03", article="a1", text="Taxes must rise."),
    say("bob", "tax", -1, "2024-01-04", article="a1", text="Taxes must fall."),
    say(
        "ann", "war", 1, "2024-01-05", article="a2", text="Peace now.", condition="if they go", note="Clear."
    ),
    say("bob", "war", 1, "2024-01-06", article="a3", text="Perhaps taxes.", status="rejected"),
]


def test_the_title_counts_quotes_and_speakers_and_the_table_has_the_newest_first(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    report = quotes(make_dataset(SAID), scope())
    assert report.title == "4 quotes from 2 speakers" and report.subtitle.endswith("newest first")
    assert report.table["quote_id"].tolist() == ["q4", "q3", "q2", "q1"]
    assert report.frame["speaker_id"].tolist() == ["bob", "ann", "bob", "ann"]
    assert report.notes[0].startswith("3 statements that match the filters, acts included: one row each")


def test_words_narrow_the_statements_and_what_is_downloaded(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    report = quotes(make_dataset(SAID), scope(), words=" taxes")
    assert report.title == "3 quotes with “ taxes” from 2 speakers"
    assert set(report.statements["statement_id"]) == {"s1", "s2"}
    assert report.extent.startswith("2 statements coded from the quotes with “taxes”: one row each")
    assert report.parts[0].ids() == {("q1",): ("s1",), ("q2",): ("s2",)}
    download = report.download()
    assert set(download.frame["statement_id"]) == {"s1", "s2"}
    assert dict(download.facts)["Filters"] == "quotes with “taxes”"


def test_sources_are_the_articles_of_the_quotes_also_where_nothing_was_coded(
    make_dataset: DatasetMaker, scope: ScopeMaker
) -> None:
    sources = quotes(make_dataset(SAID), scope()).sources
    columns = ["number", "article_id", "n_statements"]
    assert sources[columns].to_numpy().tolist() == [[1, "a3", 0], [2, "a2", 1], [3, "a1", 2]]


def test_quotes_without_a_statement_offer_no_download(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    report = quotes(make_dataset(SAID), scope(), words="perhaps")
    assert report.title == "1 quote with “perhaps” from 1 speaker"
    assert report.extent == "" and report.notes == () and report.parts[0].ids() == {}


def test_a_quote_tells_its_codings_and_its_history(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset(SAID)
    with change(database, "anna", note="Corrected.") as made:
        made.update("quotes", {"quote_id": "q3"}, {"cue": "said"})
    row = next(row for row in records(quotes(database, scope()).quotes) if row["quote_id"] == "q3")
    of_quote = details(database, row)
    (coding,) = of_quote.codings
    assert (coding.stance, coding.about, coding.condition) == (1, "Ann on War", "if they go")
    assert coding.note == "Clear. (test, accepted, basis: words)"
    assert of_quote.status == "Coded by test; status accepted." and label(row) == "Place, 1 coding, history"
    (step,) = of_quote.history
    assert " UTC, anna " in step and step.endswith("Corrected.")


def test_an_empty_dataset_gives_a_title(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    for words in ("", "tax"):
        report = quotes(make_dataset(), scope(), words=words)
        assert report.title.startswith("0 quotes") and report.title.endswith("from 0 speakers")
        assert "newest first" not in report.subtitle and report.notes == ()
        assert report.table.empty and report.sources.empty and report.figure is None
        assert report.parts[0].ids() == {} and report.download().frame.empty
