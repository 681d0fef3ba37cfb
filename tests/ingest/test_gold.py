"""Twenty articles of our own: the gold is sound, and the chain keeps to what it reaches on them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from sayso.ingest.records import Extraction, Span
from sayso.model.dates import parse
from tests.bench.extraction_own import Counts, score
from tests.bench.extraction_own_match import Held

FOLDER = Path(__file__).parent / "gold"
SCHEMA = Path(__file__).parents[2] / "lib" / "sayso" / "store" / "sql" / "schema.sql"
TEXTS = sorted(FOLDER.glob("*.txt"))
TABLES = ("actors", "quotes", "events", "dates", "issues", "statements")


def read(path: Path) -> tuple[str, Any]:
    """The text, and its gold."""
    text = path.read_bytes().decode("utf-8")
    return text, json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def allowed(enumeration: str) -> set[str]:
    """The values that the schema allows."""
    found = re.search(rf"CREATE TYPE {enumeration} AS ENUM \(([^)]*)\)", SCHEMA.read_text(encoding="utf-8"))
    assert found
    return set(re.findall(r"'([^']+)'", found[1]))


def spans(gold: Any) -> list[tuple[str, tuple[int, int]]]:
    """Words with the place where they are said to stand."""
    one = [row for table in ("events", "dates") for row in gold[table]]
    one += [quote[part] for quote in gold["quotes"] for part in ("speaker", "cue") if quote[part]]
    one += [row["condition"] for row in gold["statements"] if row["condition"]]
    pieces = [pair for quote in gold["quotes"] for pair in zip(quote["words"], quote["spans"], strict=True)]
    return [(row["words"], tuple(row["span"])) for row in one] + [
        (words, tuple(span)) for words, span in pieces
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_each_gold_row_stands_in_its_text(path: Path) -> None:
    text, gold = read(path)
    assert 250 <= len(text.split()) <= 700
    for words, (start, end) in spans(gold):
        assert text[start:end] == words
        assert words.strip()
    for actor in gold["actors"]:
        for name in (actor["name"], *actor["aliases"]):
            assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text), name
    for event in gold["events"]:
        assert event["place"] is None or event["place"] in text
    for quote in gold["quotes"]:
        flat = [place for span in quote["spans"] for place in span]
        assert flat == sorted(set(flat))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_each_gold_row_fits_the_tables(path: Path) -> None:
    _, gold = read(path)
    assert all(gold[table] for table in TABLES)
    keys = [actor["key"] for actor in gold["actors"]]
    assert len(keys) == len(set(keys))
    issues = {issue["issue_id"] for issue in gold["issues"]}
    assert 2 <= len(issues) <= 4
    assert {actor["kind"] for actor in gold["actors"]} <= allowed("actor_kind")
    assert {quote["kind"] for quote in gold["quotes"]} <= allowed("quote_kind")
    kinds = [kind for event in gold["events"] for kind in (event["kind"], *event.get("also", []))]
    assert set(kinds) <= allowed("event_kind")
    assert {event["modality"] for event in gold["events"]} <= allowed("modality")
    named = [quote["actor"] for quote in gold["quotes"]] + [row["actor"] for row in gold["statements"]]
    named += [who["actor"] for event in gold["events"] for who in event["participants"]]
    assert set(named) <= set(keys)
    for row in gold["statements"]:
        assert row["issue_id"] in issues
        assert -2 <= row["stance"] <= 2
        assert 0 <= row["quote"] < len(gold["quotes"])


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_each_gold_date_is_edtf(path: Path) -> None:
    _, gold = read(path)
    dated = [gold["published_on"]]
    dated += [row["edtf"] for row in gold["dates"]] + [quote["stated_on"] for quote in gold["quotes"]]
    dated += [event["happened_on"] for event in gold["events"]]
    for edtf in filter(None, dated):
        parse(edtf)
    assert {row["basis"] for row in gold["dates"]} <= allowed("date_basis")


@pytest.fixture(scope="module")
def scored() -> tuple[Counts, list[Held]]:
    return score(FOLDER)


def places(found: Extraction) -> list[Span]:
    """Every span of an extraction."""
    spans = [
        span
        for quote in found.quotes
        for span in (*quote.spans, quote.speaker, quote.cue, quote.addressee)
        if span
    ]
    spans += [sentence.span for sentence in found.sentences] + [mention.span for mention in found.mentions]
    spans += [day.span for day in found.dates] + [span for actor in found.actors for span in actor.spans]
    spans += [
        span
        for event in found.events
        for span in (event.trigger, event.span, event.source, event.target)
        if span
    ]
    return spans + [span for stance in found.stances for span in (stance.evidence, stance.condition) if span]


def test_all_that_is_found_lies_inside_the_text(scored: tuple[Counts, list[Held]]) -> None:
    _, held = scored
    assert len(held) == len(TEXTS) >= 20
    for article in held:
        spans_ = places(article.found)
        assert spans_
        assert all(0 <= start < end <= len(article.text) for start, end in spans_), article.name
        for quote in article.found.quotes:
            assert list(quote.spans) == sorted(quote.spans)


@pytest.mark.parametrize(
    ("table", "hits", "of", "least"),
    [
        ("quotes", "lenient direct", "gold direct", 0.80),
        ("quotes", "right direct", "found direct", 0.94),
        ("quotes", "lenient", "gold", 0.75),
        ("actors", "right named", "gold named", 0.72),
        ("dates", "right", "gold", 0.80),
    ],
)
def test_what_the_chain_reaches_on_our_own_articles(
    scored: tuple[Counts, list[Held]], table: str, hits: str, of: str, least: float
) -> None:
    counts, _ = scored
    assert counts[table, of] > 50
    assert counts[table, hits] / counts[table, of] >= least
