"""Where text comes from: pasted, fetched, uploaded."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from sayso.ingest.reading.article import LARGEST_FILE, ReadArticle
from sayso.ingest.reading.fetch import fetch, read_fetched
from sayso.ingest.reading.files import read, read_pasted
from sayso.ingest.reading.kinds import KNOWN
from sayso.model.wording import counted
from sayso.views.add.drafts import Adding, Source, read_all

PASTE, FETCH, FILES = "Paste", "Web address", "Files"
FROM = "add-from"
MOST_ADDRESSES = 30


def ask(adding: Adding) -> None:
    """One of three ways in; the page runs again once something was read."""
    way = st.segmented_control(
        "Where the text is",
        [PASTE, FETCH, FILES],
        default=PASTE,
        required=True,
        key=FROM,
        label_visibility="collapsed",
    )
    sources = {PASTE: _pasted, FETCH: _fetched, FILES: _uploaded}[way or PASTE](adding.round)
    if sources:
        read_all(adding, sources)
        st.rerun()


def _pasted(round_: int) -> list[Source]:
    with st.form(f"add-paste-{round_}", border=False):
        text = st.text_area(
            "The article's text", height=260, key=f"add-text-{round_}",
            placeholder="Headline first, if you like; a dateline such as “KARSUNA, 24 July 2021” is understood.",
        )  # fmt: skip
        pressed = st.form_submit_button("Read it", type="primary", icon=":material/arrow_forward:")
    if not pressed:
        return []
    return [("The pasted text", lambda: [read_pasted(text or "")])]


def _fetched(round_: int) -> list[Source]:
    with st.form(f"add-fetch-{round_}", border=False):
        text = st.text_area(
            "Web addresses, one a line", height=120, key=f"add-urls-{round_}", placeholder="https://…"
        )
        st.caption(
            "Sayso asks that server for that one page, from the computer it runs on, and says that it is Sayso."
            " No cookies, no account, nothing else is sent or fetched. At most 10 MiB and 20 seconds a page."
        )
        pressed = st.form_submit_button("Fetch", type="primary", icon=":material/download:")
    urls = list(dict.fromkeys((text or "").split()))
    if not pressed:
        return []
    if not urls or len(urls) > MOST_ADDRESSES:
        st.warning(f"Write at least one address, and at most {MOST_ADDRESSES} at a time.")
        return []
    return [(url, partial(_from_web, url)) for url in urls]


def _uploaded(round_: int) -> list[Source]:
    files = st.file_uploader(
        "Files with articles, many at once", accept_multiple_files=True, key=f"add-files-{round_}",
        max_upload_size=LARGEST_FILE // 2**20,
    )  # fmt: skip
    st.caption(
        f"It reads {KNOWN}. A table holds an article in each row: text, title, url, outlet, published_on, language."
    )
    label = f"Read {counted(len(files), 'file')}" if files else "Read them"
    if not st.button(
        label, type="primary", disabled=not files, key="add-read", icon=":material/arrow_forward:"
    ):
        return []
    return [(file.name, partial(_from_file, file)) for file in files]


def _from_web(url: str) -> list[ReadArticle]:
    return read_fetched(fetch(url))


def _from_file(file: UploadedFile) -> list[ReadArticle]:
    return read(file.name, file.getvalue())
