"""Reads the evaluation folder: gold attributions by the scorer that lies beside them."""

from __future__ import annotations

import collections
import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.ingest import Extraction, extract
from sayso.ingest.records import Quote


@dataclass
class Scored:
    """One article: gold and found as sets of word numbers, and which belong together."""

    name: str
    text: str
    article: Any
    items: list[dict[str, list[tuple[int, int]]]]
    kinds: list[str]
    gold: list[set[int]]
    quotes: list[Quote]
    found: list[set[int]]
    matched: dict[int, tuple[int, float]]
    extraction: Extraction


def scorer(data: Path) -> Any:
    """The scorer's module, or None if it is not there."""
    path = data / "eval" / "score_quotes.py"
    spec = importlib.util.spec_from_file_location("score_quotes", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(data: Path, split: str, limit: int) -> Iterator[Scored]:
    """Each article of a split, extracted and matched with its first coding."""
    module = scorer(data)
    folder = data / "eval" / "polnear" / split
    codings: dict[str, list[Path]] = collections.defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        codings[path.stem.rsplit("_", 1)[0]].append(path)
    for stem in sorted(codings)[:limit]:
        text = (folder / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        article = module.Article(text)
        items = [i for i in module.gold_items(codings[stem][0]) if article.content(i["content"])]
        gold = [article.content(item["content"]) for item in items]
        extraction = extract(text)
        quotes = [quote for quote in extraction.quotes if article.content(quote.spans)]
        found = [article.content(quote.spans) for quote in quotes]
        kinds = [module.gold_kind(article, item) for item in items]
        matched = module.pairs(found, gold)
        yield Scored(stem, text, article, items, kinds, gold, quotes, found, matched, extraction)


def right_speaker(scored: Scored, quote: Quote, item: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether the speaker's words overlap the gold source's; none where gold has none."""
    if not item["source"]:
        return quote.speaker is None
    words = scored.article.name_words([quote.speaker] if quote.speaker else [])
    return bool(words & scored.article.name_words(item["source"]))
