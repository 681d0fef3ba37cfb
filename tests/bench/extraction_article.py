"""The first article: its attributions, events and actors against gold written here, as places in its text."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from sayso.ingest import Extraction, extract
from tests.bench.extraction_table import Row

PUBLISHED = date(2021, 7, 24)
# where the words are (start, end), and a word that the speaker's name must contain
ATTRIBUTIONS = (
    (42, 161, "militia"), (295, 354, "committee"), (356, 607, "committee"), (638, 788, "committee"),
    (799, 887, "committee"), (1036, 1173, "khazali"), (1175, 1356, "khazali"), (1486, 1601, "hakim"),
    (1603, 1888, "hakim"), (1942, 1980, "foreign minister|fuad"), (2069, 2185, "fuad"), (2186, 2302, "fuad"),
    (2373, 2545, "reports"), (2576, 2671, "reports"), (3428, 3496, "parliament"),
)  # fmt: skip
# attributions that a coder may also mark; finding one is not a mistake
ALSO_RIGHT = ((118, 161, "hussein"), (2917, 2965, ""))
# kinds that fit, where the trigger is, the date
EVENTS = (
    ("DISAPPROVE", (26, 45), "../2021-07-24"), ("DEMAND", (283, 354), "2021-07-23"),
    ("CONSULT AGREE", (2600, 2671), "2021-07-24/.."), ("RETREAT", (2490, 2545), "../2021-12-31"),
    ("MOBILIZE", (2700, 2765), "2003-03/.."), ("MOBILIZE", (2790, 2840), "2003-03"),
    ("MOBILIZE", (3040, 3140), "2014"), ("ASSAULT", (3180, 3290), "2020-01-03"),
    ("DEMAND SUPPORT AGREE", (3385, 3460), "2020-01-03/.."),
)  # fmt: skip
MOST_ACTORS = 24


def measure_article(data: Path, split: str, limit: int) -> tuple[list[Row], list[str]]:
    """Attributions with the right speaker, false ones, events with the right date, actors."""
    path = data / "article.txt"
    if not path.is_file():
        return [], [f"the first article: no {path}"]
    text = path.read_bytes().decode("utf-8")
    found = extract(text, published_on=PUBLISHED)
    right, false, misses = _attributions(found)
    dated = [
        any(_same_event(event, e.kind, e.trigger, e.happened_on) for e in found.events) for event in EVENTS
    ]
    rows = [
        Row(
            "first article: attributions with speaker / false ones",
            f"{right} of {len(ATTRIBUTIONS)} / {false}",
            target="13 of 15 / 0",
        ),
        Row(
            "first article: events with the right date",
            f"{sum(dated)} of {len(EVENTS)} ({len(found.events)} proposed)",
            target="9 of 9",
        ),
        Row("first article: actors", str(len(found.actors)), target=f"≤ {MOST_ACTORS}"),
    ]
    missed = [f"event {event}" for event, ok in zip(EVENTS, dated, strict=True) if not ok]
    return rows, [f"in the first article: {miss}" for miss in (*misses, *missed)]


def _attributions(found: Extraction) -> tuple[int, int, list[str]]:
    names = {actor.key: actor.name for actor in found.actors}
    right, used, misses = 0, set(), []
    for start, end, key in (*ATTRIBUTIONS, *ALSO_RIGHT):
        best, share = max(
            ((n, _overlap((start, end), quote.spans)) for n, quote in enumerate(found.quotes)),
            key=lambda pair: pair[1],
        )
        actor = found.quotes[best].resolution.actor or ""
        fits = share >= 0.5 and re.search(key, names.get(actor, actor).lower().replace("-", " "))
        if fits:
            used.add(best)
        if (start, end, key) in ATTRIBUTIONS:
            right += bool(fits)
            if not fits:
                misses.append(f"attribution {start}–{end} ({key}): {actor or 'not found'}")
    return right, len(found.quotes) - len(used), misses


def _overlap(gold: tuple[int, int], spans: tuple[tuple[int, int], ...]) -> float:
    inside = set(range(*gold))
    ours = {place for span in spans for place in range(*span)}
    return len(inside & ours) / len(inside | ours)


def _same_event(
    gold: tuple[str, tuple[int, int], str], kind: str, trigger: tuple[int, int], happened_on: str | None
) -> bool:
    kinds, (start, end), when = gold
    near = trigger[0] < end and start < trigger[1]
    return kind in kinds.split() and near and happened_on == when
