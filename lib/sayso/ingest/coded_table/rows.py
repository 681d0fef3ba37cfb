"""Each row read as a statement, or told as wrong: with its number, its column and what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from sayso.ingest.coded_table.columns import BY_KEY
from sayso.ingest.coded_table.mapping import TableMap
from sayso.ingest.coded_table.table import Row, Table, clean
from sayso.ingest.coded_table.values import CellError, read_date, stance_key
from sayso.ingest.reading.article import LONGEST_TITLE, one_line
from sayso.model.wording import listed

LONGEST_NAME, LONGEST_ISSUE, LONGEST_CODER, LONGEST_QUOTE = 120, 400, 40, 20_000
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Coded:
    """One statement as its row says it; dates are EDTF, `stated_basis` whether the row or its article says it."""

    row: int
    speaker: str
    organisation: str
    kind: str
    issue: str
    stance: int
    condition: str
    quote: str
    title: str
    article_id: str
    url: str
    outlet: str
    stated_on: str
    stated_basis: str
    published_on: str
    language: str
    translation: str
    note: str
    coder: str
    credibility: int | None


@dataclass(frozen=True, order=True)
class Problem:
    """Why a row cannot come in. `column` is its title in the table, "" for the whole row."""

    row: int
    column: str
    wrong: str
    right: str


@dataclass
class ReadRows:
    """The rows that can be read, and what is wrong with the others."""

    rows: list[Coded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_rows(
    table: Table, mapping: TableMap, kinds: Collection[str], progress: Progress | None = None
) -> ReadRows:
    """Read every row of `table`; `kinds` are what an actor can be. A row with a problem is in none but `problems`."""
    found = ReadRows()
    places = {key: table.columns.index(column) for key, column in mapping.columns.items()}
    for done, row in enumerate(table.rows):
        if progress and done % 500 == 0:
            progress(done / len(table.rows))
        reader = _Reader(row, places, table.columns, mapping)
        coded = reader.read(kinds)
        found.problems.extend(reader.problems)
        if not reader.problems:
            found.rows.append(coded)
    return found


class _Reader:
    def __init__(self, row: Row, places: dict[str, int], columns: tuple[str, ...], mapping: TableMap) -> None:
        self.row, self.problems = row, list[Problem]()
        self._places, self._columns, self._mapping = places, columns, mapping

    def read(self, kinds: Collection[str]) -> Coded:
        """The row as a statement, as far as it can be read."""
        if self.row.beyond:
            self._wrong(
                "",
                f"It has {self.row.beyond} more cells than there are titles.",
                "Look for a stray separator.",
            )
        speaker = self._line("speaker", LONGEST_NAME)
        organisation = self._line("organisation", LONGEST_NAME)
        kind = self._line("kind", 40).casefold() or self._mapping.speaker_kind
        if not speaker and organisation:  # the body itself speaks
            speaker, organisation, kind = organisation, "", "organisation"
        if not speaker:
            self._wrong("speaker", "It names no speaker.", "Write who says it.")
        if kind not in kinds:
            self._wrong("kind", f"“{kind}” is no kind of actor.", f"One of {', '.join(kinds)}.")
        issue = self._line("issue", LONGEST_ISSUE)
        if not issue:
            self._wrong("issue", "It names no issue.", "Write what it is about.")
        stated_on, published_on = self._date("date"), self._date("published")
        if not stated_on and not published_on and not self.problems:
            self._wrong(
                "date" if "date" in self._places else "published",
                "It has no date.",
                "Write 2021-07-24, 2021-07 or 2021.",
            )
        return Coded(
            self.row.number, speaker, organisation, kind, issue, self._stance(), self._text("condition"),
            self._text("quote"), self._line("title", LONGEST_TITLE), self._line("article_id", 200), self._address(),
            self._line("outlet", LONGEST_NAME) or self._mapping.outlet, stated_on or published_on,
            "stated" if stated_on else "inferred", published_on, self._language(), self._text("translation"),
            self._text("note"), self._coder(), self._credibility(),
        )  # fmt: skip

    def _text(self, key: str) -> str:
        text = clean(self.row.cells[self._places[key]]) if key in self._places else ""
        if len(text) > LONGEST_QUOTE:
            self._wrong(
                key,
                f"It has {len(text):,} characters.",
                f"At most {LONGEST_QUOTE:,}: the words, not the article.",
            )
        return text

    def _line(self, key: str, longest: int) -> str:
        text = " ".join(self._text(key).split())
        if len(text) > longest:
            if key == "title":
                return one_line(text)
            self._wrong(key, f"It has {len(text)} characters.", f"At most {longest}.")
        return text

    def _stance(self) -> int:
        cell = self.row.cells[self._places["stance"]]
        key = stance_key(cell)
        stance = self._mapping.stances.get(key) if key else self._mapping.empty_stance
        if stance is None:
            wrong = f"“{clean(cell)[:40]}” has no meaning on the scale." if key else "It is empty."
            self._wrong("stance", wrong, "Say what it means, −2 to +2.")
        return stance or 0

    def _date(self, key: str) -> str:
        if key not in self._places or (cell := self.row.cells[self._places[key]]) is None:
            return ""
        try:
            return read_date(cell, self._mapping.day_order)
        except CellError as error:
            self._wrong(key, error.wrong, error.right)
            return ""

    def _address(self) -> str:
        text = self._text("url")
        if text and not re.fullmatch(r"https?://[^\s<>\"]+", text):
            self._wrong(
                "url", f"“{text[:60]}” is no web address.", "Begin it with https://, or leave it empty."
            )
        return text

    def _language(self) -> str:
        text = self._text("language") or self._mapping.language
        if text and not (match := re.fullmatch(r"([A-Za-z]{2})(?:[-_].*)?", text)):
            self._wrong("language", f"“{text[:20]}” is no language code.", "Two letters, such as en or ar.")
        return match[1].lower() if text and match else ""

    def _coder(self) -> str:
        name = self._line("coder", LONGEST_CODER)
        if "@" in name:
            self._wrong("coder", "A name with @ is an extractor’s.", "Write the person’s name.")
        return name

    def _credibility(self) -> int | None:
        text = self._text("credibility")
        if not text:
            return None
        if not re.fullmatch(r"[A-Fa-f]?[1-6]", text):
            self._wrong("credibility", f"“{text[:20]}” is no grade.", "1 to 6, or leave it empty.")
            return None
        return int(text[-1])

    def _wrong(self, key: str, wrong: str, right: str) -> None:
        self.problems.append(Problem(self.row.number, self._column(key), wrong, right))

    def _column(self, key: str) -> str:
        return self._columns[self._places[key]] if key in self._places else BY_KEY[key].label if key else ""


def in_words(problems: list[Problem], most: int = 10) -> str:
    """The first problems, a line each, and how many more there are."""
    lines = [
        f"Row {each.row}{f', {each.column}' if each.column else ''}: {each.wrong} {each.right}"
        for each in problems[:most]
    ]
    rows = len({each.row for each in problems[most:]})
    return "\n".join([*lines, *([f"and {rows} more"] if rows else [])])


def rows_in_words(rows: list[int]) -> str:
    """ "rows 3, 4 and 12 more"."""
    return f"row{'s' if len(rows) > 1 else ''} {listed([str(row) for row in rows], most=6)}"
