"""What was withdrawn: since when, by whom, and a button that takes it back."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from sayso.coding import withdrawing
from sayso.coding.withdrawing_words import since
from sayso.reports.view import View
from sayso.views import coder, links, markup
from sayso.views.codebook.form import button
from sayso.views.state import ARTICLE

MOST = 10


def show_withdrawn(
    view: View, rows: list[dict[str, Any]], names: dict[str, str], by: str | None, may_ask: bool
) -> None:
    """The list; nothing where there is none. `may_ask`: a name may be given here."""
    if not rows:
        return
    markup.show(markup.tag("h3", markup.text(f"Withdrawn ({len(rows):,})"), "sy-h3"))
    page = rows
    if len(rows) > MOST:
        number = st.pagination(-(-len(rows) // MOST), key="withdrawn-page")
        page = rows[(number - 1) * MOST : number * MOST]
    for row in page:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"gone-{row['article_id']}"):  # fmt: skip
            markup.show(
                markup.tag("p", markup.words(names[row["article_id"]]) + "<br>" + markup.tag("span", markup.text(since(row)), "sy-facts"), "sy-gone")
            )  # fmt: skip
            links.to_page("article", "Open it", {ARTICLE: names[row["article_id"]]}, key=f"open-gone-{row['article_id']}", icon=":material/article:")  # fmt: skip
            if by:
                act = partial(
                    withdrawing.take_back, view.database, by, row["article_id"], row["withdrawn_on"]
                )
                button("Take back", act, key=f"take-back-{row['article_id']}", icon=":material/undo:")
    if may_ask:
        with st.popover("Take one back", icon=":material/undo:", key="take-back-name"):
            coder.ask_for_coder()
