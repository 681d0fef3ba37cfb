"""How reliable, how credible and in which languages: a bar each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from sayso.charts import legend as keys
from sayso.charts.mix import Bar
from sayso.charts.mix import Part as Piece
from sayso.charts.mix import mix as chart
from sayso.model.frames import records
from sayso.model.languages import language_name
from sayso.model.scales import CREDIBILITY, RELIABILITY
from sayso.model.wording import all_of, counted, listed, sentence
from sayso.reports import heading
from sayso.reports.evidence import Ids, ids_by
from sayso.reports.report import Drawing, Part
from sayso.reports.sources.reliance import MIXES, UNJUDGED, Basis

MOST_PIECES = 8
HEADS = {"reliability": "Outlet’s reliability", "credibility": "Report’s credibility", "language": "Language"}
_METHOD = (
    "Each counting statement once, by its outlet’s reliability (A–F), its report’s credibility (1–6) and the language of its "
    "words (for acts, of the article). F and 6 mean “cannot be judged”, not “worst”: they stand apart, and no grade is averaged."
)


@dataclass(frozen=True)
class Mix:
    """What the statements are made of."""

    basis: Basis

    @property
    def sentence(self) -> str:
        """ "147 of 281 statements come from outlets rated A or B, 37 from outlets that cannot be judged; two languages"."""
        mixes = self.basis.reliance.mixes
        grades = {row["reliability"]: int(row["n"]) for row in records(mixes["reliability"])}
        total = sum(grades.values())
        good = grades.get("A", 0) + grades.get("B", 0)
        unknown = sum(grades.get(grade, 0) for grade in UNJUDGED)
        languages = [row["language"] for row in records(mixes["language"]) if row["language"]]
        share = f"{f'{good:,}' if good else 'None'} of {counted(total, 'statement')}"
        if not total:
            share = "No statement"
        elif good == total or total == 1:
            share = sentence(all_of(total, "statement"))
        rated = "outlets rated A or B" if total > 1 else f"{'an' if good else 'no'} outlet rated A or B"
        head = (
            f"{share} {'come' if good > 1 else 'comes'} from {rated if total else 'an outlet rated A or B'}"
        )
        head += f", {unknown:,} from outlets that cannot be judged or are not rated" if unknown else ""
        names = listed([language_name(code) for code in languages], most=4)
        return f"{head}; in {names}." if languages else f"{head}."

    @cached_property
    def bars(self) -> list[Bar]:
        """A bar for each of MIXES."""
        return [Bar(name, HEADS[name], self._pieces(name)) for name in MIXES]

    @property
    def labels(self) -> dict[str, str]:
        """Every piece by "bar:value": a grade's letter alone would be said of two bars."""
        return {
            f"{bar.key}:{piece.key}": f"{bar.label}: {piece.words}"
            for bar in self.bars
            for piece in bar.parts
        }

    @property
    def facts(self) -> dict[str, str]:
        """What stands behind each piece's name, by "bar:value"."""
        return {f"{bar.key}:{piece.key}": facts(piece) for bar in self.bars for piece in bar.parts}

    def statements_of(self, bar: str, value: str) -> pd.DataFrame:
        """The statements behind one piece."""
        statements = self.basis.statements
        return statements[statements[MIXES[bar]] == value]

    @property
    def part(self) -> Part:
        """The three bars; a mark is (bar, value)."""

        def draw(selected: tuple[str, str] | None) -> Drawing:
            return Drawing(*chart(self.bars, selected))

        return Part(
            "sources-mix", self.sentence, self._frame(), self._table, self.basis.answers[:2], _METHOD,
            heading.provenance(
                self.basis.view, "share of statements", "hatched: cannot be judged, or not stated; nothing is averaged",
                basis="statements",
            ),
            draw if self.basis.outlets else None, self._ids, self._legend,
        )  # fmt: skip

    @property
    def _legend(self) -> tuple[keys.Key, ...]:
        """Grades, and each bar in words: thin parts have no room for theirs."""
        told = [
            (bar.label, [f"{piece.label} {piece.share * 100:.0f} % (n={piece.n:,})" for piece in bar.parts])
            for bar in self.bars
        ]
        sentences = (
            f"{label}: {', '.join(parts[:MOST_PIECES])}{' …' if len(parts) > MOST_PIECES else ''}"
            for label, parts in told
        )
        return (*keys.MIX, *map(keys.Key, sentences))

    def _pieces(self, name: str) -> list[Piece]:
        """The pieces of one bar: grades from the best, languages from the most used; what is none of them last."""
        rows = records(self.basis.reliance.mixes[name])
        is_graded = name != "language"
        apart = UNJUDGED if is_graded else ("",)
        if is_graded:
            rows.sort(key=lambda row: str(row[name]))
        rows.sort(key=lambda row: (row[name] in apart, row[name] == ""))
        return [
            Piece(
                row[name], _label(name, row[name]), row[name] or "–", words(name, row[name]), int(row["n"]), float(row["share"]),
                level=_level(row[name]) if is_graded and row[name] not in apart else None, is_apart=row[name] in apart,
            )
            for row in rows
        ]  # fmt: skip

    def _frame(self) -> pd.DataFrame:
        rows = [(bar.key, piece.key, piece.n, piece.share) for bar in self.bars for piece in bar.parts]
        return pd.DataFrame(rows, columns=["bar", "value", "n", "share"])

    def _table(self) -> pd.DataFrame:
        return pd.DataFrame(
            [
                {"Of": bar.label, "Value": piece.words, "Statements": piece.n, "Share": round(piece.share, 3),
                 "Cannot be judged": "yes" if piece.is_apart else ""}
                for bar in self.bars for piece in bar.parts
            ]
        )  # fmt: skip

    def _ids(self) -> Ids:
        return {
            (bar, *mark): ids
            for bar, column in MIXES.items()
            for mark, ids in ids_by(self.basis.statements, [column]).items()
        }


def facts(piece: Piece) -> str:
    """ " · n=45 · 15 %"; what is little is not nothing."""
    percent = f"{piece.share * 100:.0f} %" if piece.share >= 0.01 else "under 1 %"
    return f" · n={piece.n:,} · {percent}"


def more(bar: Bar) -> str:
    """How many pieces stand in no row; "" if all do."""
    n = len(bar.parts) - MOST_PIECES
    return f"And {n:,} more: in the box and the table below." if n > 0 else ""


def words(name: str, value: str) -> str:
    """ "B, usually reliable", "6, truth cannot be judged", "Arabic", "not rated"."""
    if name == "language":
        return language_name(value)
    if not value:
        return "not rated"
    meaning = RELIABILITY[value] if name == "reliability" else CREDIBILITY[int(value)]
    return f"{value}, {meaning}"


def _label(name: str, value: str) -> str:
    return language_name(value) if name == "language" else value or "not rated"


def _level(value: str) -> int:
    return "ABCDE".find(value) if value in "ABCDE" else int(value) - 1
