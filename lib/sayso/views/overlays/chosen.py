"""The records behind a chosen bar, and the counts as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from sayso.model.dates import day_words
from sayso.model.dates import words as date_words
from sayso.model.frames import records
from sayso.model.overlays import NOT_OURS, NOUNS, Overlay, attribution
from sayso.model.wording import counted, sentence
from sayso.queries import overlays as questions
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import markup, state, twin
from sayso.views.overlays.laid import Laid, LaidBar, days_in_words, fatalities
from sayso.views.overlays.notes import method, narrowed_in_words
from sayso.views.state import OVERLAY_BAR


def box(laid: Laid) -> str | None:
    """A select box that does what a click on a bar does: the key of the bar that is chosen."""
    if not laid.shown:
        return None
    overlays = {each.overlay_id: each for each in laid.shown}
    labels = {key: _label(overlays[each.bar.overlay_id], each) for key, each in laid.by_key.items()}
    return state.choose(
        "Overlay's days", OVERLAY_BAR, labels, placeholder="Click a bar, or choose its days", width=440
    )


def show_chosen(view: View, laid: Laid, chosen: str | None) -> None:
    """The records that stand behind the chosen bar."""
    if chosen:
        bar = laid.by_key[chosen]
        overlay = next(each for each in laid.shown if each.overlay_id == bar.bar.overlay_id)
        _list(view, laid, overlay, bar)


def show_twin(view: View, laid: Laid) -> None:
    """The counts as a table: their source stands in every row, so that it goes where they go."""
    if laid.answer is None:
        return
    lines = [
        f"{attribution(each.kind, each.accessed_on)}. {method(laid, each)} {NOT_OURS}" for each in laid.shown
    ]
    twin.of_frame(
        view,
        "overlays",
        lambda: table(laid),
        [laid.answer],
        "\n\n".join(markup.plain_markdown(line) for line in lines),
    )


def table(laid: Laid) -> pd.DataFrame:
    """One row per bar."""
    rows = [
        [
            overlay.label, each.bar.first_day.isoformat(), each.bar.last_day.isoformat(), each.exactness, each.n_records,
            "" if each.n_fatalities is None else str(each.n_fatalities), narrowed_in_words(laid, overlay) or "all",
            f"{attribution(overlay.kind, overlay.accessed_on)}. {NOT_OURS}",
        ]
        for overlay in laid.shown
        for each in laid.bars[overlay.overlay_id]
    ]  # fmt: skip
    return pd.DataFrame(
        rows, columns=["Overlay", "From", "To", "Known to the", "Records", "Fatalities", "Only", "Source"]
    )


def _label(overlay: Overlay, each: LaidBar) -> str:
    less = f" (known to the {each.exactness})" if each.bar.is_spread else ""
    return f"{overlay.label}, {days_in_words(each.bar)}{less}"


def _list(view: View, laid: Laid, overlay: Overlay, chosen: LaidBar) -> None:
    facts = [counted(chosen.n_records, NOUNS[overlay.kind]), fatalities(chosen.n_fatalities)]
    markup.show(
        markup.tag("h2", markup.text(_label(overlay, chosen)), "sy-h2", id="overlay-records", dir="auto"),
        markup.tag("p", markup.text(" · ".join([*filter(None, facts), NOT_OURS])), "sy-fine"),
    )
    if overlay.kind == "ACLED" and not view.database.is_writable:
        st.info(
            "ACLED's single events are not listed in a copy that is open for reading only: its terms forbid giving"
            " others access to them. Whoever has an ACLED account of their own can look them up there.",
            icon=":material/lock:",
        )
        return
    found = records(ask(questions.records, view.database, chosen.bar, laid.unit, laid.narrowed).frame)
    card = _event if overlay.kind == "ACLED" else _quotation
    markup.show(*(card(row) for row in found))
    if (left := chosen.n_records - len(found)) > 0:
        st.caption(f"And {left:,} more. Filter by type, country, language or words, or zoom to fewer days.")
    markup.show(markup.tag("p", markup.text(f"{attribution(overlay.kind, overlay.accessed_on)}."), "sy-fine"))


def _event(row: dict[str, Any]) -> str:
    day = day_words(pd.Timestamp(row["day"]).date())
    when = {
        "day": day, "week": f"in the week around {day}", "month": f"in {date_words(str(row['day'])[:7])}, day unknown"
    }[row["exactness"]]  # fmt: skip
    dead = fatalities(None if row["fatalities"] is None else int(row["fatalities"]))
    where = ", ".join(filter(None, (row["place"], row["country"])))
    kind = ": ".join(filter(None, (row["type"], row["subtype"])))
    return _card(
        [sentence(when), where],
        markup.tag(
            "p", markup.text(" · ".join(filter(None, (kind, row["who"], dead)))), "sy-fine", dir="auto"
        )
        + (markup.tag("p", markup.text(row["text"]), "sy-brief", dir="auto") if row["text"] else ""),
        " · ".join(filter(None, (row["source"], row["record_id"]))),
    )


def _quotation(row: dict[str, Any]) -> str:
    before, after = (markup.tag("span", markup.text(row[side]), "sy-context") for side in ("before", "after"))
    words = f"{before} <b>“{markup.text(row['text'])}”</b> {after}"
    title = markup.link(row["title"] or row["url"] or "no title", row["url"])
    return _card(
        [day_words(pd.Timestamp(row["day"]).date()), row["source"] or "no domain", row["language"] or ""],
        markup.tag("p", words, "sy-passage", dir="auto") + markup.tag("p", title, "sy-source", dir="auto"),
        "",
    )


def _card(head: list[str], body: str, foot: str) -> str:
    line = markup.tag(
        "div", markup.tag("span", markup.text(" · ".join(filter(None, head))), "sy-card-head"), "sy-card-line"
    )
    last = markup.tag("p", markup.text(foot), "sy-fine", dir="auto") if foot else ""
    return markup.tag("div", line + body + last, "sy-card sy-repeat")
