"""What the table would make: counts, names that are new, the first statements, and every row that is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from sayso.coding.table import Plan, import_table, plan
from sayso.errors import SaysoError
from sayso.ingest.coded_table.mapping import TableMap, check
from sayso.ingest.coded_table.rows import rows_in_words
from sayso.ingest.coded_table.table import Table
from sayso.model.wording import counted, listed
from sayso.views import empty, markup
from sayso.views.importing.desk import Desk
from sayso.views.importing.stances import stance_words
from sayso.views.importing.table import done

SHOWN, MOST_PROBLEMS = 20, 500
MANY, READING = 1_000, "Reading the rows …"
_PLANS = "_import_plans"


def show(desk: Desk, table: Table, mapping: TableMap, token: str) -> None:
    """Draw the preview, and the button that imports."""
    markup.show(markup.tag("h2", "What it becomes", "sy-h2"))
    try:
        check(table, mapping)
        found = _plan(desk, table, mapping)
        same = _who_is_who(desk, found, token)
        if same:
            mapping = replace(mapping, same=_merged(mapping.same, same))
            found = _plan(desk, table, mapping)
    except SaysoError as error:
        st.info(
            f"{markup.plain_markdown(error.message.removesuffix(' Nothing was changed.'))}",
            icon=":material/arrow_upward:",
        )
        return
    _counts(found)
    _first(desk, found)
    leave_out = _problems(found, len(table.rows), token)
    _buttons(desk, table, mapping, found, leave_out)


def _plan(desk: Desk, table: Table, mapping: TableMap) -> Plan:
    """The plan, kept until the table, the mapping or the dataset changes: a large one takes seconds."""
    key = (id(table), mapping.to_json(), desk.database.state, desk.by)
    kept: dict[Any, tuple[Table, Plan]] = st.session_state.setdefault(_PLANS, {})
    if key not in kept:
        bar = st.progress(0.0, READING) if len(table.rows) > MANY else None
        made = plan(desk.database, desk.by, table, mapping, lambda share: _advance(bar, share))
        if bar is not None:
            bar.empty()
        kept[key] = (table, made)
        for old in list(kept)[:-2]:
            del kept[old]
    return kept[key][1]


def _advance(bar: DeltaGenerator | None, share: float) -> None:
    if bar is not None:
        bar.progress(share, READING)


def _counts(found: Plan) -> None:
    new = [
        counted(len(rows), f"new {name.removesuffix('s')}")
        for name, rows in found.tables.items()
        if rows and name not in ("statements", "aliases")
    ]
    statements = counted(len(found.tables["statements"]), "statement")
    used = [counted(len(ids), f"known {noun.removesuffix('s')}") for noun, ids in found.reused.items() if ids]
    lines = [*found.told]
    if used:
        lines.insert(0, f"{listed(used, most=4)} used again.")
    if found.there:
        lines.insert(
            0, f"{counted(len(found.there), 'row')} skipped, there already: {rows_in_words(found.there)}."
        )
    items = "".join(markup.tag("li", markup.text(line), dir="auto") for line in lines)
    markup.show(
        markup.tag(
            "p", markup.text(f"{statements}: {listed(new, most=6)}" if new else statements), "sy-lead"
        ),
        markup.tag("ul", items, "sy-list") if items else "",
    )
    for noun, names in found.new.items():
        if names:
            shown = listed(list(names), most=30)
            markup.show(markup.tag("p", f"New in {noun}: {markup.text(shown)}", "sy-fine", dir="auto"))


def _who_is_who(desk: Desk, found: Plan, token: str) -> dict[str, dict[str, str]]:
    """Names that are nearly known: the person says which are the same."""
    lookup = desk.view.lookup
    shown = {"actors": lookup.actors, "issues": lookup.issues, "outlets": lookup.outlets}
    near = [(noun, name, key) for noun, names in found.new.items() for name, key in names.items() if key]
    if not near:
        return {}
    frame = pd.DataFrame(
        [
            {
                "Same": False,
                "New name": name,
                "Known": shown[noun].get(key, key),
                "As": noun.removesuffix("s"),
            }
            for noun, name, key in near
        ]
    )
    st.caption("These are new, but nearly known. Tick those that are the same; the others are added as new.")
    edited = st.data_editor(
        frame,
        hide_index=True,
        disabled=["New name", "Known", "As"],
        key=f"import-same-{token}",
        width="content",
        num_rows="fixed",
    )
    same: dict[str, dict[str, str]] = {}
    for ticked, (noun, name, key) in zip(edited["Same"], near, strict=True):
        if ticked:
            same.setdefault(noun, {})[name] = key
    return same


def _merged(known: Any, more: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {noun: {**known.get(noun, {}), **more.get(noun, {})} for noun in {*known, *more}}


def _first(desk: Desk, found: Plan) -> None:
    actors = desk.view.lookup.actors | {row["actor_id"]: row["name"] for row in found.tables["actors"]}
    issues = desk.view.lookup.issues | {row["issue_id"]: row["short_name"] for row in found.tables["issues"]}
    titles = {row["article_id"]: row["title"] for row in found.tables["articles"]}
    quotes = {row["quote_id"]: row for row in found.tables["quotes"]}
    shown = []
    for row in found.tables["statements"][:SHOWN]:
        quote = quotes.get(row["quote_id"], {})
        article = quote.get("article_id", "")
        shown.append(
            {
                "Actor": actors.get(row["actor_id"], row["actor_id"]), "Issue": issues.get(row["issue_id"], row["issue_id"]),
                "Stance": stance_words(row["stance"]), "Said on": quote.get("stated_on", ""), "Words": quote.get("text", ""),
                "Condition": row["condition"] or "", "Article": titles.get(article, article), "Coder": row["coder"],
            }
        )  # fmt: skip
    if shown:
        st.dataframe(pd.DataFrame(shown), hide_index=True, width="stretch", key="import-first")
        if len(found.tables["statements"]) > SHOWN:
            st.caption(f"The first {SHOWN} statements.")


def _problems(found: Plan, n_rows: int, token: str) -> bool:
    """Every row that is wrong; whether the person leaves them out."""
    wrong = found.wrong_rows
    if not wrong:
        return False
    st.warning(
        f"{counted(len(wrong), 'row')} of {n_rows:,} cannot come in as they are.", icon=":material/warning:"
    )
    rows = [
        {"Row": str(p.row), "Column": p.column, "What is wrong": p.wrong, "What would be right": p.right}
        for p in found.problems[:MOST_PROBLEMS]
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", key="import-problems")
    if len(found.problems) > MOST_PROBLEMS:
        st.caption(f"The first {MOST_PROBLEMS} of {len(found.problems):,}.")
    return st.checkbox(
        f"Leave out {counted(len(wrong), 'row')} and import the rest",
        key=f"import-leave-{token}-{len(wrong)}",
    )


def _buttons(desk: Desk, table: Table, mapping: TableMap, found: Plan, leave_out: bool) -> None:
    statements = len(found.tables["statements"])
    blocked = not statements or bool(found.problems and not leave_out)
    with st.container(horizontal=True, gap="small", key="import-table-buttons"):
        pressed = st.button(
            f"Import {counted(statements, 'statement')}", type="secondary" if blocked else "primary", icon=":material/download_done:",
            key="import-table", disabled=blocked, help="Leave out the rows that are wrong, or correct them." if blocked and statements else None,
        )  # fmt: skip
        st.download_button(
            "Save the mapping", mapping.to_json(), f"{Path(table.file).stem}-mapping.json", "application/json", key="import-save-map",
            on_click="ignore", icon=":material/save:", help="Next week’s table then needs no choices: load it, or sayso import --map.",
        )  # fmt: skip
    if pressed:
        try:
            with st.spinner("Importing …"):
                made = import_table(desk.database, desk.by, table, mapping, leave_out=leave_out)
        except SaysoError as error:
            empty.failed(error)
            return
        done.remember(desk, table.file, made, mapping)
        st.rerun()
