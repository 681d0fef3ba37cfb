"""The About page prints what the code computes with."""

from __future__ import annotations

import re
from html import unescape

from sayso.model import scales
from sayso.reports.claims import CLAIMS
from tests.pages.conftest import Glance, OpenPage


def printed(markup: str) -> list[tuple[str, ...]]:
    """The rows of the table of bands, as a reader sees them."""
    table = re.search(r'<table class="sy-bands">(.*?)</table>', markup, re.DOTALL)
    assert table
    rows = re.findall(r"<tr>(.*?)</tr>", table.group(1), re.DOTALL)
    return [
        tuple(unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<td.*?</td>", row))
        for row in rows[1:]
    ]


def test_the_bands_are_those_of_the_model(glance: Glance) -> None:
    assert printed(glance("about", "shipped").markup) == [
        (step.sign, step.word, step.rule) for step in scales.STEPS
    ]


def test_the_rules_in_words_are_the_rules_in_code() -> None:
    hundredths = [n / 100 for n in range(-200, 201)]
    for step in scales.BANDS:
        rule = re.sub(r"−", "-", step.rule).replace("≤", "<=").replace("≥", ">=").replace(" = ", " == ")
        assert [m for m in hundredths if eval(rule, {"m": m})] == [
            m for m in hundredths if scales.band(m) is step
        ]


def test_the_method_names_the_thresholds(glance: Glance) -> None:
    assert "≥ ¼" in glance("about", "shipped").words
    assert scales.is_conflicting(1, 3) and not scales.is_conflicting(1, 4)


def test_each_claim_stands_beside_its_test(open_page: OpenPage) -> None:
    markup = open_page("about", "shipped", part="Method").markup.split("How each claim is tested")[1]
    rows = re.findall(r"<tr>(.*?)</tr>", markup.split("</table>")[0], re.DOTALL)
    cells = [tuple(unescape(cell) for cell in re.findall(r"<td>(.*?)</td>", row)) for row in rows[1:]]
    assert cells == [tuple(claim) for claim in CLAIMS]
    assert any("q ≤ 0.05" in test for words, test in cells if "Held apart" in words)


def test_ratings_are_printed_whole(glance: Glance) -> None:
    tables = [tuple(table.iloc[:, 1]) for table in glance("about", "shipped").tables]
    assert tuple(scales.RELIABILITY.values()) in tables
    assert tuple(scales.CREDIBILITY.values()) in tables


def test_the_true_camps_and_those_that_dna_prefers_stand_side_by_side(open_page: OpenPage) -> None:
    screen = open_page("about", "shipped", part="Method")
    rows = [
        re.findall(r"<td>(.*?)</td>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", screen.markup.split("an example")[1])
    ]
    true, preferred = (row for row in rows if row)
    assert true[0].startswith("{A, B, C} against {D, E, F}") and true[1] == "100%"
    assert float(preferred[2]) > float(true[2]) and int(preferred[1].rstrip("%")) < 50
