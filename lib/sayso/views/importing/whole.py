"""A file that holds a whole debate: what it becomes, then a dataset of its own or the open one, if that is empty."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from sayso.coding.filling import fill, is_empty
from sayso.coding.packaging import Tables, whole_file
from sayso.errors import SaysoError
from sayso.model.wording import counted, listed
from sayso.reports.memo import ask
from sayso.views import empty, links, markup
from sayso.views.importing.desk import Desk

SHOWN = 20
ADVICE = "Correct it in the program that made it."
_MADE, _FAILED = "_import_made", "_import_failed"
_NOUNS = ("articles", "outlets", "actors", "issues", "quotes", "statements")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Whole:
    """What a file gave: rows by table, what the descriptor says, and how many statements stay out, by reason.

    `noun` is what is counted there; `told` are lines on what else a person should know.
    """

    source: str
    tables: Tables
    about: Mapping[str, Any]
    left_out: Mapping[str, int]
    told: tuple[str, ...] = ()
    noun: str = "statement"


def offer(desk: Desk, whole: Whole) -> None:
    """Counts, the first statements, what stays out; then the two ways to take it in."""
    found = [
        counted(len(whole.tables.get(noun, ())), noun.removesuffix("s"))
        for noun in _NOUNS
        if whole.tables.get(noun)
    ]
    markup.show(
        markup.tag("h2", "What it becomes", "sy-h2"),
        markup.tag("p", markup.text(listed(found, most=6) or "Nothing."), "sy-lead"),
        _lines([f"{counted(n, whole.noun)} left out: {why}." for why, n in sorted(whole.left_out.items())]),
        _lines(list(whole.told)),
    )
    if not whole.tables.get("statements"):
        st.warning("No statement can be taken from it with these choices.", icon=":material/warning:")
        return
    st.dataframe(_first(whole.tables), hide_index=True, width="stretch", key="import-first")
    if len(whole.tables["statements"]) > SHOWN:
        st.caption(f"The first {SHOWN} statements.")
    _ways(desk, whole)


def _ways(desk: Desk, whole: Whole) -> None:
    title = st.text_input(
        "Title of the dataset",
        str(whole.about.get("title") or ""),
        key="import-title",
        max_chars=120,
        width=480,
    ).strip()
    about = dict(whole.about) | ({"title": title} if title else {})
    may_fill = ask(is_empty, desk.database)
    with st.container(horizontal=True, gap="small", key="import-ways"):
        if may_fill:
            st.button(
                f"Put it into {markup.plain_markdown(desk.database.title)}", type="primary", icon=":material/download_done:",
                key="import-fill", on_click=_attempt, args=(whole.source, lambda: _fill(desk, whole)),
            )  # fmt: skip
        st.button(
            "Make a dataset file of it", type="secondary" if may_fill else "primary", icon=":material/note_add:",
            key="import-file", on_click=_attempt, args=(whole.source, lambda: _make(whole, about)),
        )  # fmt: skip
    if not may_fill:
        st.caption(
            "A file of this kind is a debate of its own, so it becomes a new dataset:"
            f" {markup.plain_markdown(desk.database.title)} holds another one already and stays as it is."
        )
    _tell(desk, whole)


def _tell(desk: Desk, whole: Whole) -> None:
    failed: SaysoError | None = st.session_state.get(_FAILED)
    if failed is not None:
        empty.failed(failed)
    source, name, content = st.session_state.get(_MADE, ("", "", b""))
    if source != whole.source or failed is not None:
        return
    if name:
        st.success(
            f"{markup.plain_markdown(name)} is made and checked. Save it, then open it with Sayso.",
            icon=":material/check:",
        )
        st.download_button(
            f"Save {markup.plain_markdown(name)}",
            content,
            name,
            "application/octet-stream",
            key="import-save",
            on_click="ignore",
            icon=":material/save:",
            type="primary",
        )
        st.code(f"sayso serve {name}", language="bash")
    elif not ask(is_empty, desk.database):
        st.success("It is in the dataset now. Undo takes all of it back.", icon=":material/check:")
        links.to_page("matrix", "See where everyone stands", key="import-next", icon=":material/grid_on:")


def _attempt(source: str, act: Any) -> None:
    st.session_state.pop(_MADE, None)
    st.session_state.pop(_FAILED, None)
    try:
        act()
    except SaysoError as error:
        _log.info("Import of %s refused: %s", source, error)
        st.session_state[_FAILED] = error


def _fill(desk: Desk, whole: Whole) -> None:
    fill(desk.database, desk.by, whole.source, whole.tables, ADVICE)
    st.session_state[_MADE] = (whole.source, "", b"")


def _make(whole: Whole, about: Mapping[str, Any]) -> None:
    name, content = whole_file(whole.source, about, whole.tables, ADVICE)
    st.session_state[_MADE] = (whole.source, name, content)


def _first(tables: Tables) -> pd.DataFrame:
    actors = {row["actor_id"]: row["name"] for row in tables["actors"]}
    issues = {row["issue_id"]: row["short_name"] for row in tables["issues"]}
    quotes = {row["quote_id"]: row for row in tables["quotes"]}
    shown = []
    for row in tables["statements"][:SHOWN]:
        quote = quotes.get(row.get("quote_id"), {})
        shown.append(
            {
                "Actor": actors.get(row["actor_id"], row["actor_id"]), "Issue": issues.get(row["issue_id"], row["issue_id"]),
                "Stance": f"{row['stance']:+d}".replace("-", "−") if row["stance"] else "0",
                "Said on": quote.get("stated_on", ""), "Words": quote.get("text", ""), "Coder": row["coder"],
            }
        )  # fmt: skip
    return pd.DataFrame(shown)


def _lines(lines: list[str]) -> str:
    items = "".join(markup.tag("li", markup.text(line)) for line in lines)
    return markup.tag("ul", items, "sy-list") if items else ""
