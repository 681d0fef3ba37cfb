"""A shipped dataset as gold for stances: its counting codings of quotes, their places in the articles' text."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from sayso.ingest import KnownActor, issue_of
from sayso.ingest.records import Quote, Resolution, Span

DATASETS = Path(__file__).resolve().parents[2] / "data"
COUNTS = ("accepted", "edited")
Gold = dict[tuple[str, str], set[int]]  # (actor, issue) → stances


@dataclass(frozen=True)
class Coded:
    """One quote as coded: where its words are, and what it was coded as."""

    quote_id: str
    article_id: str
    words: str
    quote: Quote
    gold: Gold


class Dataset:
    """Quotes, issues, actors and articles of one folder; `text` stands in where the text may not ship."""

    def __init__(self, name: str, text: bytes = b"") -> None:
        def rows(table: str) -> list[dict[str, str]]:
            with (DATASETS / name / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                return list(csv.DictReader(file))

        self.issues = [issue_of(row) for row in rows("issues")]
        self.texts: dict[str, str] = {}
        for row in rows("articles"):
            if row["text"]:
                self.texts[row["article_id"]] = row["text"]
            elif hashlib.sha256(text).hexdigest() == row["text_sha256"]:
                self.texts[row["article_id"]] = text.decode("utf-8")
        aliases = defaultdict(list)
        for row in rows("aliases"):
            aliases[row["actor_id"]].append(row["alias"])
        self.actors = [
            KnownActor(r["actor_id"], r["name"], r["kind"], tuple(aliases[r["actor_id"]]), r["description"])  # type: ignore[arg-type]  # checked with the package: a kind of the schema
            for r in rows("actors")
        ]
        gold: dict[str, Gold] = defaultdict(lambda: defaultdict(set))
        for row in rows("statements"):
            if row["status"] in COUNTS and row["quote_id"]:
                gold[row["quote_id"]][row["actor_id"], row["issue_id"]].add(int(row["stance"]))
        self.quotes = [
            _coded(row, self.texts[row["article_id"]], dict(gold[row["quote_id"]]))
            for row in rows("quotes")
            if row["status"] in COUNTS and row["article_id"] in self.texts
        ]

    def half(self, which: str) -> set[str]:
        """Articles of one half, every other one by name: `tuned on`, `held out`; all for any other word."""
        names = sorted(self.texts)
        return set({"tuned on": names[::2], "held out": names[1::2]}.get(which, names))


def _coded(row: dict[str, str], text: str, gold: Gold) -> Coded:
    spans: list[Span] = []
    for piece in row["spans"].split(";"):
        start, _, end = piece.partition("-")
        spans.append((int(start), int(end)))
    spans.sort()
    words = " … ".join(text[start:end] for start, end in spans)
    quote = Quote(
        row["kind"], tuple(spans), None, _cue(text, spans, row["cue"]), "speech", None, "coded", 1.0, 0,  # type: ignore[arg-type]  # checked with the package: a kind of the schema
        resolution=Resolution(row["speaker_id"], "coded", 1.0),
    )  # fmt: skip
    return Coded(row["quote_id"], row["article_id"], words, quote, gold)


def _cue(text: str, spans: list[Span], cue: str) -> Span | None:
    """The cue nearest to the quote."""
    places, at = [], text.find(cue) if cue else -1
    while at >= 0:
        places.append(at)
        at = text.find(cue, at + 1)
    near = min(
        places, key=lambda p: min(abs(p + len(cue) - spans[0][0]), abs(p - spans[-1][1])), default=None
    )
    return (near, near + len(cue)) if near is not None else None
