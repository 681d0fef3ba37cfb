"""Any other part as a native table of its own words, as many rows as few slides hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import pandas as pd

from sayso.exports.deck import fit
from sayso.exports.deck.paper import Sheet
from sayso.exports.deck.table import Border, Cell, heights, table, text
from sayso.exports.deck.words import INK, LEFT, MUTED, RIGHT, TOP, Box, Run, box
from sayso.model.frames import records
from sayso.model.scales import rating
from sayso.model.wording import sentence
from sayso.reports.exhibit import Exhibit
from sayso.reports.numbering import Numbering, in_brackets

MOST_SLIDES = 3
_SIZES, _LINES = (14, 12, 11), 4
_LEAST, _MOST = 46.0, 380.0
_RULE = Border(0.5, "#c9c9c9")
_DROPPED = ("id", "url", "Statement before", "Statement after")
_FIELDS = {"quote": "Words", "stated_on": "Said", "n": "n", "p": "p", "q": "q"}


def sheets(exhibit: Exhibit, area: Box, numbers: Numbering, is_rtl: bool) -> list[Sheet]:
    """The table's columns but ids and addresses, and the number of each row's source where it has one."""
    frame = worded(exhibit, numbers)
    if frame.empty or not len(frame.columns):
        return [Sheet(partial(_draw_nothing, words="Nothing was found."))]
    made = [sheet for one in _alike(frame) for sheet in _sheets(exhibit, one, area, is_rtl)]
    return made[:MOST_SLIDES]


def _alike(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """A table of sums and of single changes is two: each has columns that the other leaves empty."""
    if "Actor" not in frame or not frame["Actor"].isna().any() or frame["Actor"].isna().all():
        return [frame]
    sums = frame["Actor"].isna()
    return [frame[of].dropna(axis=1, how="all") for of in (sums, ~sums)]


def _sheets(exhibit: Exhibit, frame: pd.DataFrame, area: Box, is_rtl: bool) -> list[Sheet]:
    numeric = [pd.api.types.is_numeric_dtype(frame[name]) for name in frame.columns]
    lines = [[word(value) for value in row.values()] for row in records(frame)]
    for size in _SIZES:
        widths = _widths([str(name) for name in frame.columns], lines, area.width, size)
        head = [
            text(str(name), size - 1, MUTED, is_bold=True, align=RIGHT if is_number else LEFT, border=_RULE)
            for name, is_number in zip(frame.columns, numeric, strict=True)
        ]
        rows = [
            [
                _cell(words, wide, size, is_number)
                for words, wide, is_number in zip(line, widths, numeric, strict=True)
            ]
            for line in lines[: MOST_SLIDES * 40]
        ]
        tall = [high + 2 for high in heights(rows, widths)]
        room = area.height - heights([head], widths)[0] - 4
        if sum(tall) <= room:
            break
    runs = fit.pages(tall, room)[:MOST_SLIDES]
    made = []
    for start, end in runs:
        extent = "" if (start, end) == (0, len(frame)) else f"rows {start + 1}–{end} of {len(frame):,}"
        if end < len(frame) and (start, end) == runs[-1]:
            extent += ", the rest in the workbook"
        draw = partial(_draw, exhibit=exhibit, cells=[head, *rows[start:end]], widths=widths, is_rtl=is_rtl)
        made.append(Sheet(draw, extent))
    return made


def worded(exhibit: Exhibit, numbers: Numbering) -> pd.DataFrame:
    """A table as a file for readers has it: no ids, no empty columns, sources by number."""
    whole = exhibit.table
    keys = [name for name in whole.columns if name in _DROPPED or str(name).endswith("_id")]
    frame = whole.drop(columns=keys).dropna(axis=1, how="all")
    articles = dict(zip(exhibit.statements["quote_id"], exhibit.statements["article_id"], strict=True))
    if "quote_id" in whole and "article_id" in exhibit.frame:
        articles |= dict(zip(exhibit.frame["quote_id"], exhibit.frame["article_id"], strict=True))
    if "quote" in whole and "reliability" in whole:
        codes = [rating(row["reliability"], _grade(row["credibility"])) for row in records(whole)]
        frame = frame.drop(columns=["kind", "article", "reliability", "credibility"], errors="ignore").assign(
            rating=codes
        )
    if "quote_id" in whole:
        marks = [numbers.of(exhibit, articles.get(key)) for key in whole["quote_id"]]
        frame = frame.assign(Source=[in_brackets([mark]) if mark else "" for mark in marks])
    elif "id" in whole and any(str(key) in exhibit.marks for key in whole["id"]):
        marked = [in_brackets(numbers.behind(exhibit, str(key))) for key in whole["id"]]
        frame = frame.assign(Sources=marked)
    names = {name: _FIELDS.get(str(name), sentence(str(name).replace("_", " "))) for name in frame.columns}
    return frame.rename(columns=names)


def _grade(value: Any) -> int | None:
    return None if value is None else int(value)


def word(value: Any) -> str:
    """A value as a reader sees it."""
    if value is None or value != value:
        return ""
    if isinstance(value, float):
        return f"{value:.3g}".replace("-", "−")
    return value.isoformat()[:10] if hasattr(value, "isoformat") else str(value)


def _widths(names: Sequence[str], lines: Sequence[Sequence[str]], room: float, size: int) -> list[float]:
    """What each column would like, the wide ones giving way."""
    wish = []
    for place, name in enumerate(names):
        cells = sorted(fit.width(line[place], size) for line in lines)
        usual = cells[int(len(cells) * 0.9)] if cells else 0.0
        longest_word = max((fit.width(part, size) for part in name.split()), default=0.0)
        wish.append(min(max(usual + 10, longest_word * 1.1 + 10, _LEAST), _MOST))
    total = sum(wish)
    if total <= room:
        return [wide * room / total if total > room * 0.7 else wide for wide in wish]
    low, high = 0.0, room  # the level at which the widest are cut
    for _ in range(24):
        limit = (low + high) / 2
        low, high = (low, limit) if sum(min(wide, limit) for wide in wish) > room else (limit, high)
    return [min(wide, low) for wide in wish]


def _cell(words: str, wide: float, size: int, is_number: bool) -> Cell:
    cut = fit.cut(words, size, wide - 6, _LINES)
    return Cell([[Run(cut, size, INK)]], border=_RULE, align=RIGHT if is_number else LEFT, anchor=TOP)


def _draw(
    slide: Any,
    area: Box,
    *,
    exhibit: Exhibit,
    cells: Sequence[Sequence[Cell]],
    widths: list[float],
    is_rtl: bool,
) -> None:
    tall = [high + 2 for high in heights(cells, widths)]
    table(slide, area, widths, tall, cells, name="Table", description=exhibit.title, is_rtl=is_rtl)


def _draw_nothing(slide: Any, area: Box, *, words: str) -> None:
    box(slide, Box(area.left, area.top + 20, area.width, 30), [[Run(words, 16, MUTED)]], name="Nothing")
