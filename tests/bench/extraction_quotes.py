"""Statements, speakers as written and confidence on the political news articles."""

from __future__ import annotations

import collections
from pathlib import Path

from tests.bench.extraction_gold import Scored, articles, right_speaker, scorer
from tests.bench.extraction_table import Row

SURE = 0.8
Counts = collections.Counter[tuple[str, str]]


def measure_quotes(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """The rows of the table that these articles give."""
    if scorer(data) is None or not (data / "eval" / "polnear" / split).is_dir():
        return [], [f"statements: no {data}/eval/polnear/{split} with its scorer"]
    n: Counts = collections.Counter()
    for scored in articles(data, split, limit):
        count(scored, n)
    return _rows(n), []


def count(scored: Scored, n: Counts) -> None:
    """Add an article's hits; the definitions are the scorer's."""
    for kind in scored.kinds:
        n["gold", kind] += 1
        n["gold", "statement"] += kind != "other"
    for i, quote in enumerate(scored.quotes):
        j, jaccard = scored.matched.get(i, (-1, 0.0))
        said = quote.kind != "indirect" or quote.cue_class == "speech"
        gold_said = j >= 0 and scored.kinds[j] != "other"
        lenient = jaccard >= 0.5
        n["found", quote.kind] += said
        n["right", quote.kind] += said and lenient
        n["found", "statement"] += (said and not (lenient and not gold_said)) or (not said and gold_said)
        joint = lenient and right_speaker(scored, quote, scored.items[j])
        n["rows", "all"] += 1
        if quote.confidence >= SURE:
            n["rows", "sure"] += 1
            n["rows", "sure and right"] += joint
        if gold_said:
            for key in (scored.kinds[j], "statement"):
                n["lenient", key] += lenient
                n["exact", key] += jaccard == 1
                n["speaker", key] += joint


def _f1(n: Counts, hits: str) -> float:
    both = n["found", "statement"] + n["gold", "statement"]
    return 200 * n[hits, "statement"] / max(1, both)


def _rows(n: Counts) -> list[Row]:
    def share(a: tuple[str, str], b: tuple[str, str]) -> float:
        return 100 * n[a] / max(1, n[b])

    rows = [
        Row(
            "statements, lenient / exact F1",
            f"{_f1(n, 'lenient'):.1f} / {_f1(n, 'exact'):.1f}",
            "82 / 68",
            "92.8 / 83.9",
            "88 / 76",
        ),
        Row("with speaker F1", f"{_f1(n, 'speaker'):.1f}", "75", "89.6", "82"),
    ]
    for kind, before, people, target in (
        ("direct", "95 / 90", "98.7", "97.5 / 95"),
        ("mixed", "78 / 81", "93.9", "—"),
        ("indirect", "72 / 82", "90.3", "80 / 86"),
    ):
        value = (
            f"{share(('lenient', kind), ('gold', kind)):.1f} / {share(('right', kind), ('found', kind)):.1f}"
        )
        rows.append(Row(f"{kind} quotes recall / precision", value, before, people, target))
    sure = f"{share(('rows', 'sure'), ('rows', 'all')):.0f} % at {n['rows', 'sure and right'] / max(1, n['rows', 'sure']):.3f}"
    rows.append(Row("rows with confidence ≥ .8, joint precision", sure, "28 % at .91", "—", "40 % at .93"))
    return rows
