"""Search over text and speakers: accents and case folded, several words, phrases, any script."""

import pytest

from sayso.queries import quotes
from sayso.queries.quotes import search_terms
from tests.conftest import DatasetMaker, ScopeMaker
from tests.tiny import say

SAID = [
    say("ann", "tax", 1, "2024-01-01", text="We need a full withdrawal of troops."),
    say("bob", "tax", -1, "2024-01-02", text="Café owners need the troops; full stop."),
    say("ali", "war", 1, "2024-01-03", text="نؤكّد شروط المقاومة", kind="indirect"),
    say("eve", "war", 0, "2024-01-04", text="100% sure_ly 'quoted' \\ text"),
]
MORE = {
    "actors": [{"actor_id": "ali", "name": "Ali", "name_original": "علي", "kind": "person"}],
    "aliases": [{"alias": "Roberto Núñez", "actor_id": "bob"}],
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["q4", "q3", "q2", "q1"]),
        ("troops", ["q2", "q1"]),
        ("TROOPS full", ["q2", "q1"]),
        ('"full withdrawal"', ["q1"]),
        ("“full withdrawal” need", ["q1"]),
        ('"withdrawal full"', []),
        ("cafe", ["q2"]),
        ("CAFÉ", ["q2"]),
        ("nunez", ["q2"]),  # an alias of the speaker
        ("ann", ["q1"]),  # the speaker's name
        ("شروط المقاومة", ["q3"]),
        ("نؤكد", ["q3"]),  # without the shadda
        ("علي", ["q3"]),  # the name in its own script
        ("100%", ["q4"]),
        ("sure_ly", ["q4"]),
        ("%", ["q4"]),  # no wildcard
        ("'quoted' \\", ["q4"]),
        ("'; DROP TABLE quotes; --", []),
        ('"unfinished', []),
    ],
)
def test_words_and_phrases(
    make_dataset: DatasetMaker, scope: ScopeMaker, text: str, found: list[str]
) -> None:
    frame = quotes.search(make_dataset(SAID, more=MORE), scope(), text).frame
    assert frame["quote_id"].tolist() == found


def test_terms() -> None:
    assert search_terms('a "b c"  d') == ["a", "b c", "d"]
    assert search_terms('"" " "') == search_terms("") == []
    assert search_terms('“x y” "z') == ["x y", "z"]


def test_filters_apply_to_the_search(make_dataset: DatasetMaker, scope: ScopeMaker) -> None:
    database = make_dataset(SAID, more=MORE)
    assert quotes.search(database, scope(issues=("war",))).frame["quote_id"].tolist() == ["q4", "q3"]
    assert quotes.search(database, scope(kinds=("indirect",))).frame["quote_id"].tolist() == ["q3"]
    assert quotes.search(database, scope("2024-01-02"), "need").frame["quote_id"].tolist() == ["q2", "q1"]


def test_codings_history_and_text_of_a_quote(make_dataset: DatasetMaker) -> None:
    revision = {
        "revision_id": "r1", "table_name": "statements", "row_id": "s1", "action": "edited",
        "changed_by": "me", "changed_at": "2024-01-03T10:00:00Z",
    }  # fmt: skip
    said = [say("ann", "tax", 1, "2024", article="a1", status="proposed")]
    database = make_dataset(said, articles={"a1": {"text": "Words 1 here"}}, more={"revisions": [revision]})
    assert quotes.codings(database, quote_id="q1").frame["status"].tolist() == ["proposed"]
    assert quotes.history(database, "q1").frame["revision_id"].tolist() == ["r1"]
    assert (
        quotes.article_text(database, "a1") == "Words 1 here" and quotes.article_text(database, "no") is None
    )
