"""One numbering of sources over many exhibits: a source keeps its number in every part and every file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports import citations
from sayso.reports.exhibit import Exhibit


@dataclass(frozen=True)
class Numbering:
    """`sources`: a row an article (`citations.COLUMNS` and dataset) in order of number, from 1."""

    sources: pd.DataFrame
    by_article: dict[tuple[str, str], int]
    n_withheld: int

    def of(self, exhibit: Exhibit, article_id: object) -> int | None:
        """The number of an article; None for what no article reports."""
        return self.by_article.get((exhibit.dataset, str(article_id)))

    def all_of(self, exhibit: Exhibit) -> list[int]:
        """The numbers of everything that an exhibit rests on."""
        return sorted(self.by_article[exhibit.dataset, key] for key in exhibit.sources["article_id"])

    def behind(self, exhibit: Exhibit, mark: str) -> list[int]:
        """The numbers of what lies behind one mark."""
        articles = dict(
            zip(exhibit.statements["statement_id"], exhibit.statements["article_id"], strict=True)
        )
        numbers = (self.of(exhibit, articles.get(key)) for key in exhibit.marks.get(mark, ()))
        return sorted({number for number in numbers if number is not None})

    def citations(self, exhibit: Exhibit, most: int) -> list[str]:
        """`most` statements behind an exhibit, each cited in full: those on what its title names first, then the newest."""
        rows = records(exhibit.statements)
        rows.sort(
            key=lambda row: (
                not row["is_kept"],
                str(row["issue"]) not in exhibit.title,
                str(row["actor"]) not in exhibit.title,
            )
        )
        rows = rows[:most]
        return [citations.citation(row, self.of(exhibit, row["article_id"])) for row in rows]

    @property
    def rights(self) -> str:
        """What is said of words that were left out; empty if none were."""
        if not self.n_withheld:
            return ""
        return f"{counted(self.n_withheld, 'statement is', 'statements are')} cited without words: the rights of the articles do not allow quoting."


def numbering(exhibits: Iterable[Exhibit]) -> Numbering:
    """Number the sources of `exhibits` in the order in which they first appear."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    withheld: set[tuple[str, str]] = set()
    for exhibit in exhibits:
        for row in records(exhibit.sources.reindex(columns=citations.COLUMNS)):
            key = exhibit.dataset, str(row["article_id"])
            before = rows.setdefault(key, {**row, "number": len(rows) + 1, "dataset": exhibit.dataset_title})
            before["n_statements"] = max(before["n_statements"], row["n_statements"])
        said = exhibit.statements
        withheld |= {(exhibit.dataset, str(key)) for key in said.loc[said["is_withheld"].astype(bool), "statement_id"]}  # fmt: skip
    frame = pd.DataFrame(list(rows.values()), columns=[*citations.COLUMNS, "dataset"])
    return Numbering(frame, {key: row["number"] for key, row in rows.items()}, len(withheld))


def in_brackets(numbers: Sequence[int]) -> str:
    """ "[1–4, 7]": neighbours as a range; empty for none."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return f"[{', '.join(words)}]" if words else ""
