"""A dataset of any size, written by the product's own bulk path: articles with text, quotes, accepted statements."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sayso.ingest.records import Span
from sayso.store.changes import change
from sayso.store.database import Database
from sayso.store.hub import Hub
from sayso.store.many import insert_many
from sayso.store.new import create_dataset
from sayso.store.text_check import canonical, sha256

ISSUES = ("toll", "quay", "ferry", "dredging", "pilots", "cranes", "warehouse", "railway")
QUOTES_IN_ARTICLE = 10
FIRST = date(2014, 1, 1)
_FILLER = (
    "council harbour members vote budget season weather traffic cargo night morning street winter market report "
    "office clerk minutes agenda letter crew engine water bridge north south lamp paint rope sail stone gate"
).split()


def generated(path: Path, n_statements: int, seed: int = 1) -> Path:
    """Write the dataset `path` with so many accepted statements, ten to an article; the same seed, the same words."""
    hub = Hub()
    try:
        fill(hub.attach(create_dataset(path)), n_statements, seed)
    finally:
        hub.close()
    return path


def fill(database: Database, n_statements: int, seed: int = 1) -> None:
    """Put the generated rows into an empty dataset, in one change."""
    dice = random.Random(seed)
    actors = [f"Speaker {_name(n)}" for n in range(max(10, n_statements // 50))]
    rows: dict[str, list[dict[str, Any]]] = {
        "outlets": [{"outlet_id": "gazette", "name": "Gazette", "reliability": "B"}],
        "actors": [{"actor_id": f"actor-{n}", "name": name, "kind": "person"} for n, name in enumerate(actors)],
        "issues": [_issue(n, issue) for n, issue in enumerate(ISSUES)],
        "articles": [], "quotes": [], "statements": [],
    }  # fmt: skip
    n_articles = -(-n_statements // QUOTES_IN_ARTICLE)
    for a in range(n_articles):
        day = FIRST + timedelta(days=a % 3000)
        coded = [
            (dice.randrange(len(actors)), dice.randrange(len(ISSUES)), dice.choice((-2, -1, 1, 2)))
            for _ in range(min(QUOTES_IN_ARTICLE, n_statements - a * QUOTES_IN_ARTICLE))
        ]
        said = [f"we {'back' if s > 0 else 'reject'} the {ISSUES[i]} {_words(dice, 12)}" for _, i, s in coded]
        text, spans = _article(
            [(actors[k], words) for (k, _, _), words in zip(coded, said, strict=True)], dice
        )
        name = f"gazette-{a}"
        rows["articles"].append(
            {"article_id": name, "outlet_id": "gazette", "outlet_basis": "stated", "title": f"Day {a}", "language": "en",
             "published_on": day.isoformat(), "published_on_basis": "stated", "text": text, "text_sha256": sha256(text),
             "rights": ["show", "quote"]}
        )  # fmt: skip
        for q, ((actor, issue, stance), span) in enumerate(zip(coded, spans, strict=True)):
            key = f"{name}-{q + 1}"
            rows["quotes"].append(
                {"quote_id": f"q-{key}", "article_id": name, "speaker_id": f"actor-{actor}", "kind": "direct",
                 "text": text[slice(*span)], "spans": [list(span)], "stated_on": day.isoformat(),
                 "stated_on_basis": "inferred", "language": "en", "status": "accepted", "coder": "anna"}
            )  # fmt: skip
            rows["statements"].append(
                {"statement_id": f"s-{key}", "quote_id": f"q-{key}", "actor_id": f"actor-{actor}", "basis": "words",
                 "issue_id": ISSUES[issue], "stance": stance, "status": "accepted", "coder": "anna"}
            )  # fmt: skip
    with change(database, "anna", note="generated") as made:
        for table, many in rows.items():
            insert_many(made, table, many)


def _article(said: list[tuple[str, str]], dice: random.Random) -> tuple[str, list[Span]]:
    """An article's canonical text, and where in it the words stand."""
    parts = [f"“{words[0].upper()}{words[1:]},” {name} said. {_sentence(dice)}" for name, words in said]
    text = canonical("\n\n".join(parts))
    spans, at = [], 0
    for _, words in said:
        at = text.index(words[1:], at)
        spans.append((at - 1, at - 1 + len(words)))
    return text, spans


def _sentence(dice: random.Random) -> str:
    words = _words(dice, 30)
    return f"{words[0].upper()}{words[1:]}."


def _words(dice: random.Random, n: int) -> str:
    return " ".join(dice.choices(_FILLER, k=n))


def _name(number: int) -> str:
    """A surname of letters: Baba, Babe …"""
    syllables = [a + b for a in "bdfgklmnprst" for b in "aeiou"]
    first, second = divmod(number, len(syllables))
    return f"{syllables[first % len(syllables)]}{syllables[second]}k".capitalize()


def _issue(number: int, word: str) -> dict[str, Any]:
    return {
        "issue_id": word, "proposition": f"The {word} is built.", "short_name": word.capitalize(), "sort": number + 1,
        "supports_means": f"Backs the {word}.", "opposes_means": f"Rejects the {word}.", "keywords": [word],
    }  # fmt: skip
