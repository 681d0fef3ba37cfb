"""The fields of a statement that a column can hold, and a guess of which column holds which."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ingest.coded_table.table import Cell, Table, clean
from sayso.ingest.coded_table.values import CellError, guess_stances, read_date, stance_values

SAMPLE = 200  # rows by which content is judged


@dataclass(frozen=True)
class Field:
    """One field: `names` are titles that mean it, `group` where the page puts it."""

    key: str
    label: str
    group: str
    names: tuple[str, ...]
    help: str = ""


FIELDS: tuple[Field, ...] = (
    Field("speaker", "Speaker or actor", "needed", ("speaker", "actor", "person", "name", "who", "speaker name", "actor name", "stakeholder", "politician", "source person")),
    Field("issue", "Issue", "needed", ("issue", "concept", "topic", "proposition", "claim", "policy", "frame", "belief", "category", "theme")),
    Field("stance", "Stance", "needed", ("stance", "position", "agreement", "qualifier", "support", "opinion", "direction", "evaluation", "sentiment", "valence", "agree")),
    Field("date", "Said on", "needed", ("date", "said on", "stated on", "statement date", "day", "date said", "when"), "The day of the statement. Without it, the article’s day is taken."),
    Field("published", "Published on", "article", ("published on", "published", "publication date", "article date", "pubdate", "date published")),
    Field("title", "Article’s title", "article", ("article", "title", "article title", "headline", "document", "document title")),
    Field("url", "Article’s address", "article", ("url", "link", "web address", "article url", "address", "source url")),
    Field("outlet", "Outlet", "article", ("outlet", "newspaper", "publisher", "publication", "source", "medium", "media", "journal", "outlet name")),
    Field("quote", "Words", "words", ("quote", "quotation", "text", "statement", "words", "excerpt", "passage", "quoted text", "segment", "coded text")),
    Field("translation", "Translation", "words", ("translation", "english", "translated", "quote english", "in english")),
    Field("language", "Language", "words", ("language", "lang")),
    Field("condition", "Condition", "words", ("condition", "conditional", "if", "condition text")),
    Field("organisation", "Organisation", "more", ("organisation", "organization", "affiliation", "party", "institution", "org", "employer", "group")),
    Field("kind", "Kind of actor", "more", ("kind", "actor kind", "actor type", "type", "kind of actor"), "person, organisation, government, party …"),
    Field("article_id", "Article’s id", "more", ("article id", "articleid", "document id", "doc id", "docid", "id of article")),
    Field("note", "Note", "more", ("note", "notes", "comment", "comments", "remark", "memo")),
    Field("coder", "Coder", "more", ("coder", "coded by", "annotator", "rater", "user", "analyst")),
    Field("credibility", "Credibility", "more", ("credibility", "credibility grade", "admiralty"), "1 to 6, where 6 cannot be judged."),
)  # fmt: skip
BY_KEY = {field.key: field for field in FIELDS}
NEEDED = ("speaker", "issue", "stance")
_ACTOR = ("organisation", "speaker")


def plain(title: str) -> str:
    """A title as names of columns are compared: lower-case words."""
    return " ".join(re.findall(r"\w+", re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", title).casefold()))


def guess_columns(table: Table) -> dict[str, str]:
    """Columns by field: by their titles, else by what they hold. A table of organisations has them as actors."""
    titles = {plain(column): column for column in reversed(table.columns)}
    found: dict[str, str] = {}
    for field in FIELDS:
        if (title := next((titles[name] for name in field.names if name in titles), None)) is not None:
            found.setdefault(field.key, title)
    found = _once(found)
    _by_content(table, found)
    if "speaker" not in found and "organisation" in found:
        found["speaker"] = found.pop("organisation")
    return {field.key: found[field.key] for field in FIELDS if field.key in found}


def _once(found: Mapping[str, str]) -> dict[str, str]:
    """The first field keeps a column that two could have."""
    kept: dict[str, str] = {}
    for key, column in found.items():
        if column not in kept.values():
            kept[key] = column
    return kept


def _by_content(table: Table, found: dict[str, str]) -> None:
    for column in table.columns:
        cells = [cell for cell in table.cells(column)[:SAMPLE] if cell is not None]
        if column in found.values() or not cells:
            continue
        for key, fits in (
            ("url", _is_address),
            ("date", _is_date),
            ("stance", None),
            ("language", _is_language),
        ):
            if key in found or (key == "date" and "published" in found):
                continue
            if _are_stances(cells) if fits is None else sum(map(fits, cells)) >= 0.8 * len(cells):
                found[key] = column
                break
    if "quote" not in found:
        free = [column for column in table.columns if column not in found.values()]
        length = {column: _mean_length(table.cells(column)[:SAMPLE]) for column in free}
        longest = max(free, key=length.__getitem__, default=None)
        if longest is not None and length[longest] >= 60:
            found["quote"] = longest


def _is_address(cell: Cell) -> bool:
    return isinstance(cell, str) and cell.startswith(("http://", "https://"))


def _is_date(cell: Cell) -> bool:
    if isinstance(cell, (bool, int, float)) or (isinstance(cell, str) and not re.search(r"\d{4}", cell[:40])):
        return False
    try:
        read_date(cell, "dmy")
    except CellError:
        return False
    return True


def _is_language(cell: Cell) -> bool:
    return isinstance(cell, str) and re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", cell) is not None


def _are_stances(cells: Sequence[Cell]) -> bool:
    values = stance_values(cells)
    return 1 < len(values) <= 7 and len(guess_stances(values)) == len(values)


def _mean_length(cells: list[Cell]) -> float:
    texts = [len(clean(cell)) for cell in cells if isinstance(cell, str)]
    return sum(texts) / len(texts) if texts else 0.0
