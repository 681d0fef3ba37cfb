"""Who "he", "she" or "the mayor" is."""

from __future__ import annotations

import collections
import json
from pathlib import Path

from sayso.ingest import extract
from tests.bench.extraction_table import Row


def measure_speakers(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """Share of hand-coded mentions whose actor's name contains the key, end to end from the text."""
    path = data / "eval" / "speakers" / "dev.json"
    if not path.is_file():
        return [], [f"speakers: no {path}"]
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    by_article = collections.defaultdict(list)
    for item in items:
        by_article[item["doc"]].append(item)
    n: collections.Counter[tuple[str, str]] = collections.Counter()
    for article, asked in sorted(by_article.items()):
        text = (data / "eval" / "polnear" / "dev" / "text" / f"{article}.txt").read_bytes().decode("utf-8")
        found = extract(text)
        names = {actor.key: " ".join((actor.name, *actor.aliases)) for actor in found.actors}
        for item in asked:
            start, end = item["source_span"][0]
            actors = [
                quote.resolution.actor
                for quote in found.quotes
                if quote.speaker and quote.speaker[0] < end and start < quote.speaker[1]
            ]
            name = names.get(actors[0] or "", (actors[0] or "").replace("-", " ")) if actors else ""
            n[item["type"], "all"] += 1
            n[item["type"], "right"] += item["gold_speaker_key"].lower() in name.lower()
    parts = [f"{100 * n[kind, 'right'] / max(1, n[kind, 'all']):.0f}" for kind in ("pron", "desc")]
    counts = f"(n = {n['pron', 'all']} / {n['desc', 'all']}, always dev)"
    return [Row(f"who “he” / “the mayor” is {counts}", " / ".join(parts), "72 / 23", "—", "85 / 65")], []
