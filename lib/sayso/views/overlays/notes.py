"""Under the chart: whose counts these are, how they were counted, and what cannot be seen."""

from __future__ import annotations

from datetime import date

import streamlit as st

from sayso.model.calendar import days_from
from sayso.model.dates import day_words
from sayso.model.overlays import METHODS, NOT_OURS, NOUNS, SITES, TERMS, Overlay, attribution
from sayso.model.wording import counted
from sayso.views import markup
from sayso.views.overlays.laid import Laid
from sayso.views.state import FROM, TO


def show_missing(laid: Laid) -> None:
    """Above the chart: which overlay has nothing in view, and why."""
    for overlay in laid.shown:
        if not laid.bars[overlay.overlay_id]:
            _nothing(laid, overlay)


def show_notes(laid: Laid) -> None:
    """The source line and method of every overlay that is shown."""
    for overlay in laid.shown:
        markup.show(markup.tag("p", _source(laid, overlay), "sy-fine", dir="auto"))


def method(laid: Laid, overlay: Overlay) -> str:
    """ "10,000 events from 1 Jan 2021 to 31 Dec 2021, counted by week (…)", as text."""
    noun = counted(overlay.n_rows, NOUNS[overlay.kind])
    out = f", {counted(overlay.n_left_out, 'row')} left out as unreadable" if overlay.n_left_out else ""
    exact = ""
    if overlay.kind == "ACLED":
        exact = {
            "day": "; dates that ACLED knows to the week or month only stand below the bars (◇)",
            "week": "; dates known to the week stand in the week of ACLED's date, those known to the month below the bars (◇)",
        }.get(laid.unit, "; dates known to the week or month stand where ACLED's date falls")
    kept = narrowed_in_words(laid, overlay)
    return (
        f"{overlay.name}: {noun}{out}, {day_words(overlay.first_day)} to {day_words(overlay.last_day)},"
        f" counted by {laid.unit}, {METHODS[overlay.kind]}{exact}. {f'Only {kept}. ' if kept else ''}The as-of date"
        f" and the filters of the dataset do not apply to it."
    )


def narrowed_in_words(laid: Laid, overlay: Overlay) -> str:
    """The reader's filters on this overlay, in words."""
    own = laid.narrowed
    values = [*own.countries, *own.types] if overlay.kind == "ACLED" else [*own.languages]
    return "; ".join([*values, *([f"with “{own.words}”"] if own.words else [])])


def _source(laid: Laid, overlay: Overlay) -> str:
    line = markup.text(attribution(overlay.kind, overlay.accessed_on))
    site = SITES[overlay.kind]
    linked = line.replace(site, markup.link(site, f"https://{site}"), 1)
    return f"<b>{linked}.</b> {markup.text(f'{method(laid, overlay)} {TERMS[overlay.kind]} {NOT_OURS}')}"


def _nothing(laid: Laid, overlay: Overlay) -> None:
    whole = f"{day_words(overlay.first_day)} to {day_words(overlay.last_day)}"
    name = markup.plain_markdown(overlay.label)
    if overlay.last_day < laid.first or overlay.first_day > laid.last:
        st.info(
            f"{name} has no day in common with the days that are shown, {day_words(laid.first)} to"
            f" {day_words(laid.last)}: it covers {whole}.",
            icon=":material/layers:",
        )
        st.button(
            "Show its days too",
            key=f"overlay-days-{overlay.overlay_id}",
            on_click=_show_days,
            args=(laid, overlay),
        )
    else:
        kept = narrowed_in_words(laid, overlay)
        why = f" with the filters “{markup.plain_markdown(kept)}”" if kept else ""
        st.info(f"{name} has no record in the days that are shown{why}. As a whole it covers {whole}.")


def _show_days(laid: Laid, overlay: Overlay) -> None:
    st.session_state[FROM] = max(min(laid.first, overlay.first_day), date(1900, 1, 1))
    st.session_state[TO] = days_from(max(laid.last, overlay.last_day), 1)
