"""The app: page config, navigation from the registry, the shared filter bar, then the page."""

from pathlib import Path

import streamlit as st

from sayso.errors import SaysoError
from sayso.views import empty, filters, history, hosted, incoming, style
from sayso.views.registry import BY_KEY, CODING, PAGES, READING, PageInfo

STATIC = Path(__file__).parent / "static"

st.set_page_config(
    page_title="Sayso",
    page_icon=str(STATIC / "favicon.png"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
st.logo(str(STATIC / "wordmark.svg"), size="large")
style.apply()
history.keep_short()


def menu(pages: tuple[PageInfo, ...]) -> list[st.Page]:
    """The pages as the navigation lists them."""
    return [
        st.Page(
            info.path,
            title=info.title,
            icon=info.icon,
            url_path=info.key,
            default=info is PAGES[0],
            visibility="visible" if info.is_listed else "hidden",
        )
        for info in pages
    ]


# A page that is not listed here cannot be reached, by its address or by a message made by hand.
rooms = {"": menu(READING)} if hosted.is_hosted() else {"": menu(READING), "Code": menu(CODING)}
page = st.navigation(rooms, position="top")
opened = BY_KEY[page.url_path or PAGES[0].key]
if opened.room == "coding":
    style.hide_filters()
try:
    incoming.read_link(opened.path)
    bar = filters.render()
    page.run()
    bar.complete()
except SaysoError as error:
    empty.failed(error)
