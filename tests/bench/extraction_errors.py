"""What kinds of miss there are, how many of each, and some of them."""

from __future__ import annotations

import collections
import random
from pathlib import Path

from tests.bench.extraction_gold import Scored, articles, right_speaker, scorer

SEED = 7


def explain(data: Path, split: str, shown: int, limit: int) -> None:
    """Count and print misses of statements, one line each."""
    if scorer(data) is None:
        print("missing: the scorer and its articles")
        return
    kinds: collections.Counter[str] = collections.Counter()
    lines: list[str] = []
    for scored in articles(data, split, limit):
        for kind, line in _misses(scored):
            kinds[kind] += 1
            lines.append(f"{kind}: {line}")
    for kind, number in kinds.most_common():
        print(f"{number:6}  {kind}")
    random.Random(SEED).shuffle(lines)
    for line in lines[:shown]:
        print(line)


def _misses(scored: Scored) -> list[tuple[str, str]]:
    by_gold = {j: (i, jaccard) for i, (j, jaccard) in scored.matched.items()}
    found = []
    for j, item in enumerate(scored.items):
        if scored.kinds[j] == "other":
            continue
        i, jaccard = by_gold.get(j, (-1, 0.0))
        said = " … ".join(scored.text[s:e] for s, e in item["content"])
        if i < 0:
            found.append((f"{scored.kinds[j]}: nothing found", said))
        elif jaccard < 0.5:
            found.append((f"{scored.kinds[j]}: other words ({scored.quotes[i].rule})", said))
        elif jaccard < 1:
            found.append((f"{scored.kinds[j]}: edge differs ({scored.quotes[i].rule})", said))
        elif not right_speaker(scored, scored.quotes[i], item):
            found.append((f"{scored.kinds[j]}: other speaker ({scored.quotes[i].rule})", said))
    for i, quote in enumerate(scored.quotes):
        said_ = quote.kind != "indirect" or quote.cue_class == "speech"
        if said_ and scored.matched.get(i, (0, 0.0))[1] < 0.5:
            text = " … ".join(scored.text[s:e] for s, e in quote.spans)
            found.append((f"{quote.kind}: not in the gold ({quote.rule})", text))
    return found
