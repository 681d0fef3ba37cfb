"""GDELT's quotations: JSON lines, packed or not, and the tables that people make of them."""

import gzip
import json
from datetime import date

import pytest

from sayso.errors import IntakeError
from sayso.ingest.overlays import files, read
from tests.overlay_files import TODAY, article, gdelt
from tests.ratio import times_longer

TABLES = (
    "date,url,title,lang,pre,quote,post\n2024-01-12 10:15:00 UTC,https://www.sel.example/a,Port,ENGLISH,said,we sign,in Sel\n",
    "date;url;title;lang;quotes.pre;quotes.quote;quotes.post\n20240112101500;https://www.sel.example/a;Port;ENGLISH;said;we sign;in Sel\n",
    'date\turl\ttitle\tlang\tquotes\n2024-01-12\thttps://www.sel.example/a\tPort\tENGLISH\t"[{""pre"":""said"",""quote"":""we sign"",""post"":""in Sel""}]"\n',
)


@pytest.mark.parametrize("table", TABLES)
def test_tables_that_people_export(table: str) -> None:
    found = read("q.csv", ("\ufeff" + table).encode(), TODAY)
    (quotation,) = found.records
    assert found.kind == "GDELT" and not found.problems
    assert (quotation.day, quotation.before, quotation.text, quotation.after) == (
        date(2024, 1, 12),
        "said",
        "we sign",
        "in Sel",
    )
    assert (quotation.source, quotation.url) == ("sel.example", "https://www.sel.example/a")


def test_lines_give_a_record_for_each_quotation_packed_or_not() -> None:
    one = gdelt([article("2024-01-12T10:15:00Z", "we sign", "نحن نرفض"), article(quotes=[])])
    other = gdelt([article("2024-01-13T00:00:00Z", "never", url="javascript:alert(1)")])
    plain, packed = (
        read("q.json", one + other, TODAY),
        read("q.json.gz", gzip.compress(one) + gzip.compress(other), TODAY),
    )
    assert plain == packed and [each.text for each in plain.records] == ["we sign", "نحن نرفض", "never"]
    assert plain.records[2].url is None and plain.records[2].source is None
    assert plain.notes == ("1 article held no quotation.",)


def test_the_same_quotation_twice_counts_once_and_bad_lines_are_listed() -> None:
    lines = gdelt([article(), article(), article("yesterday"), article(quotes="x"), article("2026-02-01")])
    found = read("q.json", lines + b"{broken\n[1]\n", TODAY)
    assert len(found.records) == 1 and "1 quotation stood there twice" in found.notes[0]
    assert [(each.row, each.wrong) for each in found.problems] == [
        (3, "has the date “yesterday”, which is no date"),
        (4, "has no list of quotes"),
        (5, "is dated 2026-02-01, which lies in the future"),
        (6, "is not JSON"),
        (7, "is no JSON object"),
    ]


def test_what_is_something_else_damaged_or_far_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for content, said in (
        (
            json.dumps({"date": "2024-01-01", "entities": []}).encode(),
            "date, url and quote.*It has: date, entities",
        ),
        (gzip.compress(gdelt([article()]))[:-9], "damaged"),
        (b"{" * 100_000, "date, url and quote"),
        (gdelt([article("?")]), "None of its 1 rows"),
    ):
        with pytest.raises(IntakeError, match=f"(?s){said}"):
            read("q.json", content, TODAY)
    monkeypatch.setattr(files, "LARGEST_UNPACKED", 1000)
    with pytest.raises(IntakeError, match="unpacked"):
        read("q.json.gz", gzip.compress(b" " * 5_000), TODAY)


def test_thousands_of_files_packed_into_one_are_read_once() -> None:
    one, empty = gzip.compress(gdelt([article()])), gzip.compress(b"")

    def unpack(many: int) -> None:
        assert len(read("q.json.gz", one + empty * many, TODAY).records) == 1

    assert (
        times_longer(lambda: unpack(40_000), lambda: unpack(10_000)) < 8
    )  # 16 if the rest were copied each time


def test_lines_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.overlays.table.MOST_ROWS", 2)
    with pytest.raises(IntakeError, match="more than 2 rows"):
        read("q.json", gdelt([article()]) + b"1\n" * 9, TODAY)


def test_more_rows_than_are_taken_are_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ingest.overlays.table.MOST_ROWS", 2)
    with pytest.raises(IntakeError, match=r"more than 2 rows.*Nothing was added"):
        read(
            "q.csv",
            (TABLES[0] + 2 * (TABLES[0].splitlines()[1] + "\n")).encode(),
            TODAY,
        )
