"""Withdrawing an article: what would change is shown first, then one button; what was withdrawn can be taken back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from sayso.analysis.outlet_words import step_words
from sayso.coding import withdrawing
from sayso.coding.moved import everything
from sayso.model.frames import records
from sayso.model.scales import BY_STATE
from sayso.model.wording import counted, listed, number
from sayso.queries import outlets as outlet_questions
from sayso.queries.answer import Answer
from sayso.reports.lookup import read_article_labels
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import coder, evidence, markup, state, twin, undo_bar
from sayso.views.codebook.form import button
from sayso.views.sources.build import credited
from sayso.views.sources.settings import show_settings
from sayso.views.sources.withdrawn import show_withdrawn
from sayso.views.state import WITHDRAWN

Row = dict[str, Any]
MOST = 40
BANDS = ("shifted", "found", "lost")
SEEN = ("duplicate_of", "outlet_id", "published_on", "language")
"""What the preview was made from: if somebody changes one of them meanwhile, nothing is withdrawn."""
_METHOD = (
    "Every position of actors and factions is counted again without the article’s statements, by the same rules as on every page, "
    "in the whole dataset. Copies that stay count in its stead; an act is credited to the next article that reports it."
)


def show_withdrawing(view: View) -> None:
    """The choice, the preview, the button, and what was withdrawn before."""
    articles = {row["article_id"]: row for row in records(_standing(view).frame)}
    if not articles:
        return
    markup.show(markup.tag("h2", "Withdraw an article", "sy-h2", id="withdraw"))
    names = ask(read_article_labels, view.database)
    chosen = state.choose(
        "Article", WITHDRAWN, names, placeholder="Choose one to see what would change",
        help="Choosing changes nothing: what would change is shown first.",
    )  # fmt: skip
    withdrawn = [row for row in articles.values() if row["withdrawn_on"] is not None]
    by = coder.coder_name() if view.database.is_writable else None
    if by and (chosen or withdrawn):
        undo_bar.show(view.database, by)
    is_previewed = bool(chosen) and articles[chosen]["withdrawn_on"] is None
    if chosen and is_previewed:
        _preview(view, articles, chosen, names, by)
    elif chosen:
        gone = f"{names[chosen]} is withdrawn: nothing of it counts. It is listed below."
        markup.show(markup.tag("p", markup.told(gone), "sy-lead", dir="auto"))
    show_withdrawn(
        view, withdrawn, names, by, may_ask=view.database.is_writable and by is None and not is_previewed
    )


def told(row: Row, articles: dict[str, Row], going: list[str], n_credited: int, names: dict[str, str]) -> list[str]:  # fmt: skip
    """What becomes of copies, of the original, and of acts that others report."""
    lines = []
    copies = [each for each in articles.values() if each["duplicate_of"] == row["article_id"]]
    staying = [each for each in copies if each["withdrawn_on"] is None and each["article_id"] not in going]
    if staying:
        where = listed([each["outlet"] for each in staying])
        lines.append(
            f"{counted(len(staying), 'copy', 'copies')} of it {'stays' if len(staying) == 1 else 'stay'} ({where}):"
            " what was coded from a copy goes on counting, once."
        )
    if row["duplicate_of"]:
        original = articles[row["duplicate_of"]]
        head = f"It is a copy of {names[original['article_id']]}"
        tail = (
            "and counts as that one: a statement that both carry is counted once, and stays."
            if original["withdrawn_on"] is None
            else "which is withdrawn already."
        )
        lines.append(f"{head}, {tail}")
    if n_credited:
        lines.append(
            f"{counted(n_credited, 'act')} of it {'stays' if n_credited == 1 else 'stay'}: another article reports"
            f" {'it' if n_credited == 1 else 'them'} too."
        )
    return lines


def sentence(n_leaving: int, n_actors: int, n_factions: int, n_same: int = 0) -> str:
    """ "3 statements leave; 2 positions of actors and 1 of factions change"; that none does is a finding."""
    if not n_leaving:
        return "No statement leaves: no position rests on it."
    head = f"{counted(n_leaving, 'statement')} {'leaves' if n_leaving == 1 else 'leave'}"
    same = f"; {number(n_same)} {'keeps its' if n_same == 1 else 'keep their'} band with another mean" if n_same else ""  # fmt: skip
    if not n_actors + n_factions:
        return f"{head}, and no position changes its band{same}. What others report carries them all: that is a finding."
    verb = "changes" if n_actors + n_factions == 1 else "change"
    return f"{head}; {counted(n_actors, 'position')} of actors and {n_factions:,} of factions {verb}{same}."


def _preview(
    view: View, articles: dict[str, Row], chosen: str, names: dict[str, str], by: str | None
) -> None:
    copies = [key for key, row in articles.items() if row["duplicate_of"] == chosen and row["withdrawn_on"] is None]  # fmt: skip
    going = [chosen]
    if copies and st.checkbox(
        f"Its {counted(len(copies), 'copy', 'copies')} as well", key=f"with-copies-{chosen}"
    ):
        going += copies
    scope = view.scope
    found = ask(withdrawing.preview, view.database, tuple(going), scope.count_by, scope.measure)
    changes = [
        ("actor", row) for row in records(found.actors) if row["change"] in BANDS
    ] + [("faction", row) for row in records(found.factions) if row["change"] in BANDS]  # fmt: skip
    n_factions = sum(unit == "faction" for unit, _ in changes)
    n_same = sum(int((frame["change"] == "moved").sum()) for frame in (found.actors, found.factions))
    lead = sentence(found.n_leaving, len(changes) - n_factions, n_factions, n_same)
    markup.show(markup.tag("p", markup.tag("b", markup.told(lead)), "sy-lead"))
    for line in told(articles[chosen], articles, going, found.n_credited, names):
        markup.show(markup.tag("p", markup.told(line), "sy-fine", dir="auto"))
    lines = [_line(view, unit, row) for unit, row in changes]
    items = "".join(markup.tag("li", markup.told(line), dir="auto") for line in lines[:MOST])
    more = (
        markup.tag("p", f"and {len(lines) - MOST} more, in the table", "sy-fine") if len(lines) > MOST else ""
    )
    if lines:
        markup.show(markup.tag("ul", items, "sy-list"), more)
    _button(view, by, going, articles, found.n_said)
    n_said = sum(int(articles[key]["n_statements"]) for key in going)
    fold = st.expander(
        f"What it says: {counted(n_said, 'statement')}", key="withdraw-said", on_change="rerun"
    )
    if fold.open:
        with fold:
            said = credited(view.database, everything(view.database, scope.count_by, scope.measure))
            own = said[said["article_id"].isin(going)]
            evidence.panel(view, own, "What it says", key="withdraw-said-page", with_heading=False)
    show_settings(view, "whole dataset, whatever is filtered", f"{counted(found.n_positions, 'position')} of actors compared")  # fmt: skip
    twin.of_frame(view, "sources-withdraw", lambda: _table(view, found), [_standing(view)], _METHOD)


def _button(
    view: View, by: str | None, going: list[str], articles: dict[str, Row], n_said: dict[str, int]
) -> None:
    if not view.database.is_writable:
        st.info(
            "This dataset is open for reading only: what would change is shown, and nothing can be withdrawn here.",
            icon=":material/lock:",
        )
    elif by is None:
        st.caption("To withdraw it, give your name: it stands in the log beside what you do.")
        coder.ask_for_coder()
    else:
        seen = {key: {name: articles[key][name] for name in SEEN} for key in going}
        what = "Withdraw it" if len(going) == 1 else f"Withdraw all {len(going)}"
        button(
            f"{what}, as {markup.plain_markdown(by)}",
            lambda: withdrawing.withdraw(view.database, by, seen, date.today(), n_said),
            key="withdraw-go", icon=":material/block:", type="primary",
        )  # fmt: skip


def _line(view: View, unit: str, row: Row) -> str:
    names = view.lookup.factions if unit == "faction" else view.lookup.actors
    who = names[row["unit_id"]] + (" (faction)" if unit == "faction" else "")
    return step_words(row, who, view.lookup.issues[row["issue_id"]])


def _standing(view: View) -> Answer:
    return ask(outlet_questions.articles, view.database)


def _table(view: View, found: withdrawing.Preview) -> pd.DataFrame:
    parts = (("actor", found.actors, view.lookup.actors), ("faction", found.factions, view.lookup.factions))
    rows = [
        {
            "What": f"position {row['change']}", "Who": names[row["unit_id"]], "Unit": unit, "Issue": view.lookup.issues[row["issue_id"]],
            "Now": BY_STATE[row["state_before"]].word, "Value now": row["value_before"], "n now": row["n_before"],
            "Without it": BY_STATE[row["state_after"]].word, "Value without": row["value_after"], "n without": row["n_after"],
        }
        for unit, frame, names in parts for row in records(frame)
    ]  # fmt: skip
    return pd.DataFrame(rows)
