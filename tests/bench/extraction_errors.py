"""What stands between the figures and their targets: each figure's misses by kind, adding up, and some of them."""

from __future__ import annotations

import collections
import random
from collections.abc import Callable
from pathlib import Path

from sayso.ingest.records import Quote
from tests.bench.extraction_gold import Scored, articles, right_speaker, scorer

SEED = 7
SURE = 0.8
Add = Callable[[str, str, str], None]  # of which figure, kind of miss, its words
FIGURES = {
    "recall direct": "direct quotations of the gold that are not found (recall)",
    "recall mixed": "mixed quotations of the gold that are not found (recall)",
    "recall indirect": "indirect speech of the gold that is not found (recall)",
    "precision direct": "direct quotations found that the gold does not have (precision)",
    "precision mixed": "mixed quotations found that the gold does not have (precision)",
    "precision indirect": "indirect speech found that the gold does not have (precision)",
    "exact": "found, but with other edges than the gold (exact F1)",
    "speaker": "found, but with another speaker than the gold (with speaker F1)",
    "sure": "rows with confidence ≥ .8 that are wrong in words or speaker (joint precision)",
}


def explain(data: Path, split: str, shown: int, limit: int) -> None:
    """Print for every figure how many misses it has, of what kinds, and `shown` of them in their own words."""
    if scorer(data) is None:
        print("missing: the scorer and its articles")
        return
    kinds: dict[str, collections.Counter[str]] = {figure: collections.Counter() for figure in FIGURES}
    lines: list[str] = []
    of: collections.Counter[str] = collections.Counter()

    def add(figure: str, kind: str, words: str) -> None:
        kinds[figure][kind] += 1
        lines.append(f"{figure}, {kind}: {' '.join(words.split())}")

    for scored in articles(data, split, limit):
        _gold_side(scored, add, of)
        _found_side(scored, add, of)
    for figure, heading in FIGURES.items():
        total = kinds[figure].total()
        print(f"\n{total} of {of[figure]} {heading}")
        for kind, number in kinds[figure].most_common():
            print(f"{number:6}  {kind}")
    random.Random(SEED).shuffle(lines)
    for line in lines[:shown]:
        print(line)


def _gold_side(scored: Scored, add: Add, of: collections.Counter[str]) -> None:
    """Misses of recall, of edges and of speakers, gold row by gold row."""
    by_gold = {j: (i, jaccard) for i, (j, jaccard) in scored.matched.items()}
    for j, item in enumerate(scored.items):
        if scored.kinds[j] == "other":
            continue
        figure = f"recall {scored.kinds[j]}"
        of[figure] += 1
        said = " … ".join(scored.text[s:e] for s, e in item["content"])
        i, jaccard = by_gold.get(j, (-1, 0.0))
        if i < 0:
            add(figure, _why_missed(scored, j), said)
        elif jaccard < 0.5:
            edges = _edges(scored.gold[j], scored.found[i])
            add(figure, f"found with too many or too few words: {edges}", said)
        else:
            of["exact"] += 1
            of["speaker"] += 1
            if jaccard < 1:
                add("exact", _edges(scored.gold[j], scored.found[i]), said)
            if not right_speaker(scored, scored.quotes[i], item):
                add("speaker", _whose(scored, scored.quotes[i], item), said)


def _why_missed(scored: Scored, j: int) -> str:
    """What the rules did where a gold row was not found."""
    if any(scored.gold[j] <= found for found in scored.found):
        return "nothing of its own: part of a longer quote that was found"
    cue = " ".join(scored.text[s:e] for s, e in scored.items[j]["cue"]).lower()
    if not cue:
        return "nothing found: the gold has no cue"
    if ":" in cue:
        return "nothing found: after a colon"
    common = {"said", "says", "say", "saying", "told", "tell", "tells", "added", "asked", "wrote"}
    if common & set(cue.replace("“", " ").split()):
        return "nothing found: a common verb of speech in a construction that no rule reads"
    if not scored.items[j]["source"]:
        return "nothing found: nobody is named as speaker"
    return "nothing found: another verb or noun as cue"


def _edges(gold: set[int], found: set[int]) -> str:
    """How the words differ at the edges, as numbers of words in order."""
    extra, lost = found - gold, gold - found
    seen = [
        words
        for words, differs in (
            ("begins early", any(word < min(gold) for word in extra)),
            ("begins late", any(word < min(found) for word in lost)),
            ("ends late", any(word > max(gold) for word in extra)),
            ("ends early", any(word > max(found) for word in lost)),
            ("takes in words between", any(min(gold) < word < max(gold) for word in extra)),
            ("leaves out words between", any(min(found) < word < max(found) for word in lost)),
        )
        if differs
    ]
    return seen[0] if len(seen) == 1 else "more than one edge"


def _whose(scored: Scored, quote: Quote, item: dict[str, list[tuple[int, int]]]) -> str:
    if quote.speaker is None:
        return "no speaker found"
    if not item["source"]:
        return "a speaker found where the gold has none"
    floating = quote.rule in ("floating", "announced", "transcript")
    return f"other words, {'without a verb of speech' if floating else 'the nearest subject was not the right one'}"


def _found_side(scored: Scored, add: Add, of: collections.Counter[str]) -> None:
    """Misses of precision, found row by found row."""
    for i, quote in enumerate(scored.quotes):
        j, jaccard = scored.matched.get(i, (-1, 0.0))
        words = " … ".join(scored.text[s:e] for s, e in quote.spans)
        if quote.kind != "indirect" or quote.cue_class == "speech":
            of[f"precision {quote.kind}"] += 1
            if jaccard < 0.5:
                where = (
                    "overlaps a gold row" if scored.found[i] & set().union(*scored.gold) else "nothing there"
                )
                add(f"precision {quote.kind}", f"{where} (rule: {quote.rule})", words)
        if quote.confidence >= SURE:
            of["sure"] += 1
            if jaccard < 0.5:
                add("sure", "other words" if j >= 0 else "the gold has nothing there", words)
            elif not right_speaker(scored, quote, scored.items[j]):
                add("sure", "another speaker", words)
