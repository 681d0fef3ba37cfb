"""What to look at before a briefing is shown or sent: by rule, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.briefings.freshness import since_pinned
from sayso.briefings.records import Briefing, Item
from sayso.errors import SaysoError
from sayso.model.wording import agreeing, counted, listed
from sayso.queries.briefings import unquotable
from sayso.reports.exhibit import Exhibit
from sayso.store.hub import Database

MOST_ROWS, MOST_COLUMNS = 17, 9
"""Of a matrix that fits on one slide at 10 points."""
TALLEST = 1_000
"""Pixels of a chart that a screen of 1080 shows at a readable size."""
LONGEST_TITLE, LONGEST_TEXT = 180, 700
"""Characters that a slide holds."""


@dataclass(frozen=True)
class Caution:
    """One thing: `item_id` is the part that it is about, None for the whole; `kind` groups them."""

    kind: str
    words: str
    item_id: str | None = None


def preflight(database: Database, briefing: Briefing) -> list[Caution]:
    """Everything to look at, in the order of the parts. It asks changed views anew."""
    withheld = unquotable(database)
    cautions = list(_of_all(briefing))
    for item in briefing.items:
        cautions += [Caution(kind, words, item.item_id) for kind, words in _of_item(database, item, withheld)]
    return cautions


def _of_all(briefing: Briefing) -> Iterator[Caution]:
    if not briefing.items:
        yield Caution("empty", "It has no parts yet.")
    dates = sorted({item.exhibit.as_of for item in briefing.views if item.exhibit})
    if len(dates) > 1:
        yield Caution("dates", f"Its views are as of different days: {listed(dates, most=5)}.")


def _of_item(database: Database, item: Item, withheld: set[str]) -> Iterator[tuple[str, str]]:
    if item.fault:
        yield "fault", f"It cannot be shown: {item.fault}"
    if item.needs_check:
        yield "check", "These words were written for an earlier day: read them again."
    if len(item.text or "") > LONGEST_TEXT:
        yield "fit", f"The text has {len(item.text or ''):,} characters; a slide holds about {LONGEST_TEXT}."
    if item.exhibit:
        yield from _of_view(item.exhibit, withheld)
        yield from _of_data(database, item, item.exhibit)


def _of_view(exhibit: Exhibit, withheld: set[str]) -> Iterator[tuple[str, str]]:
    said, table = exhibit.statements, exhibit.table
    if "n" in table and (n := int((table["n"] == 1).sum())):
        yield "single", f"{counted(n, 'cell')} {agreeing(n, 'rests', 'rest')} on one statement."
    if "Position" in table and (n := int((table["Position"] == "conflicting").sum())):
        yield "conflict", f"{counted(n, 'position')} {agreeing(n, 'is', 'are')} conflicting."
    if n := int((said["stated_on_basis"] == "inferred").sum()):
        yield "dates", f"{counted(n, 'date')} {agreeing(n, 'is', 'are')} inferred."
    graded = said["reliability"].fillna("F").replace("", "F")
    if outlets := sorted(
        {str(name) for name in said.loc[(graded == "F") & said["outlet"].notna(), "outlet"]}
    ):
        yield "rating", f"Outlets that cannot be judged or are not rated: {listed(outlets, most=4)}."
    if n := int(said["quote_id"].isin(withheld).sum()):
        yield "rights", f"{counted(n, 'quote')} may not be shown: their articles' rights do not allow it."
    if len(exhibit.title) > LONGEST_TITLE:
        yield (
            "fit",
            f"The title has {len(exhibit.title)} characters; two lines of a slide hold about {LONGEST_TITLE}.",
        )
    if exhibit.drawing and not exhibit.drawing.heads and exhibit.drawing.height > TALLEST:
        yield "fit", "The chart is taller than a screen: choose a shorter stretch of time, or fewer rows."
    heads = exhibit.drawing.heads if exhibit.drawing else None
    if heads and (len(heads.rows) > MOST_ROWS or len(heads.columns) > MOST_COLUMNS):
        yield (
            "fit",
            f"{len(heads.rows)} rows and {len(heads.columns)} columns do not fit on one slide at a readable size"
            f" ({MOST_ROWS} × {MOST_COLUMNS} do): split it, or choose fewer.",
        )


def _of_data(database: Database, item: Item, exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    try:
        difference = since_pinned(database, exhibit.retitled(item.proposed_title))
    except SaysoError as error:
        yield "data", f"It cannot be asked anew: {error.message}"
        return
    if difference is None or difference.is_same:
        return
    if difference.is_retitled:
        mine = "Your title was written for" if item.title else "Its title is"
        yield "title", f"{mine} earlier data: the finding is now “{difference.new.title}”."
    if n := len(difference.rows):
        yield (
            "data",
            f"{counted(n, 'row')} of its table {agreeing(n, 'has', 'have')} changed since it was pinned.",
        )
