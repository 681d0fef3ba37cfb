"""Paragraphs, sentences, headings, footnotes, and what stands between quotation marks."""

from __future__ import annotations

from sayso.ingest import extract
from tests.ingest.said import words


def sentences(text: str) -> list[str]:
    return [words(text, sentence.span) for sentence in extract(text).sentences]


def marked(text: str) -> list[str]:
    return [words(text, mark.span) for mark in extract(text).marked]


def test_a_missing_space_ends_a_sentence_all_the_same() -> None:
    assert sentences("They fought the group.On 3 May they won.") == [
        "They fought the group.",
        "On 3 May they won.",
    ]


def test_titles_initials_and_numbers_end_none() -> None:
    assert (
        len(sentences("Gen. J. R. Osei met Dr. Mensah at 3.30 p.m. on 2 May with 1.5 million in hand.")) == 1
    )


def test_a_question_goes_on_with_who_asked_it() -> None:
    assert len(sentences("“Why now?” Mensah asked. Nobody knew.")) == 2


def test_headings_and_footnotes_are_told_apart() -> None:
    text = "Minister Calls For Talks\nThe minister wants talks.\n* A group banned in two countries"
    assert [s.kind for s in extract(text).sentences] == ["heading", "body", "footnote"]


def test_marks_straight_curly_nested_and_mismatched() -> None:
    assert marked('He said "yes" and “no”.') == ['"yes"', "“no”"]
    assert marked("“They call it ‘the wall’ here,” she said.") == ["“They call it ‘the wall’ here,”"]
    assert marked('“All of it", he said.') == ['“All of it"']
    assert marked("``Never,'' he said.") == ["``Never,''"]
