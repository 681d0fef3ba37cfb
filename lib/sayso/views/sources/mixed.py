"""How reliable, how credible and in which languages: a bar each, and the statements behind a part."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from sayso.charts.mix import Bar, Part, mix
from sayso.model.frames import records
from sayso.model.languages import language_name
from sayso.model.scales import CREDIBILITY, RELIABILITY
from sayso.model.wording import counted, listed
from sayso.reports.view import View
from sayso.views import evidence, figure, markup, opening, state, twin
from sayso.views.figure import Click
from sayso.views.sources.build import MIXES, UNJUDGED, Found, answers, credited
from sayso.views.sources.settings import show_settings
from sayso.views.state import MIX

MOST = 8
_COLUMNS = {"reliability": "reliability", "credibility": "grade", "language": "spoken"}
HEADS = {"reliability": "Outlet’s reliability", "credibility": "Report’s credibility", "language": "Language"}


def show_mix(view: View, found: Found) -> None:
    """The three bars, a select box, the statements behind the chosen part, the twin."""
    markup.show(markup.tag("h2", "How reliable, and in which languages", "sy-h2"))
    alt = sentence(found)
    markup.show(markup.tag("p", markup.text(alt), "sy-lead"))
    above = st.container()
    bars = [Bar(name, HEADS[name], parts(found, name)) for name in MIXES]
    labels = {
        f"{bar.key}:{part.key}": f"{bar.label}: {part.words}" for bar in bars for part in bar.parts
    }  # a grade's letter alone would be said of two bars
    with opening.place(MIX):
        chosen = state.choose("Statements of", MIX, labels, placeholder="Click a part, or choose", width=360)
        bar, _, value = (chosen or "").partition(":")
        if chosen:
            opening.close(MIX)
            said = credited(view.database, view.scope)
            own = said[said[_COLUMNS[bar]].fillna("").astype(str) == value]
            opening.head(view, labels[chosen], own)
            evidence.panel(view, own, labels[chosen], key="mix", with_heading=False)
    with above:
        made, height = mix(bars, (bar, value) if chosen else None)
        figure.show(made, key="sources-mix", alt=alt, height=height, on_click=_choose_part)
        show_settings(
            view, "share of statements", "hatched: cannot be judged, or not stated; nothing is averaged"
        )
        _parts(bars)
    twin.of_frame(
        view, "sources-mix", lambda: _table(bars), answers(view)[:2],
        "Each counting statement once, by its outlet’s reliability (A–F), its report’s credibility (1–6) and the language of its "
        "words (for acts, of the article). F and 6 mean “cannot be judged”, not “worst”: they stand apart, and no grade is averaged.",
    )  # fmt: skip


def _parts(bars: list[Bar]) -> None:
    """Each part in words with its number, also where the bar has no room for them."""
    for column, bar in zip(st.columns(len(bars), gap="medium"), bars, strict=True):
        with column:
            markup.show(markup.tag("h3", markup.text(bar.label), "sy-h3"))
            shown = [
                opening.Row(f"{bar.key}:{part.key}", part.words, f" · n={part.n:,} · {_percent(part.share)}")
                for part in bar.parts[:MOST]
            ]
            opening.rows(shown, MIX, f"mix-{bar.key}")
            if len(bar.parts) > MOST:
                st.caption(f"And {len(bar.parts) - MOST:,} more: in the box and the table below.")


def parts(found: Found, name: str) -> list[Part]:
    """The parts of one bar: grades from the best, languages from the most used; what is none of them last."""
    rows = records(found.mixes[name])
    is_graded = name != "language"
    apart = UNJUDGED if is_graded else ("",)
    if is_graded:
        rows.sort(key=lambda row: str(row[name]))
    rows.sort(key=lambda row: (row[name] in apart, row[name] == ""))
    return [
        Part(
            row[name], _label(name, row[name]), row[name] or "–", words(name, row[name]), int(row["n"]), float(row["share"]),
            level=_level(row[name]) if is_graded and row[name] not in apart else None, is_apart=row[name] in apart,
        )
        for row in rows
    ]  # fmt: skip


def words(name: str, value: str) -> str:
    """ "B, usually reliable", "6, truth cannot be judged", "Arabic", "not rated"."""
    if name == "language":
        return language_name(value)
    if not value:
        return "not rated"
    meaning = RELIABILITY[value] if name == "reliability" else CREDIBILITY[int(value)]
    return f"{value}, {meaning}"


def sentence(found: Found) -> str:
    """ "147 of 281 statements come from outlets rated A or B, 37 from outlets that cannot be judged; two languages"."""
    grades = {row["reliability"]: int(row["n"]) for row in records(found.mixes["reliability"])}
    total = sum(grades.values())
    good = grades.get("A", 0) + grades.get("B", 0)
    unknown = sum(grades.get(grade, 0) for grade in UNJUDGED)
    spoken = [row["language"] for row in records(found.mixes["language"]) if row["language"]]
    share = f"{f'{good:,}' if good else 'None'} of {counted(total, 'statement')}"
    if good == total > 1:
        share = f"All {counted(total, 'statement')}"
    head = f"{share} {'come' if good > 1 else 'comes'} from outlets rated A or B"
    head += f", {unknown:,} from outlets that cannot be judged or are not rated" if unknown else ""
    named = listed([language_name(code) for code in spoken], most=4)
    return f"{head}; in {named}." if spoken else f"{head}."


def _percent(share: float) -> str:
    """ "15 %"; what is little is not nothing."""
    return f"{share * 100:.0f} %" if share >= 0.01 else "under 1 %"


def _label(name: str, value: str) -> str:
    if name == "language":
        return language_name(value)
    return value or "not rated"


def _level(value: str) -> int:
    return "ABCDE".find(value) if value in "ABCDE" else int(value) - 1


def _choose_part(click: Click) -> None:
    if isinstance(click.data, list) and len(click.data) == 2:
        st.session_state[MIX] = f"{click.data[0]}:{click.data[1]}"


def _table(bars: list[Bar]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"Of": bar.label, "Value": part.words, "Statements": part.n, "Share": round(part.share, 3),
             "Cannot be judged": "yes" if part.is_apart else ""}
            for bar in bars for part in bar.parts
        ]
    )  # fmt: skip
