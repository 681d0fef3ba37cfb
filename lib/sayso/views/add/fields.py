"""What the coder confirms of one article, or of many in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import pandas as pd
import streamlit as st

from sayso.coding.adding import RIGHTS, Confirmed, known_text
from sayso.ingest.reading.article import Basis
from sayso.ingest.reading.dateline import as_edtf
from sayso.model.frames import records
from sayso.model.wording import counted
from sayso.reports.datasets import Database
from sayso.reports.lookup import read_lookup
from sayso.reports.memo import ask
from sayso.views import links, markup
from sayso.views.add.drafts import Adding, Draft

BASES = {"stated": "The article or page says so", "inferred": "Concluded, from a dateline or otherwise"}
RIGHTS_WORDS = {"show": "be shown whole to readers", "quote": "be quoted", "export": "leave in exports"}
RIGHTS_HELP = (
    "You always see it here. This says what readers of a read-only copy and of exports get: without “be shown whole” they"
    " see what was quoted, not the text around it. Ask its publisher before you choose more than “be quoted”."
)
Ready = list[tuple[Draft, Confirmed]]


@dataclass(frozen=True)
class Asked:
    """What the coder pressed: `ready` to be stored, or everything to be forgotten."""

    ready: Ready
    forget: bool = False


def one(database: Database, adding: Adding) -> Asked:
    """A form for a single article."""
    draft = adding.drafts[0]
    article = draft.article
    if known := known_text(database, article.text):
        return _known(database, known)
    key = f"{adding.round}-{draft.number}"
    with st.form(f"add-confirm-{key}", border=False, enter_to_submit=False):
        _notes(article.notes)
        title = st.text_input(
            "Title", article.title, key=f"add-title-{key}", max_chars=300, placeholder="As the article has it"
        )
        outlet = _outlet(database, article.outlet or adding.outlet, f"add-outlet-{key}")
        left, right, last = st.columns([1.1, 1.6, 0.8], gap="small")
        day = left.text_input(
            "Published on", article.published_on or "", key=f"add-day-{key}", placeholder="2021-07-24",
            help="2021-07-24, 2021-07 or 2021; leave it empty if it is unknown. Then “on Friday” stays unresolved.",
        )  # fmt: skip
        basis = right.selectbox(
            "The date is", list(BASES), index=list(BASES).index(article.published_on_basis or "stated"),
            format_func=BASES.__getitem__, key=f"add-basis-{key}",
        )  # fmt: skip
        language = last.text_input(
            "Language", article.language or adding.language, key=f"add-language-{key}", max_chars=2, placeholder="en",
            help="Two letters: en, ar, fr … Quotes are found in English.",
        )  # fmt: skip
        url = st.text_input("Web address", article.url or "", key=f"add-url-{key}", placeholder="https://…")
        text = st.text_area(
            "Text", article.text, height=320, key=f"add-body-{key}",
            help="Correct it now if you must: quotes point to places in it, so it stays as it is once it is added.",
        )  # fmt: skip
        rights = st.multiselect(
            "The text may", list(RIGHTS_WORDS), default=list(adding.rights or RIGHTS), key=f"add-rights-{key}",
            format_func=RIGHTS_WORDS.__getitem__, help=RIGHTS_HELP,
        )  # fmt: skip
        pressed, forget = _buttons("Add and search it")
    wanted = Confirmed(
        title or "", text or "", outlet, as_edtf(day or "") or (day or None), cast(Basis, basis) if day else None, language or None,
        url or None, _basis(outlet, article.outlet), tuple(rights),
    )  # fmt: skip
    return Asked([(draft, wanted)] if pressed else [], forget)


def many(database: Database, adding: Adding) -> Asked:
    """A table for several articles: a row each, corrected in place."""
    known = {draft.number: known_text(database, draft.article.text) for draft in adding.drafts}
    st.caption(
        "Correct what is wrong in place. Only ticked rows are added; a date that is left empty stays unknown."
    )
    outlet = _outlet(database, adding.outlet, f"add-outlet-{adding.round}", "Outlet where none is given")
    edited = st.data_editor(
        _frame(adding, known), hide_index=True, num_rows="fixed", key=f"add-table-{adding.round}", width="stretch",
        disabled=["words", "note"], column_config=_columns(),
    )  # fmt: skip
    rows = records(edited)
    ticked = sum(bool(row["add"]) for row in rows)
    pressed, forget = _buttons(
        f"Add and search {counted(ticked, 'article')}", in_form=False, disabled=not ticked
    )
    if not pressed:
        return Asked([], forget)
    chosen = [(draft, row) for draft, row in zip(adding.drafts, rows, strict=True) if row["add"]]
    return Asked([(draft, _from_row(draft, row, outlet, adding)) for draft, row in chosen])


def _known(database: Database, article_id: str) -> Asked:
    st.info("This text is in the dataset already; nothing needs to be added.", icon=":material/content_copy:")
    links.to_article(database, article_id, key="add-known")
    return Asked([], st.button("Add another", type="primary", key="add-forget"))


def _notes(notes: tuple[str, ...]) -> None:
    if notes:
        markup.show(
            markup.tag("ul", "".join(markup.tag("li", markup.text(note)) for note in notes), "sy-list")
        )


def _outlet(database: Database, found: str, key: str, label: str = "Outlet") -> str:
    """An outlet that is known, or a new one's name."""
    names = sorted(ask(read_lookup, database).outlets.values(), key=str.casefold)
    same = next((name for name in names if name.casefold() == found.casefold()), found)
    options = names if not same or same in names else [same, *names]
    chosen = st.selectbox(
        label, options, index=options.index(same) if same else None, key=key, accept_new_options=True,
        placeholder="Choose one, or type a new one's name",
    )  # fmt: skip
    return chosen or ""


