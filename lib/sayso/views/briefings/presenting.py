"""A briefing on a wall: one part a screen, by keys; on a phone one below the other."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from sayso.briefings import reading
from sayso.briefings.records import Briefing
from sayso.errors import SaysoError
from sayso.reports import datasets
from sayso.reports.datasets import Database
from sayso.reports.memo import ask
from sayso.reports.view import View
from sayso.views import empty, links, markup
from sayso.views.briefings import page, slides, words
from sayso.views.briefings.slides import Slide
from sayso.views.state import AT, BRIEFING, SHOWN

_HERE = Path(__file__).parent
_KEYS, _PLACE, _SCROLLS, _OPENED, _LEAVES = (
    "sayso-present",
    "_present_at",
    "_present_scrolls",
    "_present_opened",
    "_present_leaves",
)
_mount = st.components.v2.component("sayso_present", js=(_HERE / "present.js").read_text(encoding="utf-8"))


def show(view: View) -> None:
    """The part that the address names; everything around it is hidden."""
    st.html(_HERE / "present.css")
    known = ask(reading.briefings, view.database)
    name = st.query_params.get(SHOWN) or next((each.briefing_id for each in known), "")
    database, briefing = _found(view, name)
    if st.session_state.pop(_LEAVES, False):
        labels = ask(reading.labels, view.database)
        links.go(
            "briefings",
            {BRIEFING: labels[briefing.briefing_id]} if briefing and briefing.briefing_id in labels else {},
        )
    if briefing is None or database is None:
        _not_there(name) if name else page.nothing(view)
        return
    deck = slides.of(briefing)
    place = _place(briefing, len(deck))
    scrolls = bool(st.session_state.get(_SCROLLS))
    st.query_params[AT] = str(place)
    # Read by tests, and by whoever looks for the page's name.
    markup.show(markup.tag("p", f"{markup.text(briefing.title)} · Presenting", "sy-kicker sf-unseen"))
    for number, slide in enumerate(deck, 1) if scrolls else [(place, deck[place - 1])]:
        with st.container(key=f"slide-{number}" if scrolls else "slide"):
            slides.show(slide, briefing, f"{number} / {len(deck)}", on_mark=_opener(number))
    if not scrolls:
        _buttons(briefing, place, len(deck))
    _quotes(deck)
    _mount(
        key=_KEYS, data={"at": place, "count": len(deck), "scrolls": scrolls, "open": bool(st.session_state.get(_OPENED))},
        on_at_change=lambda: _go(briefing, _sent("at")), on_escape_change=_escape, on_scroll_change=_scroll,
    )  # fmt: skip


def _found(view: View, name: str) -> tuple[Database | None, Briefing | None]:
    """The briefing of that id or title in the dataset that is looked at, else in the first that has one."""
    for database in (view.database, *datasets.databases().values()):
        try:
            return database, reading.briefing(database, name)
        except SaysoError:
            continue
    return None, None


def _place(briefing: Briefing, count: int) -> int:
    kept = st.session_state.get(_PLACE)
    asked = kept[1] if kept and kept[0] == briefing.briefing_id else st.query_params.get(AT, "1")
    number = int(asked) if str(asked).isdecimal() else 1
    return max(1, min(count, number))


def _go(briefing: Briefing, place: object) -> None:
    if isinstance(place, int | float):
        st.session_state[_PLACE] = (briefing.briefing_id, int(place))
        st.session_state.pop(_OPENED, None)


def _opener(number: int) -> slides.OnMark:
    def opened(mark: str) -> None:
        st.session_state[_OPENED] = (number, mark)

    return opened


def _escape() -> None:
    """Out of the quotes, else out of the briefing."""
    if st.session_state.pop(_OPENED, None) is None:
        st.session_state.pop(_PLACE, None)
        st.session_state[_LEAVES] = True


def _scroll() -> None:
    st.session_state[_SCROLLS] = bool(_sent("scroll"))


def _sent(name: str) -> object:
    held = st.session_state.get(_KEYS)
    return held.get(name) if held else None


def _buttons(briefing: Briefing, place: int, count: int) -> None:
    """What the keys do, for whoever has a pointer alone."""
    with st.container(horizontal=True, key="present-buttons", gap="small"):
        for label, icon, target in (
            ("Back", "chevron_left", place - 1),
            ("Next", "chevron_right", place + 1),
        ):
            st.button(
                label, icon=f":material/{icon}:", key=f"present-{label}", type="tertiary",
                disabled=not 1 <= target <= count, on_click=_go, args=(briefing, target),
            )  # fmt: skip
        st.button("Leave", icon=":material/close:", key="present-leave", type="tertiary", on_click=_escape)


def _quotes(deck: list[Slide]) -> None:
    """The words behind the mark that was clicked, over everything."""
    number, mark = st.session_state.get(_OPENED) or (0, "")
    exhibit = deck[number - 1].exhibit if 1 <= number <= len(deck) else None
    if exhibit is None:
        return
    with st.container(key="present-quotes"):
        st.button("Close", icon=":material/close:", key="present-close", on_click=_escape)
        markup.show(
            markup.tag("p", markup.told(exhibit.title), "sy-present-over", dir="auto"),
            words.cards(exhibit, mark) or markup.tag("p", "Its statements are not in the briefing."),
        )


def _not_there(name: str) -> None:
    empty.failed(SaysoError("Presenting", f"There is no briefing “{name}” here.", "Open it from the list."))
    links.to_page("briefings", "All briefings", key="present-none", icon=":material/co_present:")
