"""What was read and waits for the coder's word, and what became of it: kept for this session only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import streamlit as st

from sayso.errors import SaysoError
from sayso.ingest.reading.article import ReadArticle

_KEY = "_adding"
What = Literal["added", "duplicate", "attached", "failed", "left"]
Source = tuple[str, Callable[[], list[ReadArticle]]]
"""A name to show, and what reads it; raises SaysoError."""


@dataclass(frozen=True)
class Draft:
    """An article that was read from `name`; `number` tells drafts apart."""

    number: int
    name: str
    article: ReadArticle


@dataclass(frozen=True)
class Result:
    """What became of one article or file; `detail` is a sentence."""

    what: What
    title: str
    detail: str = ""
    article_id: str | None = None
    draft: int | None = None
    """The number of a draft that could not be stored and still waits."""


@dataclass
class Adding:
    """One coder's stack on one dataset, and what the next article inherits."""

    dataset: str
    drafts: list[Draft] = field(default_factory=list)
    results: list[Result] = field(default_factory=list)
    outlet: str = ""
    language: str = ""
    rights: tuple[str, ...] = ()
    round: int = 0
    """Part of the widgets' keys: the next round starts with empty fields."""

    def begin(self) -> None:
        """Forget what was read and what became of it."""
        self.drafts, self.results = [], []
        self.round += 1


def current(dataset: str) -> Adding:
    """The stack of this session; another dataset starts another."""
    kept = st.session_state.get(_KEY)
    if not isinstance(kept, Adding) or kept.dataset != dataset:
        kept = st.session_state[_KEY] = Adding(dataset)
    return kept


def read_all(adding: Adding, sources: Sequence[Source]) -> None:
    """Read each source, with a progress bar; what cannot be read is a result, the others are drafts."""
    adding.begin()
    bar = st.progress(0.0, "Reading …")
    for done, (name, read) in enumerate(sources):
        bar.progress(done / len(sources), f"Reading {done + 1} of {len(sources)}")
        try:
            articles = read()
        except SaysoError as error:
            adding.results.append(Result("failed", name, f"{error.message} {error.next_step}"))
            continue
        for article in articles:
            adding.drafts.append(Draft(len(adding.drafts), name, article))
    bar.empty()