def _buttons(label: str, *, in_form: bool = True, disabled: bool = False) -> tuple[bool, bool]:
    make = st.form_submit_button if in_form else st.button
    with st.container(horizontal=True, gap="small"):
        pressed = make(label, type="primary", key="add-store", icon=":material/add:", disabled=disabled)
        forget = make("Discard", key="add-discard")
    return pressed, forget


def _frame(adding: Adding, known: dict[int, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "add": known[draft.number] is None,
            "title": draft.article.title,
            "outlet": draft.article.outlet or "",
            "published_on": draft.article.published_on or "",
            "basis": draft.article.published_on_basis or "stated",
            "language": draft.article.language or "",
            "words": len(draft.article.text.split()),
            "note": f"There already: {known[draft.number]}"
            if known[draft.number]
            else " ".join(draft.article.notes),
        }
        for draft in adding.drafts
    )


def _columns() -> dict[str, Any]:
    column = st.column_config
    return {
        "add": column.CheckboxColumn("Add", width="small"),
        "title": column.TextColumn("Title", width="large", required=True),
        "outlet": column.TextColumn("Outlet", help="A known outlet's name, or a new one's."),
        "published_on": column.TextColumn("Published", help="2021-07-24, 2021-07 or 2021; empty if unknown."),
        "basis": column.SelectboxColumn("Date is", options=list(BASES), required=True),
        "language": column.TextColumn("Language", help="Two letters, such as en.", width=95),
        "words": column.NumberColumn("Words", width="small"),
        "note": column.TextColumn("Note", width="large"),
    }


def _from_row(draft: Draft, row: dict[str, Any], outlet: str, adding: Adding) -> Confirmed:
    said = {key: str(row[key] or "").strip() for key in ("title", "outlet", "published_on", "language")}
    day = as_edtf(said["published_on"]) or said["published_on"] or None
    name = said["outlet"] or outlet
    return Confirmed(
        said["title"], draft.article.text, name, day, cast(Basis, row["basis"]) if day else None, said["language"] or None,
        draft.article.url, _basis(name, draft.article.outlet), adding.rights or RIGHTS,
    )  # fmt: skip


def _basis(outlet: str, found: str | None) -> Basis:
    """Stated if the article names its outlet, inferred if the coder says it."""
    return "stated" if found and outlet.casefold() == found.casefold() else "inferred"
