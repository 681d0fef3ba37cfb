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
