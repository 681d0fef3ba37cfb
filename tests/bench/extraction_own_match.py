"""What was found in one of our own articles, held against its gold. Optional gold rows are neither hit nor miss."""

from __future__ import annotations

import collections
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from sayso.ingest import Extraction, Issue, extract

FOLDER = Path(__file__).resolve().parents[1] / "ingest" / "gold"
LENIENT = 0.5
_WORD = re.compile(r"\w+")
_LEAD = re.compile(
    r"^(?:the|an?|its|his|her|their|my|your|our|mr|mrs|ms|madam|dr|hon|sir|dame|lord|prince|king|sheikh|datuk|bishop|"
    r"president|commander|general|admiral|rt|rev)\b\.?\s*",
    re.IGNORECASE,
)
_EMPTY = frozenset("the a an of s to in and mr mrs ms for his her their at on".split())


@dataclass
class Held:
    """One article: text, gold, what was found, counts by (table, what), and a line per miss."""

    name: str
    text: str
    gold: Any
    found: Extraction
    n: collections.Counter[tuple[str, str]] = field(default_factory=collections.Counter)
    misses: list[tuple[str, str]] = field(default_factory=list)

    def miss(self, kind: str, words: str) -> None:
        """Note a miss or a false row."""
        self.misses.append((kind, f"{self.name}: {' '.join(words.split())}"))


def read(folder: Path = FOLDER) -> list[Held]:
    """Every article of the folder, extracted with its own issues as codebook."""
    held = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        issues = [
            Issue(
                i["issue_id"],
                tuple(i["keywords"]),
                tuple(i["support_cues"]),
                tuple(i["oppose_cues"]),
                i["proposition"],
            )
            for i in gold["issues"]
        ]
        found = extract(text, published_on=date.fromisoformat(gold["published_on"]), codebook=issues)
        held.append(Held(path.stem, text, gold, found))
    return held


def words(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """Where the words of some spans begin; a leading "that" does not count."""
    hits = [(s + m.start(), m[0].lower()) for s, e in spans for m in _WORD.finditer(text[s:e])]
    if len(hits) > 1 and hits[0][1] == "that":
        hits = hits[1:]
    return frozenset(at for at, _ in hits)


def naming(text: str, span: Sequence[int] | None) -> frozenset[int]:
    """Where the words of a name begin, without articles and titles."""
    if span is None:
        return frozenset()
    return frozenset(
        span[0] + m.start() for m in _WORD.finditer(text[span[0] : span[1]]) if m[0].lower() not in _EMPTY
    )


def jaccard(a: frozenset[int], b: frozenset[int]) -> float:
    """Shared words as a share of all."""
    return len(a & b) / len(a | b) if a | b else 0.0


def pairs(found: Sequence[Any], gold: Sequence[Any], likeness: Any) -> dict[int, tuple[int, float]]:
    """Best pairs first, each row used once: found → (gold, likeness)."""
    scored = [(likeness(f, g), i, j) for i, f in enumerate(found) for j, g in enumerate(gold)]
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for value, i, j in sorted((s for s in scored if s[0] > 0), key=lambda s: (-s[0], s[1], s[2])):
        if i not in taken and j not in used:
            taken[i] = (j, value)
            used.add(j)
    return taken


def plain(name: str) -> str:
    """A name for comparing: no article, no title, one kind of apostrophe."""
    name = re.sub(r"[\s-]+", " ", name.replace("’", "'")).strip(" ,.").casefold()
    while (shorter := _LEAD.sub("", name)) != name and shorter:
        name = shorter
    return name


def gold_names(held: Held) -> dict[str, set[str]]:
    """Each gold actor's names."""
    return {a["key"]: {plain(name) for name in (a["name"], *a["aliases"])} for a in held.gold["actors"]}


def found_names(held: Held) -> dict[str, set[str]]:
    """Each found actor's names."""
    return {a.key: {plain(name) for name in (a.name, *a.aliases)} for a in held.found.actors}


def same_actor(held: Held, found: str | None, gold: str) -> bool:
    """Whether a found actor is the gold one, by any name; somebody only described needs no more than not be another."""
    if found is None:
        return False
    ours, row = found_names(held), next(a for a in held.gold["actors"] if a["key"] == gold)
    if found not in ours and row.get("described"):
        return True
    return bool(ours.get(found, {plain(found)}) & gold_names(held)[gold])
