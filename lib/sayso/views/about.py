"""What the words and numbers mean: scales, codebook, method, dictionary, outlets, rights."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
import streamlit as st

from sayso.analysis.networks.bipolar import Split, splits
from sayso.model.scales import STEPS
from sayso.queries import codebook
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import copies, links, markup, scales

METHOD = """
**From statements to a position.** For an actor, an issue and an as-of date *d*, all counting statements made by *d*:

1. Only accepted and edited codings count; withdrawn articles do not. A date that is not known to the day is taken at the first day it can mean; where only its end is known, at that.
2. Copies of a wire story count as their original. Then at most one statement per actor, issue, article and sign is kept (the latest, then the strongest); the filter bar can switch to every statement, or to one per week or month. A week belongs to its ISO year.
3. *n₊, n₀, n₋* are the kept statements by sign, *m* is their mean stance.
4. The position is **conflicting** if min(*n₊, n₋*) / (*n₊ + n₋*) ≥ ¼; otherwise it is the band of *m* in the table above.
5. No statement: **not found**. That is a finding about the articles searched, never a zero.
6. A position is **conditional** ("if") when its latest statement has a condition.
7. With *latest statement* the position is the stance of the most recent statement alone.

**Factions.** A faction's position is the mean of its members' positions, one voice each. Who was a member is decided as of each statement's date. A faction is split (shown as conflicting) where its members fall on both sides by the same ¼ rule.

**Agreement of two sides** over issues on which both have a position: 1 − |*m* − *m′*| / 4, averaged; under two shared issues it is "too few to compare".

**Polarization** is the share of all ties that fit the camps: agreement inside camps plus conflict across, divided by all ties (0 to 1), beside what random camps of the same sizes would give. Discourse Network Analyzer's index measures the distance from an ideal pattern and does not know which way a tie points, so that it prefers camps that part allies: see the example below.

**Order by agreement** puts neighbours side by side: average linkage on mean absolute differences over shared issues, with optimal leaf order.

**What this is not.** Stance is not likelihood, and *n* is not confidence. Outlet reliability (A–F) and credibility (1–6) are shown side by side, such as B2, and never multiplied; F and 6 mean that it cannot be judged.
"""


def show(view: View) -> None:
    """The page."""
    about = ask(codebook.describe, view.database)
    markup.show(markup.tag("p", markup.text(about.description), "sy-lead", dir="auto"))
    parts: dict[str, Callable[[], object]] = {
        "Scales": scales.show,
        "Codebook": lambda: _codebook(view),
        "Method": _method,
        "Data dictionary": lambda: _dictionary(view),
        "Outlets and articles": lambda: _outlets(view),
        "Rights": lambda: _rights(view, about),
    }
    if view.database.is_writable:
        parts["Copies"] = lambda: copies.show(view.database)
    for tab, draw in zip(st.tabs(list(parts), key="part", bind="query-params"), parts.values(), strict=True):
        if tab.open:  # the others' tables would be made and sent unseen
            with tab:
                draw()


def bands() -> pd.DataFrame:
    """The one table of states, as the page prints it."""
    return pd.DataFrame([{"Sign": step.sign, "Position": step.word, "When": step.rule} for step in STEPS])


def _method() -> None:
    """The rules, and the example that shows why polarization is not DNA's."""
    st.markdown(METHOD)
    found = _splits()
    true, preferred = next(split for split in found if split.is_true), found[0]
    lines = [
        (f"{_camps(true)}: allies together", true),
        (f"{_camps(preferred)}: allies parted", preferred),
    ]
    head = ("Six actors in two camps", "Sayso: ties that fit", "DNA 3.1: its index")
    body = [(name, f"{split.share:.0%}", f"{split.dna:.2f}") for name, split in lines]
    rows = [markup.tag("tr", "".join(markup.tag("th", markup.text(cell), scope="col") for cell in head))]
    rows += [markup.tag("tr", "".join(markup.tag("td", markup.text(cell)) for cell in line)) for line in body]
    told = (
        "A, B and C agree with all of three issues, D, E and F with none. Nobody would doubt the camps; of all ten ways to part the six into "
        f"threes DNA's index is lowest for the true ones and highest for such as {_camps(preferred)}. Sayso's is highest for the true ones."
    )
    markup.show(
        markup.tag("h2", "Polarization: an example", "sy-h2"),
        markup.tag("p", told, "sy-lead"),
        markup.tag("table", "".join(rows), "sy-bands"),
    )


@cache
def _splits() -> list[Split]:
    return splits()


def _camps(split: Split) -> str:
    one, other = ("{" + ", ".join(camp) + "}" for camp in split.camps)
    return f"{one} against {other}"


def _codebook(view: View) -> None:
    issues = ask(codebook.issues, view.database)
    named = {
        "short_name": "Issue",
        "proposition": "Proposition",
        "supports_means": "Supports means",
        "opposes_means": "Opposes means",
        "keywords": "Keywords",
        "issue_id": "id",
    }
    st.dataframe(issues[list(named)].rename(columns=named), hide_index=True, width="stretch", row_height=70)
    factions = ask(codebook.factions, view.database)
    st.dataframe(
        factions[["name", "description", "n_members", "faction_id"]].rename(
            columns={"name": "Faction", "description": "Who belongs", "n_members": "Members", "faction_id": "id"}
        ),
        hide_index=True, width="stretch",
    )  # fmt: skip


def _dictionary(view: View) -> None:
    comments = ask(codebook.table_comments, view.database)
    columns = ask(codebook.dictionary, view.database)
    for table, comment in comments.items():
        fold = st.expander(f"{table}: {comment}", key=f"dictionary-{table}", on_change="rerun")
        if fold.open:
            fold.dataframe(
                columns[columns["table"] == table].drop(columns="table"), hide_index=True, width="stretch"
            )


def _outlets(view: View) -> None:
    outlets = ask(codebook.outlets, view.database)
    st.dataframe(_worded(outlets), hide_index=True, width="stretch")
    articles = ask(codebook.articles, view.database)
    st.dataframe(_worded(articles), hide_index=True, width="stretch")
    for article_id in list(articles["article_id"])[:20]:
        links.to_article(view.database, article_id, key=f"about-{article_id}")


def _rights(view: View, about: codebook.Description) -> None:
    for licence in about.licences:
        markup.show(markup.tag("p", markup.text(licence)))
    st.markdown(
        "An article's text is its publisher's. A dataset that ships holds what was said (attributed quotations), who and when, "
        "with offsets and a hash in place of the text. Whoever has the article can attach it on the article's page; the hash is checked, "
        "and the text stays in this database. It leaves it only where the article's rights say *export*."
    )


def _worded(frame: pd.DataFrame) -> pd.DataFrame:
    """Column names as a reader sees them."""
    return frame.rename(
        columns={name: name.removeprefix("n_").replace("_", " ").capitalize() for name in frame.columns}
    )
