"""A briefing as slides: a cover, judgements, a slide or more for each view, the sources at the end."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import groupby

from sayso.exports.deck import bars, dumbbell, grids, listing, matrix, spoken, timeline
from sayso.exports.deck.drawn import grid_of, rows_of
from sayso.exports.deck.paper import Head, Paper, Sheet
from sayso.exports.deck.template import Template
from sayso.exports.deck.words import Box
from sayso.model.dates import day_words
from sayso.model.frames import records
from sayso.model.wording import counted, listed
from sayso.reports import citations
from sayso.reports.brief_parts import Brief, Judgement, Text, alone
from sayso.reports.exhibit import Exhibit
from sayso.reports.numbering import Numbering, in_brackets, numbering

MOST_CITED = 60
"""Statements in the notes of one slide, the newest."""
Step = Callable[[int, int, str], None]
"""Told how many of how many parts are made, and the name of the next."""


def deck(brief: Brief, template: Template | None = None, step: Step | None = None) -> bytes:
    """The .pptx of a briefing. Raises ExportError if the template cannot be used."""
    paper = Paper(template or Template(), brief.marking, brief.language)
    numbers = numbering(brief.exhibits)
    paper.cover(brief.title, _about(brief), numbers.rights)
    runs = [
        list(run)
        for _, run in groupby(
            brief.parts, key=lambda part: part if isinstance(part, Exhibit | Text) else Judgement
        )
    ]
    for n, run in enumerate(runs):
        part = run[0]
        if step:
            step(n, len(runs), part.title if isinstance(part, Exhibit) else "words")
        if isinstance(part, Exhibit):
            _add_exhibit(paper, part, numbers, "listed at the end")
        elif isinstance(part, Text):
            head = Head(part.heading or brief.title)
            _add(paper, head, spoken.texts(part, paper.area(head)))
        else:
            head = Head("Key judgements")
            _add(
                paper,
                head,
                spoken.judgements([one for one in run if isinstance(one, Judgement)], paper.area(head)),
            )
    head = Head("Sources", subtitle=numbers.rights or "numbered in the order of the slides")
    _add(paper, head, spoken.sources(numbers, paper.area(head), paper.is_rtl))
    return _saved(paper, brief)


def slide(exhibit: Exhibit, template: Template | None = None, marking: str = "") -> bytes:
    """The .pptx of one view: its slide (more if it must be split), with its sources in the notes."""
    brief = alone(exhibit)
    paper = Paper(template or Template(), marking, brief.language)
    numbers = numbering([exhibit])
    _add_exhibit(paper, exhibit, numbers, "listed in the notes", with_sources=True)
    return _saved(paper, brief)


def _add_exhibit(
    paper: Paper, exhibit: Exhibit, numbers: Numbering, where: str, *, with_sources: bool = False
) -> None:
    cited = in_brackets(numbers.all_of(exhibit))
    legend = " · ".join(_signs(exhibit))
    sources = f"Sources {cited}, {where}" if cited else ""
    head = Head(
        exhibit.title, exhibit.subtitle, exhibit.provenance, " · ".join(filter(None, [legend, sources]))
    )
    sheets = _sheets(exhibit, paper.area(head), numbers, paper.is_rtl)
    notes = _notes(exhibit, numbers, with_sources=with_sources)
    _add(paper, head, sheets, notes)


def _add(paper: Paper, head: Head, sheets: Sequence[Sheet], notes: str = "") -> None:
    for n, sheet in enumerate(sheets, 1):
        title = f"{head.title} \u200e({n} of {len(sheets)})\u200e" if len(sheets) > 1 else head.title
        told = (
            notes
            if n == 1 or not notes
            else f"{head.title}\nThe notes stand with the first slide of this view."
        )
        paper.add(Head(title, head.subtitle, head.provenance, head.sources), sheet, told)


def _sheets(exhibit: Exhibit, area: Box, numbers: Numbering, is_rtl: bool) -> list[Sheet]:
    """The body by what kind of chart it is; what has no form of its own is a table."""
    name = exhibit.part
    if name in ("matrix", "agreement", "sources-quoted") and grid_of(exhibit).rows:
        draw = {"matrix": matrix.sheets, "agreement": grids.agreement, "sources-quoted": grids.shares}[name]
        return draw(exhibit, area, is_rtl)
    charts = {"spread": bars.spread, "weeks": bars.weeks, "polarization": bars.polarization}
    if name in charts and len(exhibit.frame):
        return charts[name](exhibit, area)
    if name in ("comparison", "wedges") and rows_of(exhibit):
        return dumbbell.comparison(exhibit, area)
    if exhibit.page == "actor" and name != "actor-memberships" and rows_of(exhibit):
        return dumbbell.positions(exhibit, area)
    if name == "timeline":
        return timeline.sheets(exhibit, area)
    return listing.sheets(exhibit, area, numbers, is_rtl)


def _about(brief: Brief) -> list[str]:
    datasets = dict.fromkeys(
        f"{each.dataset_title}, data version {each.data_version}" for each in brief.exhibits
    )
    days = sorted({each.as_of for each in brief.exhibits})
    as_of = (
        f"As of {listed([day_words(brief.day.fromisoformat(day)) for day in days], most=4)}" if days else ""
    )
    n = len(brief.exhibits)
    return list(filter(None, [day_words(brief.day), as_of, *datasets, counted(n, "view") if n else ""]))


def _signs(exhibit: Exhibit) -> list[str]:
    """What letters and signs stand for; shapes and colours without a sign are native charts' own affair."""
    return [f"{key.sign} {key.words}" for key in exhibit.legend if key.sign]


def _notes(exhibit: Exhibit, numbers: Numbering, *, with_sources: bool) -> str:
    words = [exhibit.title, exhibit.subtitle, *exhibit.notes]
    if signs := _signs(exhibit):
        words.append(f"Signs: {', '.join(signs)}.")
    if rights := numbers.rights:
        words.append(rights)
    total = sum(int(n) for n in exhibit.sources["n_statements"])
    cited = numbers.citations(exhibit, MOST_CITED)
    if cited:
        words += ["", "Statements behind it, those that the title is about first:", *cited]
        if total > len(cited):
            words.append(f"… {total - len(cited):,} more of {total:,} stand in the workbook.")
    if with_sources:
        words += ["", "Sources:", *_listed(numbers)]
    return "\n".join(filter(lambda line: line is not None, words))


def _listed(numbers: Numbering) -> list[str]:
    return [f"[{row['number']}] {citations.source_words(row)}" for row in records(numbers.sources)]


def _saved(paper: Paper, brief: Brief) -> bytes:
    facts = paper.presentation.core_properties
    facts.title, facts.author, facts.language = brief.title[:250], "Sayso", brief.language
    facts.subject = " · ".join(_about(brief))[:250]
    file = io.BytesIO()
    paper.presentation.save(file)
    return file.getvalue()
