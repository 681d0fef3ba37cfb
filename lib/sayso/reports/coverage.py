"""What is left to code, and how good were the finds? The whole dataset, whatever a reader filters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import pandas as pd

from sayso.analysis.precision import LEVEL, PRIOR_WEIGHT, estimated
from sayso.model.scope import Scope
from sayso.model.wording import counted
from sayso.queries.answer import Answer
from sayso.queries.coding import article_stages, rule_decisions
from sayso.reports.citations import COLUMNS
from sayso.reports.memo import ask
from sayso.reports.report import Part, Report
from sayso.reports.view import View, look
from sayso.store.hub import Database

STAGES = {
    "to review": "Something that was found waits for a decision.",
    "not searched": "The text is here and no extractor has read it.",
    "coded": "Nothing waits, or a coder closed it.",
    "no text": "Only facts about the article are here: add the text to search it.",
    "withdrawn": "It no longer counts.",
}
LEFT = ("to review", "not searched")
ARTICLES = {
    "stage": "Stage", "title": "Article", "outlet": "Outlet", "published_on": "Published", "n_waiting": "Waiting",
    "n_quotes": "Quotes", "n_statements": "Statements", "n_events": "Events",
}  # fmt: skip
RULES = {
    "coder": "Extractor", "kind": "Kind", "rule": "Rule", "n_decided": "Decided", "n_accepted": "Accepted",
    "n_edited": "Edited", "n_rejected": "Rejected", "n_waiting": "Waiting", "confidence": "Stated",
    "precision": "Precision", "low": "from", "high": "to",
}  # fmt: skip
HOW_ESTIMATED = (
    f"Precision as estimated from your decisions: (right + {PRIOR_WEIGHT:g} × stated confidence) / (decided +"
    f" {PRIOR_WEIGHT:g}); a find that had to be edited counts half. The range holds {LEVEL:.0%} of what is likely."
)


@dataclass(frozen=True)
class Coverage(Report):
    """The articles by stage, what is left first, and each rule's precision."""

    page: ClassVar[str] = "coverage"
    view: View
    stages: Answer
    """One row an article (`queries.coding.article_stages`)."""
    decisions: Answer
    """One row a rule (`queries.coding.rule_decisions`)."""

    @property
    def title(self) -> str:
        """How many articles are left, and how much waits in them."""
        frame = self.stages.frame
        if frame.empty:
            return "There is no article yet"
        left = frame[frame["stage"].isin(LEFT)]
        if left.empty:
            return (
                f"All {counted(len(frame), 'article')} are done"
                if len(frame) > 1
                else "The one article is done"
            )
        waiting = counted(int(left["n_waiting"].sum()), "find")
        if len(frame) == 1:
            return f"The one article is left, with {waiting} waiting"
        verb = "is" if len(left) == 1 else "are"
        return f"{len(left):,} of {counted(len(frame), 'article')} {verb} left, with {waiting} waiting"

    @property
    def subtitle(self) -> str:
        """How much is coded."""
        return " · ".join(
            counted(int(self.stages.frame[column].sum()), noun)
            for column, noun in (("n_quotes", "quote"), ("n_statements", "statement"), ("n_events", "event"))
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """How precision is estimated, where anything was found."""
        return () if self.decisions.frame.empty else (HOW_ESTIMATED,)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The articles; the rules, where anything was found."""
        frame = self.stages.frame
        articles = Part(
            "coverage-articles", self.title, frame, lambda: _worded(frame, ARTICLES), (self.stages,)
        )
        return (articles,) if self.decisions.frame.empty else (articles, self._rules)

    @property
    def sources(self) -> pd.DataFrame:
        """None: it tells of the work, not of where anybody stands."""
        return pd.DataFrame(columns=COLUMNS)

    @property
    def n_by_stage(self) -> dict[str, int]:
        """How many articles are at each stage, in the order of the work; stages without any are left out."""
        counts = self.stages.frame["stage"].value_counts()
        return {stage: int(counts[stage]) for stage in STAGES if counts.get(stage, 0)}

    @property
    def following(self) -> int | None:
        """The place of the first article that waits for review."""
        stages = list(self.stages.frame["stage"])
        return stages.index("to review") if "to review" in stages else None

    @cached_property
    def _rules(self) -> Part:
        frame = estimated(self.decisions.frame)
        return Part(
            "coverage-rules", "How good are the finds?", frame, lambda: _worded(frame, RULES), (self.decisions,),
            HOW_ESTIMATED,
        )  # fmt: skip


def coverage(database: Database, scope: Scope) -> Coverage:
    """How far the coding of `database` is."""
    return Coverage(look(database, scope), ask(article_stages, database), ask(rule_decisions, database))


def _worded(frame: pd.DataFrame, words: dict[str, str]) -> pd.DataFrame:
    return frame[list(words)].rename(columns=words)
