"""The analyst's own words, and someone's words behind a mark: three layers that look different (DESIGN §7)."""

from __future__ import annotations

import re
from typing import Any

from sayso.briefings.records import Item
from sayso.model.dates import words as date_words
from sayso.model.estimates import likelihood_words
from sayso.model.frames import records
from sayso.model.scales import rating
from sayso.reports.exhibit import Exhibit
from sayso.reports.quotation import text_or_none
from sayso.reports.quotation import words as words_of
from sayso.reports.two_sides import OPPOSING, SUPPORTING
from sayso.views import markup
from sayso.views.evidence import chip

_IDS = ["id", "Statement before", "Statement after"]
_MOST_ROWS = 8
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}|var\(--[a-z]+\)|rgba\([0-9., ]+\)")
_KEY_CLASSES = {
    "bold box": " sy-key-conflicting",
    "dashed box": " sy-key-not_found",
    "framed box": " sy-key-faded",
}
_LABELS = {"judgement": "Key judgement", "text": "Analyst’s text", "view": "Analyst’s comment"}


def judged(item: Item) -> str:
    """A judgement or text as HTML, never to be taken for a quote or a coded reading."""
    facts = [
        f"Likelihood: {likelihood_words(item.likelihood)}" if item.likelihood else "",
        f"Confidence: {item.confidence}" if item.confidence else "",
        "Written for an earlier day: to be read again" if item.needs_check else "",
    ]
    paragraphs = [
        markup.tag("p", markup.text(line), dir="auto")
        for line in (item.text or "").splitlines()
        if line.strip()
    ]
    estimate = " · ".join(filter(None, facts))
    return markup.tag(
        "div",
        markup.tag("p", _LABELS[item.kind], "sy-judged-label")
        + "".join(paragraphs)
        + (markup.tag("p", markup.text(estimate), "sy-estimate") if estimate else ""),
        "sy-judged",
    )


def legend(exhibit: Exhibit) -> str:
    """What letters and signs of a view mean, for a room that cannot hover; a screen has no room for more."""
    keys = [
        markup.tag(
            "span",
            markup.tag("b", markup.text(key.sign)) + markup.text(f" {key.words}"),
            f"sy-key{_KEY_CLASSES.get(key.shape, '')}",
            style=f"--fill:{_colour(key.fill)};--ink:{_colour(key.ink)}",
        )
        for key in exhibit.legend
        if key.sign and exhibit.page != "timeline"  # which needs the height
    ]
    return markup.tag("p", " ".join(keys), "sy-legend") if keys else ""


def _colour(colour: str) -> str:
    """A colour as charts name it; what a foreign file may have put there instead is left out."""
    return colour if _COLOUR.fullmatch(colour) else "inherit"


def table(exhibit: Exhibit) -> str:
    """A view without a chart, as large as a room needs it: its first rows, and how many more there are."""
    shown = (
        exhibit.table.drop(columns=_IDS, errors="ignore").replace("", None).dropna(axis="columns", how="all")
    )
    head = "".join(markup.tag("th", markup.text(name), scope="col") for name in shown.columns)
    rows = [
        "".join(
            markup.tag("td", markup.text(f"{value:g}" if isinstance(value, float) else value), dir="auto")
            for value in row.values()
        )
        for row in records(shown.head(_MOST_ROWS))
    ]
    more = len(shown) - len(rows)
    note = markup.tag("p", markup.text(f"{more:,} more rows."), "sy-fine") if more > 0 else ""
    body = "".join(markup.tag("tr", row) for row in rows)
    return (
        markup.tag(
            "table", markup.tag("thead", markup.tag("tr", head)) + markup.tag("tbody", body), "sy-slide-table"
        )
        + note
    )


def two_sides(exhibit: Exhibit) -> str:
    """The strongest words of each side, where the view has them (`reports.two_sides`); else nothing."""
    pieces = []
    for mark, head in ((SUPPORTING, "Supports"), (OPPOSING, "Opposes")):
        if exhibit.marks.get("/".join(mark)):
            pieces.append(markup.tag("h2", head, "sy-h2") + cards(exhibit, "/".join(mark)))
    return "".join(pieces)


def cards(exhibit: Exhibit, mark: str) -> str:
    """The statements behind a mark, as they were pinned, each with its source's number."""
    ids = set(exhibit.marks.get(mark, ()))
    said = exhibit.statements[exhibit.statements["statement_id"].isin(ids)]
    numbers = dict(zip(exhibit.sources["article_id"], exhibit.sources["number"], strict=True))
    missing = len(ids) - len(said)
    more = (
        markup.tag("p", markup.text(f"{missing} older ones are not in the briefing."), "sy-fine")
        if missing
        else ""
    )
    return "".join(_card(row, numbers) for row in records(said)) + more


def _card(row: dict[str, Any], numbers: dict[str, int]) -> str:
    head = chip(int(row["stance"])) + markup.tag(
        "span", markup.told(f"{row['actor']} on {row['issue']}"), "sy-card-head", dir="auto"
    )
    pieces = [markup.tag("div", head, "sy-card-line")]
    if condition := text_or_none(row["condition"]):
        pieces.append(markup.condition(condition))
    if text_or_none(row["quote"]):
        language = text_or_none(row["quote_language"])
        pieces.append(
            markup.words(words_of(row), language, "blockquote", f"sy-quote sy-{markup.text(row['kind'])}")
        )
        if translation := text_or_none(row["translation"]):
            pieces.append(markup.tag("p", f"Translation: {markup.text(translation)}", "sy-fine", dir="auto"))
    else:
        pieces.append(markup.tag("p", markup.text(f"An act: {row['event'] or ''}"), "sy-act", dir="auto"))
    credibility = None if row["credibility"] is None else int(row["credibility"])
    day = date_words(row["stated_on"]) + (" (inferred)" if row["stated_on_basis"] == "inferred" else "")
    number = numbers.get(row["article_id"])
    facts = [
        text_or_none(row["speaker"]),
        day,
        text_or_none(row["outlet"]),
        rating(text_or_none(row["reliability"]), credibility),
    ]
    source = markup.text(" · ".join(fact for fact in facts if fact))
    pieces.append(markup.tag("p", source + (f" [{number}]" if number else ""), "sy-source"))
    return markup.tag("article", "".join(pieces), "sy-card")
