"""Edited wire copies are found, other articles on the same subject are not."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest

from sayso.ingest.reading.copies import Copies, near_copies, shared
from tests.ingest.reading import made
from tests.ratio import times_longer

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def debate() -> dict[str, dict[str, str]]:
    csv.field_size_limit(10_000_000)
    with (ROOT / "data" / "harbour-debate" / "articles.csv").open(encoding="utf-8", newline="") as file:
        return {row["article_id"]: row for row in csv.DictReader(file)}


def test_all_wire_copies_of_a_debate_are_found_and_nothing_else(debate: dict[str, dict[str, str]]) -> None:
    texts = {key: row["text"] for key, row in debate.items()}
    found = {
        key: near_copies(text, {k: t for k, t in texts.items() if k != key}) for key, text in texts.items()
    }
    copies = {key: row["duplicate_of"] for key, row in debate.items() if row["duplicate_of"]}
    true = copies | {original: copy for copy, original in copies.items()}
    right = sum(true.get(key) == other for key, other in found.items() if other)
    told = sum(other is not None for other in found.values())
    print(f"near copies in {len(texts)} articles: precision {right}/{told}, recall {right}/{len(true)}")
    assert (right, told, len(true)) == (8, 8, 8)


def test_the_threshold_stands_far_from_both(debate: dict[str, dict[str, str]]) -> None:
    keys = sorted(debate)
    pairs = {(a, b): shared(debate[a]["text"], debate[b]["text"]) for a in keys for b in keys if a < b}
    copies = {
        (min(key, row["duplicate_of"]), max(key, row["duplicate_of"]))
        for key, row in debate.items()
        if row["duplicate_of"]
    }
    print(
        f"least like copies {min(pairs[c] for c in copies):.2f}, likest others {max(v for k, v in pairs.items() if k not in copies):.2f}"
    )
    assert min(pairs[copy] for copy in copies) > 0.8
    assert max(share for pair, share in pairs.items() if pair not in copies) < 0.1


def test_a_story_cut_to_half_and_given_a_new_opening_is_a_copy(debate: dict[str, dict[str, str]]) -> None:
    original = debate["vpa-2024-05-02"]["text"]
    words = original.split()
    cut = "Another paper has it from the wire. " + " ".join(words[: len(words) // 2])
    texts = {key: row["text"] for key, row in debate.items() if row["duplicate_of"] != "vpa-2024-05-02"}
    assert (
        near_copies(cut, {key: text for key, text in texts.items() if key != "lantern-2024-05-02"})
        == "vpa-2024-05-02"
    )


def test_two_articles_that_quote_one_statement_are_not_copies() -> None:
    statement = made.STORY[1]
    one = made.TEXT
    other = (
        f"{statement} "
        + "A second paper asked the harbour's neighbours what they make of the plan, and few had heard. " * 1
        + (
            "In the cafés along the water they talk of rents, of the ferry that no longer stops and of a school that closed. "
            "Nobody there expects the sale to change any of it, whoever may sign and whatever the price."
        )
    )
    assert near_copies(other, {"one": one}) is None


def test_short_and_empty_texts_are_nobodys_copies() -> None:
    assert near_copies("", {"a": ""}) is None
    assert near_copies("The council met on Friday.", {"a": "The council met on Friday."}) is None


def test_ten_times_the_articles_are_searched_in_less_than_ten_times(
    debate: dict[str, dict[str, str]],
) -> None:
    words = " ".join(row["text"] for row in debate.values()).split()
    chance = random.Random(5)
    texts = {str(n): " ".join(chance.choices(words, k=120)) for n in range(10_000)}
    many, few = Copies(texts), Copies(dict(list(texts.items())[:1_000]))
    wanted = f"News from the quay. {texts['777']} More to follow."

    def searched(index: Copies) -> None:
        for n in range(10):
            index.add(f"new {n}", f"{n} {texts[str(n)]}")
            assert index.find(wanted) == "777"

    assert times_longer(lambda: searched(many), lambda: searched(few)) < 10
