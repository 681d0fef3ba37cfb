"""Small pieces of HTML."""

import pytest

from sayso.views import markup


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("if it leaves the sand alone", "if it leaves the sand alone"),
        ("the boats stay", "if the boats stay"),
        ("unless a fisherman sits on it", "unless a fisherman sits on it"),
        ("as long as it <b>lasts", "as long as it &lt;b&gt;lasts"),
        ("unless", "if unless"),
    ],
)
def test_a_condition_keeps_its_own_word(content: str, told: str) -> None:
    made = markup.condition(content)
    assert made.replace("<i>", "").replace("</i>", "").partition(">")[2] == f"{told}</p>"


def test_names_in_arabic_stay_in_their_place_in_a_sentence() -> None:
    sentence = "عمار الحكيم supports “خروج القوات” (2 of 3)"
    assert markup.told(sentence) == "<bdi>عمار الحكيم</bdi> supports “<bdi>خروج القوات</bdi>” (2 of 3)"
    assert markup.told_markdown("قيس · 84%") == "\u2068قيس\u2069 · 84%"
    assert (
        markup.told("<b>Ann</b>") == "&lt;b&gt;Ann&lt;/b&gt;" and markup.told_markdown("*Ann*") == r"\*Ann\*"
    )
