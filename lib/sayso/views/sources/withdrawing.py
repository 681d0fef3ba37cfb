"""Withdrawing an article: what would change is shown first, then one button; what was withdrawn can be taken back."""

from __future__ import annotations

from datetime import date

import streamlit as st

from sayso.coding import withdrawing
from sayso.coding.withdrawing_words import Articles, Withdrawal
from sayso.model.wording import counted
from sayso.reports.view import View
from sayso.views import coder, evidence, headline, markup, state, twin, undo_bar
from sayso.views.codebook.form import button
from sayso.views.sources.withdrawn import show_withdrawn
from sayso.views.state import WITHDRAWN

SEEN = ("duplicate_of", "outlet_id", "published_on", "language")
"""What the preview was made from: if somebody changes one of them meanwhile, nothing is withdrawn."""


def show_withdrawing(view: View) -> None:
    """The choice, the preview, the button, and what was withdrawn before."""
    articles = Articles(view)
    if not articles.rows:
        return
    markup.show(markup.tag("h2", "Withdraw an article", "sy-h2", id="withdraw"))
    chosen = state.choose(
        "Article", WITHDRAWN, articles.names, placeholder="Choose one to see what would change",
        help="Choosing changes nothing: what would change is shown first.",
    )  # fmt: skip
    withdrawn = articles.withdrawn
    by = coder.coder_name() if view.database.is_writable else None
    if by and (chosen or withdrawn):
        undo_bar.show(view.database, by)
    is_previewed = chosen is not None and articles.rows[chosen]["withdrawn_on"] is None
    if chosen and is_previewed:
        _preview(view, articles, chosen, by)
    elif chosen:
        gone = f"{articles.names[chosen]} is withdrawn: nothing of it counts. It is listed below."
        markup.show(markup.tag("p", markup.told(gone), "sy-lead", dir="auto"))
    may_ask = view.database.is_writable and by is None and not is_previewed
    show_withdrawn(view, withdrawn, articles.names, by, may_ask=may_ask)


def _preview(view: View, articles: Articles, chosen: str, by: str | None) -> None:
    copies = articles.copies(chosen)
    with_copies = bool(copies) and st.checkbox(
        f"Its {counted(len(copies), 'copy', 'copies')} as well", key=f"with-copies-{chosen}"
    )
    withdrawal = articles.without((chosen, *(copies if with_copies else ())))
    part = withdrawal.part
    markup.show(markup.tag("p", markup.tag("b", markup.told(part.title)), "sy-lead"))
    for line in withdrawal.consequences:
        markup.show(markup.tag("p", markup.told(line), "sy-fine", dir="auto"))
    items = "".join(markup.tag("li", markup.told(line), dir="auto") for line in withdrawal.lines)
    more = markup.tag("p", withdrawal.more, "sy-fine") if withdrawal.more else ""
    if items:
        markup.show(markup.tag("ul", items, "sy-list"), more)
    _button(view, by, withdrawal)
    fold = st.expander(withdrawal.extent, key="withdraw-said", on_change="rerun")
    if fold.open:
        with fold:
            evidence.panel(
                view, withdrawal.statements, "What it says", key="withdraw-said-page", with_heading=False
            )
    headline.provenance(part.provenance)
    twin.show(view, part)


def _button(view: View, by: str | None, withdrawal: Withdrawal) -> None:
    if not view.database.is_writable:
        st.info(
            "This dataset is open for reading only: what would change is shown, and nothing can be withdrawn here.",
            icon=":material/lock:",
        )
    elif by is None:
        st.caption("To withdraw it, give your name: it stands in the log beside what you do.")
        coder.ask_for_coder()
    else:
        rows, going = withdrawal.articles.rows, withdrawal.going
        seen = {key: {name: rows[key][name] for name in SEEN} for key in going}
        n_statements = withdrawal.preview.n_said
        what = "Withdraw it" if len(going) == 1 else f"Withdraw all {len(going)}"
        button(
            f"{what}, as {markup.plain_markdown(by)}",
            lambda: withdrawing.withdraw(view.database, by, seen, date.today(), n_statements),
            key="withdraw-go", icon=":material/block:", type="primary",
        )  # fmt: skip
