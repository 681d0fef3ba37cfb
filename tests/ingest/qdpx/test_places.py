"""Marked places are found whatever the writer counts: code points, UTF-16 units, line ends as one or two."""

from __future__ import annotations

import pytest

from sayso.ingest.qdpx.places import STANDARD, Counting, Ends, Places, counting_of

RAW = "\ufeff \r\n🌊 The harbour.\r\nقال العمدة 🚢 نعم.\nThe end.\r\n"


def test_words_behind_emoji_and_line_ends_are_found() -> None:
    all_ends: tuple[Ends, ...] = ("as in the file", "one", "two")
    for counting in (Counting(units, ends) for units in (False, True) for ends in all_ends):
        places = Places(RAW, counting)
        assert places.text == "🌊 The harbour.\nقال العمدة 🚢 نعم.\nThe end."
        base = RAW if counting.ends == "as in the file" else RAW.replace("\r\n", "\n")
        base = base.replace("\n", "\r\n") if counting.ends == "two" else base
        for words in ("🌊", "The harbour.", "العمدة 🚢", "The end."):
            at = base.index(words)
            start, stop = at, at + len(words)
            if counting.units:
                start, stop = (len(base[:n].encode("utf-16-le")) // 2 for n in (start, stop))
            kept_start, kept_stop = places.span(start, stop)
            assert places.text[kept_start:kept_stop] == words == places.words(start, stop)


def test_only_white_space_is_an_empty_place() -> None:
    start, stop = Places("  \n word \n ").span(0, 3)
    assert start == stop


@pytest.mark.parametrize(
    ("start", "stop", "wrong"),
    [(-1, 3, "forwards"), (4, 2, "forwards"), (0, 99, "lies outside"), (2, 4, "middle of a character")],
)
def test_impossible_places_are_refused(start: int, stop: int, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Places("a🌊b🚢c", Counting(units=True)).span(start, stop)


def test_excerpts_say_how_positions_count() -> None:
    text = "🌊🚢 The port.\r\nAnd the sea."
    at = text.index("the sea")
    for moved, counting in [
        (0, STANDARD), (2, Counting(units=True)), (-1, Counting(ends="one")), (1, Counting(units=True, ends="one")),
    ]:  # fmt: skip
        for excerpt in ("the sea", "the s...", "the  se…"):
            place = (at + moved, at + moved + 7, excerpt)
            assert counting_of([(text, [place])], "NVivo") == counting


def test_without_excerpts_whole_words_say_it_and_a_few_places_do_not() -> None:
    text = "🌊🚢🌊🚢🌊 " + " ".join(f"word{n:02d}" for n in range(20))
    units = [(at, at + 6, "") for at in range(11, 11 + 7 * 8, 7)]
    assert text[11:17] != "word00" and counting_of([(text, units)], "") == Counting(units=True)
    assert counting_of([(text, units[:2])], "") == STANDARD
    # One place beyond the text is an error of the file, not another way to count.
    assert counting_of([("one\ntwo\nthree", [(0, 3, ""), (4, 7, ""), (8, 15, "")])], "") == STANDARD


def test_atlas_ti_counts_a_windows_line_end_once() -> None:
    assert counting_of([("a\r\nb", [(2, 3, "")])], "ATLAS.ti Windows") == Counting(ends="one")
    assert counting_of([], "ATLAS.ti Mac") == Counting(ends="one")
