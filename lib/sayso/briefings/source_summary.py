"""The source summary, drafted from what the pinned views rest on: the analyst may rewrite it."""

from __future__ import annotations

import pandas as pd

from sayso.briefings.records import Briefing
from sayso.model.dates import day_words
from sayso.model.languages import language_name
from sayso.model.wording import agreeing, counted, listed
from sayso.reports.exhibit import MOST_QUOTES


def statements_of(briefing: Briefing) -> pd.DataFrame:
    """The statements that go along with its views, each once."""
    frames = [
        item.exhibit.statements for item in briefing.views if item.exhibit and len(item.exhibit.statements)
    ]
    if not frames:
        return pd.DataFrame(columns=["statement_id", "is_kept"])
    return pd.concat(frames, ignore_index=True).drop_duplicates("statement_id", ignore_index=True)


def sources_of(briefing: Briefing) -> pd.DataFrame:
    """The articles that its views rest on, each once, the latest first and numbered anew: one numbering for all."""
    frames = [item.exhibit.sources for item in briefing.views if item.exhibit and len(item.exhibit.sources)]
    if not frames:
        return pd.DataFrame(
            columns=["number", "outlet", "title", "published_on", "n_statements", "article_id", "rating"]
        )
    every = pd.concat(frames, ignore_index=True).sort_values("n_statements", ascending=False, kind="stable")
    once = every.drop_duplicates("article_id").sort_values(
        ["outlet", "title"], kind="stable", na_position="last"
    )
    once = once.sort_values("published_on", ascending=False, kind="stable", na_position="last").reset_index(
        drop=True
    )
    return once.assign(number=range(1, len(once) + 1))


def draft(briefing: Briefing) -> str:
    """What it rests on, in sentences; empty without a view."""
    sources, said = sources_of(briefing), statements_of(briefing)
    if sources.empty or said.empty:
        return ""
    kept = said[said["is_kept"].fillna(True).astype(bool)]
    return " ".join(filter(None, [
        _extent(sources), _concentration(sources), _languages(kept), _ratings(kept), _inferred(kept), _gaps(briefing, kept),
    ]))  # fmt: skip


def _extent(sources: pd.DataFrame) -> str:
    days = sorted(str(day) for day in sources["published_on"].dropna())
    span = (
        f", published {days[0][:10]} to {days[-1][:10]}"
        if len(set(days)) > 1
        else f", published {days[0][:10]}"
        if days
        else ""
    )
    n_statements, n_outlets = int(sources["n_statements"].sum()), sources["outlet"].nunique()
    return (
        f"The views rest on {counted(n_statements, 'statement')} from {counted(len(sources), 'article')}"
        f" of {counted(n_outlets, 'outlet')}{span}."
    )


def _concentration(sources: pd.DataFrame) -> str:
    shares = sources.groupby("outlet")["n_statements"].sum().sort_values(ascending=False, kind="stable")
    total = int(shares.sum())
    if len(shares) < 2 or not total:
        return f"All come from {shares.index[0]}." if len(shares) else ""
    equal = 1 / float(((shares / total) ** 2).sum())
    return (
        f"{shares.index[0]} has the most, {shares.iloc[0] / total:.0%} of the statements;"
        f" they are as concentrated as {equal:.1f} outlets of one size."
    )


def _languages(kept: pd.DataFrame) -> str:
    counts = kept["quote_language"].dropna().value_counts()
    named = [f"{language_name(str(key))} {n}" for key, n in counts.items()]
    return f"Quotes by language: {listed(named, most=6)}." if named else ""


def _ratings(kept: pd.DataFrame) -> str:
    grades = kept["reliability"].fillna("").replace("", "not rated").value_counts()
    named = [f"{grade} {grades[grade]}" for grade in [*"ABCDEF", "not rated"] if grade in grades]
    return f"Statements by the reliability of their outlet: {listed(named, most=8)} (F: cannot be judged)."


def _inferred(kept: pd.DataFrame) -> str:
    n_dates = int((kept["stated_on_basis"] == "inferred").sum())
    n_acts = int((kept["basis"] == "act").sum())
    n_read = int((kept["basis"] == "inferred").sum())
    pieces = [
        f"{counted(n_dates, 'date')} {agreeing(n_dates, 'is', 'are')} inferred" if n_dates else "",
        f"{counted(n_acts, 'stance')} {agreeing(n_acts, 'is', 'are')} read from acts" if n_acts else "",
        f"{counted(n_read, 'stance')} {agreeing(n_read, 'is', 'are')} inferred" if n_read else "",
    ]
    words = listed([piece for piece in pieces if piece])
    limit = f" Of the newest {MOST_QUOTES:,} statements of each view." if len(kept) >= MOST_QUOTES else ""
    return f"{words[:1].upper()}{words[1:]}.{limit}" if words else ""


def _gaps(briefing: Briefing, kept: pd.DataFrame) -> str:
    tables = [
        item.exhibit.table for item in briefing.views if item.exhibit and "Position" in item.exhibit.table
    ]
    widest = max(tables, key=len, default=None)
    missing = (0, 0) if widest is None else (int((widest["Position"] == "not found").sum()), len(widest))
    latest = max((str(day) for day in kept["said_on"].dropna()), default="")[:10]
    last = f"The latest statement is of {day_words(pd.Timestamp(latest).date())}." if latest else ""
    gap = (
        f"Of {counted(missing[1], 'position')} {missing[0]} {agreeing(missing[0], 'was', 'were')} not found."
        if missing[0]
        else ""
    )
    return " ".join(filter(None, [gap, last]))
